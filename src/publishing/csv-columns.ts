import type { Article } from '../model/article.ts';
import type { TagType } from '../model/tag.ts';
import { pageOf } from './addresses.ts';
import { authorsOf, sectionsOf } from './credits.ts';
import type { Site } from './published.ts';

export interface Column {
  name: string;
  /** Name of the field that `fields` selects it by. */
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

/** All columns of a list of articles, in order. Add new ones at the end. */
export const columns: Column[] = [
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
  columnOf('sections', (article) => inOneCell(sectionsOf(article))),
  columnOf('copyrightHolder', ({ rights }) => rights?.holder ?? null, 'rights'),
  columnOf('copyrightNotice', ({ rights }) => rights?.notice ?? null, 'rights'),
  columnOf('usageTerms', ({ rights }) => rights?.usageTerms ?? null, 'rights'),
  columnOf('urgency', ({ urgency }) => urgency ?? null),
  columnOf('slugline', ({ slugline }) => slugline ?? null),
  columnOf('editorsNote', ({ editorsNote }) => editorsNote ?? null),
  columnOf('location', ({ location }) => location ?? null),
];

/** Fields of articles that have a column. */
export const csvFields = [...new Set(columns.map(({ field }) => field))];

/** Joins several values in one cell. */
// ["Ann Lee", "Bo Ek"] → "Ann Lee; Bo Ek"
function inOneCell(values: string[]): string {
  return values.join('; ');
}
