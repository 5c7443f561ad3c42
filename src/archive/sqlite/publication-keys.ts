/**
 * Seconds of publication that share a key. An article's key begins at seconds ÷ 8 and goes up where others are before
 * it; that leaves room between neighbours in archives of up to ten thousand articles a day, and in larger ones what
 * is in the way is moved. A finer unit makes FTS5's row id deltas longer: eighths of a second cost a tenth of its bytes
 * more. Archives begun with another unit stay right: only the order of keys means anything.
 */
export const SECONDS_PER_KEY = 8;

/** Quotes that one article can put into the list of quotes; keys × 4096 stay below 2^53. */
export const QUOTES_PER_ARTICLE = 4096;

/** Keys outside of which no article lies. */
export const KEYS = { low: -(2 ** 41), high: 2 ** 41 };

/** The key of the quote at `index` (from 0) of an article: descending keys are the order of quote lists. */
export function quoteKey(articleKey: number, index: number): number {
  return articleKey * QUOTES_PER_ARTICLE + QUOTES_PER_ARTICLE - 1 - index;
}

/** The key of the article that a quote's key belongs to. */
export function articleOfQuote(key: number): number {
  return Math.floor(key / QUOTES_PER_ARTICLE);
}

/** The place of a quote in its article, from 0, by its key. */
export function quoteIndex(key: number): number {
  return quoteKey(articleOfQuote(key), 0) - key;
}
