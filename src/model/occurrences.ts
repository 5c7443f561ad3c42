/**
 * Returns the UTF-16 offsets of `exact` in a text, ascending. Matches whole words only and does not overlap.
 *
 *     occurrencesOf('Kim', 'Kim and Kimchi, Kim') → [0, 16]
 */
export function occurrencesOf(exact: string, text: string): number[] {
  const places: number[] = [];
  if (exact === '') return places;
  let from = 0;
  for (;;) {
    const start = text.indexOf(exact, from);
    if (start < 0) return places;
    const end = start + exact.length;
    if (isEdge(text, start) && isEdge(text, end)) {
      places.push(start);
      from = end;
    } else from = start + 1;
  }
}

const wordCharacter = /[\p{L}\p{N}\p{M}]/u;

/** True if no word continues across this offset. */
function isEdge(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 2), at).match(/.$/su)?.[0] ?? '';
  const after = text.slice(at, at + 2).match(/^./su)?.[0] ?? '';
  return !(wordCharacter.test(before) && wordCharacter.test(after));
}
