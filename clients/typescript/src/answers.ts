import type { ArticleAnswer, ArticleInList, ArticleItem, ArticleList, Reads } from './api.ts';

/** A path that GET takes, as the API's description has it: `/v1/articles/{article}`. */
export type Path = keyof Reads;

/** An article with all that is known of it. */
export type Article = { [Name in keyof ArticleItem]-?: Exclude<ArticleItem[Name], undefined> };

type Extra = 'body' | 'mentions' | 'quotes';

/** An article without its body: what lists answer. */
export type ArticleCard = {
  [Name in Exclude<keyof ArticleInList, Extra | 'highlights'>]-?: Exclude<ArticleInList[Name], undefined>;
} & Pick<ArticleInList, 'highlights'>;

/** A card and what `include` added to it. */
type CardWith<Query> = ArticleCard &
  (Query extends { include: readonly (infer Name)[] } ? Pick<Article, Name & Extra> : unknown);

/** The answer of a path; articles are whole unless the query asks for some `fields` only. */
export type Answer<P extends Path, Query> = Query extends { fields: readonly string[] }
  ? Reads[P]['answer']
  : Reads[P]['answer'] extends ArticleList
    ? Omit<ArticleList, 'data'> & { data: CardWith<Query>[] }
    : Reads[P]['answer'] extends ArticleAnswer
      ? Omit<ArticleAnswer, 'data'> & { data: Article }
      : Reads[P]['answer'];

/** Paths whose answers come in pages. */
export type PagedPath = {
  [P in Path]: Reads[P]['answer'] extends { data: unknown[]; page: { next: string | null } } ? P : never;
}[Path];
