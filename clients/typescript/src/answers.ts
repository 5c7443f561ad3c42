import type { ArticleAnswer, ArticleInList, ArticleItem, ArticleList, Reads } from './api.ts';

/** Path of the API that supports GET: `/v1/articles/{article}`. */
export type Path = keyof Reads;

/** Members that an article may lack: those that its source need not state, and that earlier servers did not store. */
type Later = 'sections' | 'rights' | 'urgency' | 'slugline' | 'editorsNote' | 'location';

/** Complete article. */
export type Article = {
  [Name in Exclude<keyof ArticleItem, Later>]-?: Exclude<ArticleItem[Name], undefined>;
} & Pick<ArticleItem, Later>;

type Extra = 'body' | 'mentions' | 'quotes';

/** Article without its body, as returned in lists. */
export type ArticleCard = {
  [Name in Exclude<keyof ArticleInList, Extra | Later | 'highlights'>]-?: Exclude<
    ArticleInList[Name],
    undefined
  >;
} & Pick<ArticleInList, Later | 'highlights'>;

/** Card with the members added by `include`. */
type CardWith<Query> = ArticleCard &
  (Query extends { include: readonly (infer Name)[] } ? Pick<Article, Name & Extra> : unknown);

/** Response of a path. Articles are complete unless the query selects `fields`. */
export type Answer<P extends Path, Query> = Query extends { fields: readonly string[] }
  ? Reads[P]['answer']
  : Reads[P]['answer'] extends ArticleList
    ? Omit<ArticleList, 'data'> & { data: CardWith<Query>[] }
    : Reads[P]['answer'] extends ArticleAnswer
      ? Omit<ArticleAnswer, 'data'> & { data: Article }
      : Reads[P]['answer'];

/** Paths whose responses are pages of a list. */
export type PagedPath = {
  [P in Path]: Reads[P]['answer'] extends { data: unknown[]; page: { next: string | null } } ? P : never;
}[Path];
