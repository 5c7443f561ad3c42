import type { Total } from '../../../model/query.ts';
import type { ResolvedSearch } from '../../core/words/resolve-search.ts';
import { wantedPhrases } from '../../core/words/wanted-phrases.ts';
import type { Connection } from '../connection.ts';
import { searchKeysSql } from '../lists/article-list-sql.ts';
import { type FilterPlan, ignoresRanges } from '../lists/filter-plan.ts';
import type { KeyBounds } from '../lists/publication-bounds.ts';
import type { RangeScanner } from '../lists/range-scanner.ts';
import { matchExpression } from './match-expression.ts';
import { beyondIn, type Ranking, type Scored } from './ranking.ts';
import { RANKED, WEIGHTS } from './score-by-index.ts';
import type { Frequencies } from './word-frequencies.ts';

/** Number of phrases that are scored, rarest first. The others only have to match. */
const MOST_SCORED = 4;

/** Share of the articles above which a phrase is not scored if there is a rarer one. */
const TOO_COMMON = 0.4;

/** Saturation of term frequency in BM25 (Robertson, Walker 1994). */
const K1 = 1.2;

/**
 * Creates a ranking of the newest matches by the words they contain, rarer words and words in the headline first. It
 * equals bm25 if each word occurs once in headline and body and all articles have the same length. It counts nothing
 * over the whole archive: about 3 ms per word, however common it is.
 */
export function createFieldRanking(
  connection: Connection,
  scanner: RangeScanner,
): (
  plan: FilterPlan & { match: string; search: ResolvedSearch },
  bounds: KeyBounds,
  frequencies: Frequencies,
  known: { total?: Total | undefined; low?: number | undefined },
) => Ranking {
  /** Returns the keys of the newest matches, or of all, in no particular order. */
  const keysOf = (plan: FilterPlan & { match: string }, bounds: KeyBounds, limit = -1): number[] => {
    // Without a limit, FTS5 is faster in ascending order.
    const { sql, parameters } = searchKeysSql(plan, limit >= 0);
    return connection.cachedValues<number>(sql).all({ ...parameters, ...bounds, limit });
  };

  return (plan, bounds, { articles, each }, { total, low: until }) => {
    const keys: number[] = [];
    let low = until ?? bounds.low;
    if (until === undefined && !(total?.relation === 'eq' && total.value <= RANKED)) {
      const visit = (range: KeyBounds): boolean => {
        for (const key of keysOf(plan, range, RANKED - keys.length)) keys.push(key);
        low = keys.length < RANKED ? range.low : (keys.at(-1) ?? low);
        return keys.length >= RANKED;
      };
      scanner.scan(bounds, true, visit, scanner.deadline('ranking', ignoresRanges(plan)));
    } else keys.push(...keysOf(plan, { low, high: bounds.high }));

    const places = new Map(keys.map((key, place) => [key, place]));
    const scores = new Float64Array(keys.length);
    const keysWith = (part: ResolvedSearch): number[] => {
      const match = `(${plan.match}) AND (${matchExpression(part)})`;
      return keysOf({ ...plan, match }, { low, high: bounds.high });
    };
    const phrases = wantedPhrases(plan.search)
      .map((phrase, index) => ({ ...phrase, frequency: each[index] ?? articles }))
      .sort((a, b) => a.frequency - b.frequency)
      .filter(({ frequency }, place) => place === 0 || frequency < TOO_COMMON * articles)
      .slice(0, MOST_SCORED);
    for (const { required, frequency, ...phrase } of phrases) {
      const weights = new Float64Array(keys.length);
      const add = (found: number[], weight: number) => {
        for (const key of found) {
          const place = places.get(key);
          if (place !== undefined) weights[place] = (weights[place] ?? 0) + weight;
        }
      };
      if (required) weights.fill(WEIGHTS.body);
      else add(keysWith(phrase), WEIGHTS.body);
      // Not standfirsts and captions: FTS5 reads beyond the range until it finds a match, and a common word is in many
      // headlines but perhaps in no caption.
      if (phrase.field === null) add(keysWith({ ...phrase, field: 'headline' }), WEIGHTS.headline);
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
