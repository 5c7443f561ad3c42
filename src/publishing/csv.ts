import type { Article } from '../model/article.ts';
import { type Column, columns } from './csv-columns.ts';
import { csvRecords } from './csv-records.ts';
import type { KnownTags, ListWriter, Selection, Site } from './published.ts';

/** Creates a writer of CSV with a header line. The columns are those of `fields`; the body only on request. */
export function csv(site: Site, _known: KnownTags, wanted: Selection): ListWriter {
  return {
    item: (article) => ({ text: csvRows([article], wanted, site) }),
    list: (items) => csvHeader(wanted) + items.map(({ text }) => text).join(''),
  };
}

/** Returns the header line, for output that is written in parts. */
export function csvHeader(wanted: Selection): string {
  return csvRecords([columnsFor(wanted).map(({ name }) => name)]);
}

/** Formats articles as records without a header. */
export function csvRows(articles: Article[], wanted: Selection, site: Site): string {
  const chosen = columnsFor(wanted);
  return csvRecords(articles.map((article) => chosen.map(({ value }) => String(value(article, site) ?? ''))));
}

function columnsFor({ fields, withBody }: Selection): Column[] {
  return columns.filter(({ name, field }) => {
    if (field === 'body') return withBody || fields?.includes('body');
    return !fields || name === 'id' || fields.includes(field);
  });
}
