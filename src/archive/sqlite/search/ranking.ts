import type { Total } from '../../../model/query.ts';

/** A match and how well it matches: the smaller, the better. */
export interface Scored {
  key: number;
  score: number;
}

/** Matches of a search in order of relevance. */
export interface Ranking {
  /** At most `limit`, those nearest to a place first: after it (`forward`) or before it; without one, the best. */
  beyond(from: Scored | undefined, forward: boolean, limit: number): Scored[];
  /** How many are ranked; `gte` where older (or likelier left out) matches are not. */
  ranked: Total;
  /** Below this key no match is ranked. */
  low: number;
}

/** Best first, newest first among equals. */
function byScore(a: Scored, b: Scored): number {
  return a.score - b.score || b.key - a.key;
}

/** What lies beyond a place among these, whose order does not matter. */
export function beyondIn(
  scored: Scored[],
  from: Scored | undefined,
  forward: boolean,
  limit: number,
): Scored[] {
  const compare = forward ? byScore : (a: Scored, b: Scored) => byScore(b, a);
  // The place itself may have another score now, as what arrived since changes how rare words are.
  const start = from && { ...from, score: scored.find(({ key }) => key === from.key)?.score ?? from.score };
  const beyond = start ? scored.filter((each) => compare(each, start) > 0) : scored.slice();
  return beyond.sort(compare).slice(0, limit);
}
