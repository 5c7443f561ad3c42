/** Length of a passage in UTF-16 code units. */
const length = 140;

/** Returns the passages, at most two, that hold most of the words of a query, on one line each. */
export function passages(text: string, query: string): string[] {
  const line = text.replace(/\s+/g, ' ');
  const stems = query
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 3 || (word.length > 1 && query === query.toUpperCase()))
    .map((word) => word.slice(0, Math.max(4, word.length - 2)));
  if (stems.length === 0) return [];
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${[...new Set(stems)].join('|')})`, 'giu');
  const matches = [...line.matchAll(pattern)];
  const chosen: number[] = [];
  for (let round = 0; round < 2; round++) {
    let best = { start: -1, words: 0 };
    for (const { index } of matches) {
      const start = Math.max(0, index - 40);
      if (chosen.some((other) => Math.abs(other - start) < length)) continue;
      const words = new Set(
        line
          .slice(start, start + length)
          .toLowerCase()
          .match(pattern),
      ).size;
      if (words > best.words) best = { start, words };
    }
    if (best.start >= 0) chosen.push(best.start);
  }
  return chosen.map((start) => line.slice(start, start + length));
}
