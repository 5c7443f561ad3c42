import type { Judgements } from './judged-set.ts';

/** Gain of an article by its relevance: 3 for 2, 1 for 1, 0 for 0. */
const gain = (relevance: number) => 2 ** relevance - 1;

const discounted = (relevances: number[]) =>
  relevances.reduce((sum, relevance, index) => sum + gain(relevance) / Math.log2(index + 2), 0);

/**
 * Returns the normalized discounted cumulative gain of the first `cutoff` results, from 0 to 1 (Järvelin and
 * Kekäläinen 2002, with gains of 2^relevance − 1). Articles that were not judged count as not relevant. NaN if no
 * article is relevant.
 */
export function ndcg(results: string[], judgements: Judgements, cutoff: number): number {
  const found = results.slice(0, cutoff).map((id) => judgements.get(id) ?? 0);
  const best = [...judgements.values()].sort((a, b) => b - a).slice(0, cutoff);
  return discounted(found) / discounted(best);
}

/**
 * Returns the share of the relevant articles that are among the first `cutoff` results. If more than `cutoff` are
 * relevant, the share of `cutoff`. NaN if no article is relevant.
 */
export function recall(results: string[], judgements: Judgements, cutoff: number): number {
  const isRelevant = (id: string) => (judgements.get(id) ?? 0) > 0;
  const relevant = [...judgements.keys()].filter(isRelevant).length;
  return results.slice(0, cutoff).filter(isRelevant).length / Math.min(relevant, cutoff);
}

/** Returns the share of the first `cutoff` results that were not judged; 0 if there are none. */
export function unjudged(results: string[], judgements: Judgements, cutoff: number): number {
  const first = results.slice(0, cutoff);
  return first.length === 0 ? 0 : first.filter((id) => !judgements.has(id)).length / first.length;
}
