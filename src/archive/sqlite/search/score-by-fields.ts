import type { SearchExpression, Total } from '../../../model/query.ts';
import { searchedPhrases } from '../../core/words/searched-phrases.ts';
import type { BoundedEffort } from '../budget.ts';
import { type Connection, keepStatements } from '../connection.ts';
import { type Matching, searchWalk, walksInOne } from '../lists/matching-keys.ts';
import type { KeyBounds } from '../lists/publication-bounds.ts';
import { matchExpression } from './match-expression.ts';
import { beyondIn, type Ranking, type Scored } from './ranking.ts';
import { RANKED, WEIGHTS } from './score-by-index.ts';
import type { Frequencies } from './word-frequencies.ts';

/** Phrases that are scored, the rarest; the others only have to match. */
const MOST_SCORED = 4;

/** A phrase in so large a share of the articles tells next to nothing, beside a rarer one. */
const TOO_COMMON = 0.4;

/** How fast more of a phrase counts less, as in BM25 (Robertson, Walker 1994). */
const K1 = 1.2;

/**
 * Ranks the newest matches by which words they hold and whether in the headline, rarer words counting more: what bm25
 * would say if each word stood once in headline and body and all articles were equally long. Nothing is counted over
 * the whole archive: some 3 ms for a word, however common it is.
 */
export function fieldRanking(
  connection: Connection,
  effort: BoundedEffort,
): (
  matching: Matching & { match: string },
  bounds: KeyBounds,
  search: SearchExpression,
  frequencies: Frequencies,
  known: { total?: Total | undefined; low?: number | undefined },
) => Ranking {
  const keep = keepStatements<Record<string, number | string>, number>(connection);

  /** Keys of the newest matches, or of all, in no order. */
  const keysOf = (matching: Matching & { match: string }, bounds: KeyBounds, limit = -1): number[] => {
    // Where all are asked for, FTS5 is faster upwards.
    const { sql, parameters } = searchWalk(matching, limit >= 0);
    return keep(sql)
      .pluck()
      .all({ ...parameters, ...bounds, limit });
  };

  return (matching, bounds, search, { articles, each }, { total, low: until }) => {
    const keys: number[] = [];
    let low = until ?? bounds.low;
    if (until === undefined && !(total?.relation === 'eq' && total.value <= RANKED)) {
      const look = (stretch: KeyBounds): boolean => {
        for (const key of keysOf(matching, stretch, RANKED - keys.length)) keys.push(key);
        low = keys.length < RANKED ? stretch.low : (keys.at(-1) ?? low);
        return keys.length >= RANKED;
      };
      const deadline = walksInOne(matching) ? Number.POSITIVE_INFINITY : effort.deadline('ranking');
      effort.through(bounds, true, look, deadline);
    } else keys.push(...keysOf(matching, { low, high: bounds.high }));

    const places = new Map(keys.map((key, place) => [key, place]));
    const scores = new Float64Array(keys.length);
    const holding = (part: SearchExpression): number[] => {
      const match = `(${matching.match}) AND (${matchExpression(part)})`;
      return keysOf({ ...matching, match }, { low, high: bounds.high });
    };
    const phrases = searchedPhrases(search)
      .map((phrase, index) => ({ ...phrase, frequency: each[index] ?? articles }))
      .sort((a, b) => a.frequency - b.frequency)
      .filter(({ frequency }, place) => place === 0 || frequency < TOO_COMMON * articles)
      .slice(0, MOST_SCORED);
    for (const { words, prefix, field, required, frequency } of phrases) {
      const weights = new Float64Array(keys.length);
      const add = (found: number[], weight: number) => {
        for (const key of found) {
          const place = places.get(key);
          if (place !== undefined) weights[place] = (weights[place] ?? 0) + weight;
        }
      };
      const phrase = { kind: 'words', words, prefix } as const;
      if (required) weights.fill(WEIGHTS.body);
      else add(holding({ ...phrase, field }), WEIGHTS.body);
      // No other field is asked for: where FTS5 finds nothing in a stretch it looks on beyond it, and a word that is
      // common is in many headlines, but perhaps in no caption.
      if (field === null) add(holding({ ...phrase, field: 'headline' }), WEIGHTS.headline);
      const rarity = Math.max(1e-6, Math.log((articles - frequency + 0.5) / (frequency + 0.5)));
      for (const [place, weight] of weights.entries()) {
        scores[place] = (scores[place] ?? 0) - (rarity * weight * (K1 + 1)) / (weight + K1);
      }
    }
    const scored: Scored[] = keys.map((key, place) => ({ key, score: scores[place] ?? 0 }));
    return {
      low,
      ranked: { value: keys.length, relation: low > bounds.low ? 'gte' : 'eq' },
      beyond: (place, forward, limit) => beyondIn(scored, place, forward, limit),
    };
  };
}
