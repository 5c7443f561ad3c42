import { csvType, ndjsonType } from './media-types.ts';

/**
 * All formats of lists of quotes, besides JSON. A format either writes parsed quotes (loaded on first use) or
 * joins stored JSON.
 */
export const quoteFormats = [
  { ...csvType, load: async () => (await import('./quotes-csv.ts')).quotesCsv },
  { ...ndjsonType, join: (quotes: string[]) => quotes.map((quote) => `${quote}\n`).join('') },
];
