import type { Article } from '../model/article.ts';
import { type Column, columns } from './csv-columns.ts';
import { csvRecords } from './csv-records.ts';
import type { Site } from './published.ts';

/** Selection of columns: those of `fields`, or all. The body is included only on request. */
interface Wanted {
  fields?: string[] | undefined;
  withBody: boolean;
}

/** Formats a list as CSV with a header line. */
export function csv({ articles, ...wanted }: Wanted & { articles: Article[] }, site: Site): string {
  return csvHeader(wanted) + csvRows(articles, wanted, site);
}

/** Returns the header line, for output that is written in parts. */
export function csvHeader(wanted: Wanted): string {
  return csvRecords([columnsFor(wanted).map(({ name }) => name)]);
}

/** Formats articles as records without a header. */
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
