/**
 * Seconds of publication per key. The key of an article is its time of publication ÷ 8, or the next free one above its
 * predecessor. That leaves gaps in archives of up to 10,000 articles a day; in larger ones, articles in the way are
 * moved. A finer unit makes FTS5's row id deltas longer (an eighth of a second: a tenth more bytes). The unit may change:
 * only the order of keys matters.
 */
export const SECONDS_PER_KEY = 8;

/** Maximum number of quotes of an article in the list of quotes; keys × 4096 stay below 2^53. */
export const QUOTES_PER_ARTICLE = 4096;

/** Bounds of all keys. Those of undated articles are below `dated`, all others above: the year 0 has −7.8 × 10^9. */
export const KEYS = { low: -(2 ** 41), dated: -(10 ** 10), high: 2 ** 41 };

/** Returns the key of the quote at `index` (from 0) of an article. Lists of quotes are in descending key order. */
export function quoteKey(articleKey: number, index: number): number {
  return articleKey * QUOTES_PER_ARTICLE + QUOTES_PER_ARTICLE - 1 - index;
}

/** Returns the key of the article of a quote. */
export function articleOfQuote(key: number): number {
  return Math.floor(key / QUOTES_PER_ARTICLE);
}

/** Returns the index of a quote in its article, from 0. */
export function quoteIndex(key: number): number {
  return quoteKey(articleOfQuote(key), 0) - key;
}
