import { idOf } from '../../src/archive/core/article-json/prepared-article.ts';
import type { ReadArticle } from '../../src/model/draft.ts';
import type { ArticleFilter, SearchExpression, SearchField, TagExpression } from '../../src/model/query.ts';
import { sourceAddress } from '../../src/model/source-address.ts';
import { wordSlug } from '../../src/model/word-slug.ts';

/** An archive that is slow and obviously right: an array of articles in the order they arrived. */
export interface Reference {
  put(article: ReadArticle): void;
  /** Headlines of the matching articles, newest first; of one instant, the last to arrive first. Undated ones are last, the last to be stored first. */
  newest(filter: ArticleFilter): string[];
  /** Headlines of the matching articles, the last to be written first. */
  updated(filter: ArticleFilter): string[];
  /** The matching articles themselves, in the same order. */
  matching(filter: ArticleFilter): ReadArticle[];
}

/** The ids of all tags that an article carries: also keywords, sections, authors, source and language. */
export function slugsOf(article: ReadArticle): Set<string> {
  return new Set([
    ...article.mentions.map(({ tag }) => tag),
    ...article.inferredTopics.map(({ tag }) => tag),
    ...article.keywords.map((keyword) => `keyword/${wordSlug(keyword)}`),
    ...article.sections.map((section) => `section/${wordSlug(section)}`),
    ...article.authors.map(({ name }) => `author/${wordSlug(name)}`),
    `language/${article.language}`,
    ...(article.source ? [`source/${article.source.slug}`] : []),
  ]);
}

/** Whether an article has the tags of an expression. */
export function carries(article: ReadArticle, expression: TagExpression): boolean {
  switch (expression.kind) {
    case 'tag':
      return [...slugsOf(article)].some((id) => {
        const name = `${expression.tag.type}/${expression.tag.slug}`;
        return id === name || (expression.tag.type === 'language' && id.startsWith(`${name}-`));
      });
    case 'not':
      return !carries(article, expression.of);
    case 'and':
      return expression.of.every((part) => carries(article, part));
    case 'or':
      return expression.of.some((part) => carries(article, part));
  }
}

/** What can be searched, by field. */
type Texts = Record<Exclude<SearchField, null>, string[]>;

/** Whether a search finds something in these texts. Whole words only: the samples' words are their own stems. */
export function finds(texts: Texts, expression: SearchExpression): boolean {
  switch (expression.kind) {
    case 'words': {
      const searched = expression.field === null ? Object.values(texts).flat() : texts[expression.field];
      const asked = ` ${expression.words.join(' ')}${expression.match === 'prefix' ? '' : ' '}`;
      return searched.some((text) =>
        ` ${(text.toLowerCase().match(/[a-z0-9]+/g) ?? []).join(' ')} `.includes(asked),
      );
    }
    case 'not':
      return !finds(texts, expression.of);
    case 'and':
      return expression.of.every((part) => finds(texts, part));
    case 'or':
      return expression.of.some((part) => finds(texts, part));
  }
}

function says(article: ReadArticle, expression: SearchExpression): boolean {
  const texts = {
    headline: [article.headline],
    standfirst: [article.standfirst ?? ''],
    body: [article.body.text],
    caption: article.images.map(({ caption }) => caption ?? ''),
  };
  return finds(texts, expression);
}

const parts = { image: 'images', quotes: 'quotes' } as const;

/** Undated articles are older than all others. */
function publishedTime({ publishedAt }: ReadArticle): number {
  return publishedAt === null ? -1e20 : Date.parse(publishedAt);
}

/** Whether an article is of a period. An undated one is of none. */
export function isWithin({ publishedAt }: ReadArticle, from?: string, before?: string): boolean {
  if (publishedAt === null) return from === undefined && before === undefined;
  return (from === undefined || publishedAt >= from) && (before === undefined || publishedAt < before);
}

function addressOf({ url }: ReadArticle): string | undefined {
  return url === null ? undefined : sourceAddress(url);
}

export function openReference(): Reference {
  let articles: ReadArticle[] = [];
  const writes: { article: ReadArticle; at: number }[] = [];
  const writtenAt = (article: ReadArticle) => writes.findLast((each) => each.article === article)?.at ?? 0;
  /** When an undated article was stored. Of dated ones, it does not matter. */
  const storedTime = (article: ReadArticle) => (article.publishedAt === null ? writtenAt(article) : 0);
  const matching = ({ tags, search, from, before, ...narrow }: ArticleFilter): ReadArticle[] =>
    articles
      .map((article, arrival) => ({ article, arrival }))
      .filter(({ article }) => tags === undefined || carries(article, tags))
      .filter(({ article }) => search === undefined || says(article, search))
      .filter(({ article }) => isWithin(article, from, before))
      .filter(({ article }) => narrow.ids?.includes(idOf(article)) ?? true)
      .filter(({ article }) => narrow.address === undefined || addressOf(article) === narrow.address)
      .filter(({ article }) => (narrow.has ?? []).every((feature) => article[parts[feature]].length > 0))
      .filter(
        ({ article }) =>
          narrow.updatedSince === undefined || writtenAt(article) >= Date.parse(narrow.updatedSince),
      )
      .sort(
        (a, b) =>
          publishedTime(b.article) - publishedTime(a.article) ||
          storedTime(b.article) - storedTime(a.article) ||
          b.arrival - a.arrival,
      )
      .map(({ article }) => article);
  return {
    put(article) {
      writes.push({ article, at: Math.floor(Date.now() / 1000) * 1000 });
      const known = articles.findIndex(({ sourceKey }) => sourceKey === article.sourceKey);
      // A correction keeps its place among those of its instant, unless it moves to another instant.
      const before = articles[known];
      const isMoved =
        before?.publishedAt !== article.publishedAt || storedTime(before) !== storedTime(article);
      if (before && !isMoved) articles[known] = article;
      else articles = [...articles.filter((_, index) => index !== known), article];
    },
    matching,
    newest: (filter) => matching(filter).map(({ headline }) => headline),
    updated(filter) {
      const found = new Set(matching(filter));
      const last = writes.filter(({ article }) => found.has(article)).toReversed();
      return [...new Set(last.map(({ article }) => article))].map(({ headline }) => headline);
    },
  };
}
