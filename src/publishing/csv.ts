import type { Article } from '../news/article.ts';
import type { TagType } from '../news/tag.ts';
import { pageOf } from './addresses.ts';
import { authorsOf } from './credits.ts';
import { csvRecords, inOneCell } from './csv-records.ts';
import type { Site } from './published.ts';

/** A column: of which field of the article it is, and what stands in it. */
interface Column {
  name: string;
  /** As `fields` names it. */
  field: string;
  value(article: Article, site: Site): string | number | boolean | null;
}

const columnOf = (name: string, value: Column['value'], field = name): Column => ({ name, field, value });
const tagColumn = (name: string, type: TagType) =>
  columnOf(
    name,
    ({ tags }) => inOneCell(tags.filter((tag) => tag.type === type).map((tag) => tag.name)),
    'tags',
  );

/** All columns, in their order. New ones go to the end. */
const columns: Column[] = [
  columnOf('id', ({ id }) => id),
  columnOf('slug', ({ slug }) => slug),
  columnOf('publishedAt', ({ publishedAt }) => publishedAt),
  columnOf('headline', ({ headline }) => headline),
  columnOf('standfirst', ({ standfirst }) => standfirst),
  columnOf('byline', ({ byline }) => byline),
  columnOf('authors', (article) => inOneCell(authorsOf(article).map(({ name }) => name))),
  columnOf('source', ({ source }) => source?.name ?? null),
  columnOf('language', ({ language }) => language),
  columnOf('dateline', ({ dateline }) => dateline?.text ?? null),
  columnOf('credit', ({ credit }) => credit),
  tagColumn('people', 'person'),
  tagColumn('topics', 'topic'),
  tagColumn('organizations', 'organization'),
  tagColumn('places', 'place'),
  columnOf('keywords', ({ keywords }) => inOneCell(keywords)),
  columnOf('wordCount', ({ wordCount }) => wordCount),
  columnOf('quoteCount', ({ quoteCount }) => quoteCount),
  columnOf('summaryOnly', ({ summaryOnly }) => summaryOnly),
  columnOf('updatedAt', ({ updatedAt }) => updatedAt),
  columnOf('revision', ({ revision }) => revision),
  columnOf('url', ({ url }) => url),
  columnOf('page', pageOf, 'slug'),
  columnOf('body', ({ body }) => body.text),
];

/** The fields of articles that have a column. */
export const csvFields = [...new Set(columns.map(({ field }) => field))];

/** Which columns are wanted: those of these fields, or all; the text only when it is asked for. */
interface Wanted {
  fields?: string[] | undefined;
  withBody: boolean;
}

/** A list as CSV with a header line. */
export function csv({ articles, ...wanted }: Wanted & { articles: Article[] }, site: Site): string {
  return csvHeader(wanted) + csvRows(articles, wanted, site);
}

/** The first line alone, for what is written in parts. */
export function csvHeader(wanted: Wanted): string {
  return csvRecords([columnsFor(wanted).map(({ name }) => name)]);
}

/** The articles, a record each, without the header. */
export function csvRows(articles: Article[], wanted: Wanted, site: Site): string {
  const chosen = columnsFor(wanted);
  return csvRecords(articles.map((article) => chosen.map(({ value }) => String(value(article, site) ?? ''))));
}

function columnsFor({ fields, withBody }: Wanted): Column[] {
  return columns.filter(({ name, field }) => {
    if (field === 'body') return withBody || fields?.includes('body');
    return !fields || name === 'id' || fields.includes(field);
  });
}
