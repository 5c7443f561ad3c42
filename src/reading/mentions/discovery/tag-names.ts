import { backward, bestLabels, forward, scoreTokens, total } from './chain.ts';
import { readSentences, type Sentence } from './features.ts';
import { closes, label, labelCount } from './labels.ts';
import type { NameModel } from './name-model.ts';
import type { Token } from './tokenise.ts';

/** A name as a run of tokens, `to` exclusive, with the model's probability of exactly this run. */
export interface TaggedName {
  from: number;
  to: number;
  confidence: number;
}

/** The names in a document's tokens, in order, as the model labels each sentence best. */
export function tagNames(tokens: readonly Token[], model: NameModel): TaggedName[] {
  return readSentences(tokens, model.lists).flatMap((sentence) => tagSentence(sentence, model));
}

function tagSentence(sentence: Sentence, { weights }: NameModel): TaggedName[] {
  const scores = scoreTokens(sentence.rows, weights);
  const labels = bestLabels(scores, weights.steps);
  if (labels.every((at) => at === label.outside)) return [];
  const into = forward(scores, weights.steps);
  const outOf = backward(scores, weights.steps);
  const all = total(into);
  const names: TaggedName[] = [];
  let from = 0;
  for (let t = 0; t < labels.length; t++) {
    const here = labels[t] ?? label.outside;
    if (here === label.outside) continue;
    if (here === label.first || here === label.only) from = t;
    if (!closes(here)) continue;
    let path = (into[from * labelCount + (labels[from] ?? 0)] ?? 0) - all;
    for (let inner = from + 1; inner <= t; inner++) {
      const [before, current] = [labels[inner - 1] ?? 0, labels[inner] ?? 0];
      path += (scores[inner * labelCount + current] ?? 0) + (weights.steps[before * labelCount + current] ?? 0);
    }
    const confidence = Math.min(1, Math.exp(path + (outOf[t * labelCount + here] ?? 0)));
    names.push({ from: sentence.from + from, to: sentence.from + t + 1, confidence });
  }
  return names;
}
