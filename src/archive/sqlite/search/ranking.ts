import type { Total } from '../../../model/query.ts';

/** A match and its score; lower is better. */
export interface Scored {
  key: number;
  score: number;
}

/** Matches of a search in order of relevance. */
export interface Ranking {
  /** Returns at most `limit` matches after (`forward`) or before a place, nearest first. Without a place: the best. */
  beyond(from: Scored | undefined, forward: boolean, limit: number): Scored[];
  /** Number of ranked matches; `gte` if older matches are not ranked. */
  ranked: Total;
  /** Lowest key that is ranked. */
  low: number;
}

/** Compares matches: best first, then newest first. */
function byScore(a: Scored, b: Scored): number {
  return a.score - b.score || b.key - a.key;
}

/** Returns the matches after (`forward`) or before a place, nearest first. */
export function beyondIn(
  scored: Scored[],
  from: Scored | undefined,
  forward: boolean,
  limit: number,
): Scored[] {
  const compare = forward ? byScore : (a: Scored, b: Scored) => byScore(b, a);
  // The score of the place may have changed: new articles change how rare words are.
  const start = from && { ...from, score: scored.find(({ key }) => key === from.key)?.score ?? from.score };
  const beyond = start ? scored.filter((each) => compare(each, start) > 0) : scored.slice();
  return beyond.sort(compare).slice(0, limit);
}
