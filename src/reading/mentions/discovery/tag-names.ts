import { at, bestLabels, type ChainSums, scoreTokens, sumLabellings } from './chain.ts';
import { readSentences, type Sentence } from './features.ts';
import { closes, label, labelCount } from './labels.ts';
import type { NameModel } from './name-model.ts';
import { secondPassFeatures } from './second-pass.ts';
import type { Token } from './tokenise.ts';

/** A name as a run of tokens, `to` exclusive, with the model's probability of exactly this run. */
export interface TaggedName {
  from: number;
  to: number;
  confidence: number;
}

/**
 * The names in a document's tokens, in order. The document is read twice: the second time each word's score takes
 * in what the first made of the same word elsewhere.
 */
export function tagNames(tokens: readonly Token[], model: NameModel): TaggedName[] {
  const sentences = readSentences(tokens, model.lists);
  const scores = sentences.map(({ rows }) => scoreTokens(rows, model.first.features));
  const sums = scores.map((score) => sumLabellings(score, model.first.steps));
  const recalled = secondPassFeatures(sentences, sums);
  return sentences.flatMap((sentence, s) => {
    const score = scoreTokens(recalled[s] ?? [], model.second.features, scores[s]);
    return readNames(sentence, score, model.second.steps);
  });
}

function readNames(sentence: Sentence, scores: Float64Array, steps: Float32Array): TaggedName[] {
  const labels = bestLabels(scores, steps);
  if (labels.every((each) => each === label.outside)) return [];
  const sums = sumLabellings(scores, steps);
  const names: TaggedName[] = [];
  let from = 0;
  labels.forEach((here, t) => {
    if (here === label.first || here === label.only) from = t;
    if (here === label.outside || !closes(here)) return;
    const confidence = Math.min(1, chanceOf(labels, from, t, sums));
    names.push({ from: sentence.from + from, to: sentence.from + t + 1, confidence });
  });
  return names;
}

/** The probability that the tokens from `from` to `last` have just these labels. */
function chanceOf(labels: Uint8Array, from: number, last: number, sums: ChainSums): number {
  let chance = at(sums.into, from * labelCount + (labels[from] ?? 0));
  for (let t = from + 1; t <= last; t++) {
    const [before, here] = [labels[t - 1] ?? 0, labels[t] ?? 0];
    chance *= at(sums.step, before * labelCount + here) * at(sums.token, t * labelCount + here);
  }
  return chance * at(sums.outOf, last * labelCount + (labels[last] ?? 0));
}
