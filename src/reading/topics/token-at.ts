import type { Token } from '../mentions/tokenize.ts';

/** Returns the index of the last token that starts at or before an offset, or 0 if none does (binary search). */
export function tokenAt(tokens: Token[], offset: number): number {
  let low = 0;
  let high = tokens.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((tokens[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
