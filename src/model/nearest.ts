import { editDistance } from './edit-distance.ts';

/** Returns the only word with this prefix, else the nearest one with at most a third of its letters changed. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  if (word.length > 100) return undefined;
  const lowered = word.toLowerCase();
  const [begun, another] = words.filter((each) => each.toLowerCase().startsWith(lowered));
  if (begun && !another) return begun;
  // A third of two letters is none: any short word is one edit away from any other.
  if (word.length < 3) return undefined;
  let best: string | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const each of words) {
    const edits = editDistance(lowered, each.toLowerCase());
    if (edits < fewest && edits <= Math.max(word.length, each.length) / 3) {
      best = each;
      fewest = edits;
    }
  }
  return best;
}
