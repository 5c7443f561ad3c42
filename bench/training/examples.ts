import { scoreTokens, sumLabellings } from '../../src/reading/mentions/discovery/chain.ts';
import { readSentences } from '../../src/reading/mentions/discovery/features.ts';
import { label } from '../../src/reading/mentions/discovery/labels.ts';
import type { NameModel } from '../../src/reading/mentions/discovery/name-model.ts';
import { secondPassFeatures } from '../../src/reading/mentions/discovery/second-pass.ts';
import { type Token, tokenise } from '../../src/reading/mentions/discovery/tokenise.ts';
import { fact, type NameLists, type WordFacts } from '../../src/reading/mentions/discovery/word-facts.ts';
import type { Example } from './train-chain.ts';
import type { TrainingDocument } from './training-document.ts';

/** Facts that come from name lists. */
const listedFacts = fact.firstName | fact.surname;

/** Share of the words whose listed facts are hidden, so that the model also learns names missing from the lists. */
const hidden = 0.25;

/** A document's sentences as examples of the first reading. */
export function readExamples(
  { document, weight }: WeighedDocument,
  lists: NameLists,
  random: () => number,
): Example[] {
  const tokens = tokenise(document.text);
  const hide = (word: WordFacts) => (random() < hidden ? { ...word, bits: word.bits & ~listedFacts } : word);
  const { labels, unusable } = labelTokens(document, tokens);
  return readSentences(tokens, lists, hide)
    .filter(({ from, rows }) => !rows.some((_, i) => unusable.has(from + i)))
    .map(({ from, rows }) => ({ rows, weight, labels: labels.slice(from, from + rows.length) }));
}

/** A document's sentences as examples of the second reading, after a first by a model that has not seen them. */
export function readSecondPassExamples(
  { document, weight }: WeighedDocument,
  model: Pick<NameModel, 'lists' | 'first'>,
): Example[] {
  const tokens = tokenise(document.text);
  const { labels, unusable } = labelTokens(document, tokens);
  const sentences = readSentences(tokens, model.lists);
  const scores = sentences.map(({ rows }) => scoreTokens(rows, model.first.features));
  const recalled = secondPassFeatures(
    sentences,
    scores.map((score) => sumLabellings(score, model.first.steps)),
  );
  return sentences.flatMap(({ from, rows }, s) => {
    if (rows.some((_, i) => unusable.has(from + i))) return [];
    const score = scores[s];
    const example = { rows: recalled[s] ?? [], weight, labels: labels.slice(from, from + rows.length) };
    return score ? [{ ...example, scores: score }] : [];
  });
}

/** A document and how much each of its sentences counts. */
export interface WeighedDocument {
  document: TrainingDocument;
  weight: number;
}

/** Each token's right label, and the tokens of undecided spans and of names that begin or end within a token. */
function labelTokens(
  document: TrainingDocument,
  tokens: readonly Token[],
): { labels: Uint8Array; unusable: Set<number> } {
  const labels = new Uint8Array(tokens.length);
  const unusable = new Set<number>();
  const starts = new Map(tokens.map((token, i) => [token.start, i]));
  const ends = new Map(tokens.map((token, i) => [token.end, i]));
  const leaveOut = (span: { start: number; end: number }) =>
    tokens.forEach((token, i) => {
      if (token.start < span.end && token.end > span.start) unusable.add(i);
    });
  for (const name of document.names) {
    const [from, to] = [starts.get(name.start), ends.get(name.end)];
    if (from === undefined || to === undefined) leaveOut(name);
    else if (from === to) labels[from] = label.only;
    else {
      labels.fill(label.inner, from, to);
      labels[from] = label.first;
      labels[to] = label.last;
    }
  }
  document.undecided.forEach(leaveOut);
  return { labels, unusable };
}
