import type { Article } from '../model/article.ts';
import { type Column, columns } from './csv-columns.ts';
import { csvRecords } from './csv-records.ts';
import type { Site } from './published.ts';

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
