import { type Connection, keepStatements } from '../connection.ts';
import type { BoundedEffort } from './bounded-effort.ts';
import { type Matching, searchWalk } from './matching-keys.ts';
import type { KeyBounds } from './publication-bounds.ts';

/** How many of the newest matches are ranked: 10,000 take about 9 ms. */
const RANKED = 10_000;

/** A match and how well it matches: the smaller, the better. */
export interface Scored {
  key: number;
  score: number;
}

/** What was ranked; `cut` where older (or likelier left out) matches were not. */
export interface Ranking {
  scored: Scored[];
  cut: boolean;
}

/** A word in the headline weighs ten times one in the body; the columns are those of `article_search`. */
export const WEIGHTS = { headline: 10, standfirst: 4, body: 1, caption: 2 };
const SCORE = `bm25(article_search, ${Object.values(WEIGHTS).join(', ')})`;

/**
 * Gives scores of the newest matches by FTS5's bm25. It counts all matches of each word for its rarity: 30 ns
 * each, and three times that for phrases.
 */
export function indexScores(
  connection: Connection,
  effort: BoundedEffort,
): (matching: Matching & { match: string }, bounds: KeyBounds) => Ranking {
  const keepScores = keepStatements<Record<string, number | string>, Scored>(connection);
  const keepKeys = keepStatements<Record<string, number | string>, { key: number }>(connection);
  return (matching, bounds) => {
    const keys = searchWalk(matching, true);
    let found = 0;
    let low = bounds.high;
    const look = (stretch: KeyBounds): boolean => {
      const rows = keepKeys(keys.sql).all({ ...keys.parameters, ...stretch, limit: RANKED + 1 - found });
      low = rows[RANKED - 1 - found]?.key ?? stretch.low;
      found += rows.length;
      return found > RANKED;
    };
    const stoppedAt = effort.through(bounds, true, look, effort.deadline('ranking'));
    const { sql, parameters } = searchWalk(matching, true, SCORE);
    const scored = keepScores(sql).all({ ...parameters, low, high: bounds.high, limit: RANKED });
    return { scored, cut: stoppedAt !== undefined || found > RANKED };
  };
}
