import type { QuoteEntry } from '../model/quote-entry.ts';
import { pageOf } from './addresses.ts';
import { csvRecords } from './csv-records.ts';
import type { Site } from './published.ts';

/** All columns, in order. Add new ones at the end. */
const columns: Record<string, (quote: QuoteEntry, site: Site) => string | boolean | null> = {
  id: ({ id }) => id,
  quote: ({ exact }) => exact,
  speaker: ({ speaker }) => speaker?.name ?? null,
  speakerTag: ({ speaker }) => speaker?.tag ?? null,
  verb: ({ verb }) => verb,
  complete: ({ complete }) => complete,
  publishedAt: ({ article }) => article.publishedAt,
  articleId: ({ article }) => article.id,
  headline: ({ article }) => article.headline,
  source: ({ article }) => article.source?.name ?? null,
  page: ({ article }, site) => pageOf(article, site),
};

/** Formats quotes as CSV, one per line, with speaker and article. */
export function quotesCsv(quotes: QuoteEntry[], site: Site): string {
  const rows = quotes.map((quote) => Object.values(columns).map((value) => String(value(quote, site) ?? '')));
  return csvRecords([Object.keys(columns), ...rows]);
}
