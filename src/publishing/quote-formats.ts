import { csvType, ndjsonType } from './media-types.ts';

/**
 * Every format of lists of quotes, beside JSON: written from quotes by what is loaded when it is first asked for, or
 * made of them as they are stored.
 */
export const quoteFormats = [
  { ...csvType, load: async () => (await import('./quotes-csv.ts')).quotesCsv },
  { ...ndjsonType, join: (quotes: string[]) => quotes.map((quote) => `${quote}\n`).join('') },
];
