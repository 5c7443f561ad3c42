import { type NameLists, listedFacts } from '../../src/reading/mentions/discovery/word-facts.ts';
import { readSentences } from '../../src/reading/mentions/discovery/features.ts';
import { label } from '../../src/reading/mentions/discovery/labels.ts';
import { tokenise } from '../../src/reading/mentions/discovery/tokenise.ts';
import type { Example } from './train-chain.ts';
import type { TrainingDocument } from './training-document.ts';

/** In a quarter of the words the lists are not asked, as if they did not hold them. */
const hidden = 0.25;

/** A document's sentences as examples; those with undecided spans or names that split a token are left out. */
export function readExamples(
  document: TrainingDocument,
  lists: NameLists,
  weight: number,
  random: () => number,
): Example[] {
  const tokens = tokenise(document.text);
  const labels = new Uint8Array(tokens.length);
  const unusable = new Set<number>();
  const starts = new Map(tokens.map((token, i) => [token.start, i]));
  const ends = new Map(tokens.map((token, i) => [token.end, i]));
  for (const { start, end } of document.names) {
    const [from, to] = [starts.get(start), ends.get(end)];
    if (from === undefined || to === undefined)
      tokens.forEach((token, i) => {
        if (token.start < end && token.end > start) unusable.add(i);
      });
    else if (from === to) labels[from] = label.only;
    else {
      labels.fill(label.inner, from, to);
      labels[from] = label.first;
      labels[to] = label.last;
    }
  }
  for (const { start, end } of document.open)
    tokens.forEach((token, i) => {
      if (token.start < end && token.end > start) unusable.add(i);
    });
  const sentences = readSentences(tokens, lists, (word) =>
    random() < hidden ? { ...word, bits: word.bits & ~listedFacts } : word,
  );
  return sentences
    .filter(({ from, rows }) => !rows.some((_, i) => unusable.has(from + i)))
    .map(({ from, rows }) => ({ rows, weight, labels: labels.slice(from, from + rows.length) }));
}
