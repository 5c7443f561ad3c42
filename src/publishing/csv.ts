import { stringify } from 'csv-stringify/sync';
import type { Article } from '../news/article.ts';
import type { TagType } from '../news/tag.ts';
import { pageOf } from './addresses.ts';
import { authorsOf } from './credits.ts';
import type { PublishedList, Site } from './published.ts';

/** The columns and what stands in them; the text of the article comes last, when it is asked for. */
const columns: Record<string, (article: Article, site: Site) => string | number | null> = {
  id: ({ id }) => id,
  slug: ({ slug }) => slug,
  publishedAt: ({ publishedAt }) => publishedAt,
  headline: ({ headline }) => headline,
  standfirst: ({ standfirst }) => standfirst,
  byline: ({ byline }) => byline,
  authors: (article) => joined(authorsOf(article).map(({ name }) => name)),
  source: ({ source }) => source?.name ?? null,
  language: ({ language }) => language,
  dateline: ({ dateline }) => dateline?.text ?? null,
  people: (article) => namesOf(article, 'person'),
  topics: (article) => namesOf(article, 'topic'),
  organizations: (article) => namesOf(article, 'organization'),
  places: (article) => namesOf(article, 'place'),
  keywords: ({ keywords }) => joined(keywords),
  wordCount: ({ wordCount }) => wordCount,
  quoteCount: ({ quoteCount }) => quoteCount,
  updatedAt: ({ updatedAt }) => updatedAt,
  url: ({ url }) => url,
  page: pageOf,
  body: ({ body }) => body.text,
};

/**
 * CSV (RFC 4180): UTF-8, CRLF, a header line, several values in a cell joined by `; `. A cell that a spreadsheet
 * would take for a formula begins with an apostrophe.
 */
export function csv(
  { articles, withBody }: Pick<PublishedList, 'articles' | 'withBody'>,
  site: Site,
): string {
  return csvHeader(withBody) + csvRows(articles, withBody, site);
}

/** The first line alone, for what is written in parts. */
export function csvHeader(withBody: boolean): string {
  return write([namesWith(withBody)]);
}

/** The articles, a record each, without the header. */
export function csvRows(articles: Article[], withBody: boolean, site: Site): string {
  const names = namesWith(withBody);
  return write(articles.map((article) => names.map((name) => columns[name]?.(article, site) ?? '')));
}

function namesWith(body: boolean): string[] {
  return Object.keys(columns).filter((name) => body || name !== 'body');
}

function write(records: (string | number)[][]): string {
  return stringify(records, { record_delimiter: '\r\n', escape_formulas: true });
}

function namesOf({ tags }: Article, type: TagType): string {
  return joined(tags.filter((tag) => tag.type === type).map(({ name }) => name));
}

function joined(names: string[]): string {
  return names.join('; ');
}
