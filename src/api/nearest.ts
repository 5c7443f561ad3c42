import { closest, distance } from 'fastest-levenshtein';

/** The word that was probably meant: the only one that begins so, or one that differs in a third of its letters. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  if (words.length === 0 || word.length > 100) return undefined;
  const lowered = word.toLowerCase();
  const [begun, another] = words.filter((each) => each.toLowerCase().startsWith(lowered));
  if (begun && !another) return begun;
  const best = closest(lowered, words);
  const edits = distance(lowered, best.toLowerCase());
  return edits <= Math.max(1, Math.ceil(Math.max(word.length, best.length) / 3)) ? best : undefined;
}
