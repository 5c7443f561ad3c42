import type { Total } from '../../../model/query.ts';
import type { BoundedEffort } from '../budget.ts';
import { type Connection, keepStatements } from '../connection.ts';
import { type Matching, searchWalk, walksInOne } from '../lists/matching-keys.ts';
import type { KeyBounds } from '../lists/publication-bounds.ts';
import { beyondIn, type Ranking, type Scored } from './ranking.ts';

/** How many of the newest matches are ranked: 10,000 take about 5 ms. */
export const RANKED = 10_000;

/** A word in the headline weighs ten times one in the body; the columns are those of `article_search`. */
export const WEIGHTS = { headline: 10, standfirst: 4, body: 1, caption: 2 };
const SCORE = `bm25(article_search, ${Object.values(WEIGHTS).join(', ')})`;

/** The best of a stretch: SQLite keeps only as many as are asked for while it goes through it. */
export function bestSql(walk: string): string {
  return `SELECT key, score FROM (${walk}) ORDER BY score, key DESC LIMIT :best`;
}

/** How many of the newest matches of a stretch there are, up to a limit, and the oldest of them. */
export function newestSql(walk: string): string {
  return `SELECT count(*) AS found, min(key) AS oldest FROM (${walk})`;
}

/**
 * Ranks the newest matches by FTS5's bm25. It counts all matches of each word for its rarity, 30 ns each and three
 * times that for phrases, and takes 0.5 µs for each that it ranks. `total` is how many match, where that is known;
 * `low` the end of what an earlier page has ranked.
 */
export function indexRanking(
  connection: Connection,
  effort: BoundedEffort,
): (
  matching: Matching & { match: string },
  bounds: KeyBounds,
  known: { total?: Total | undefined; low?: number | undefined },
) => Ranking {
  const keep = keepStatements<Record<string, number | string>, Scored>(connection);
  const keepNewest = keepStatements<
    Record<string, number | string>,
    { found: number; oldest: number | null }
  >(connection);

  /** Down to which key the newest matches are ranked, and how many those are. */
  const newest = (matching: Matching & { match: string }, bounds: KeyBounds): Omit<Ranking, 'beyond'> => {
    const { sql, parameters } = searchWalk(matching, true);
    let value = 0;
    let low = bounds.high;
    const look = (stretch: KeyBounds): boolean => {
      const row = keepNewest(newestSql(sql)).get({ ...parameters, ...stretch, limit: RANKED - value });
      value += row?.found ?? 0;
      low = value < RANKED ? stretch.low : (row?.oldest ?? low);
      return value >= RANKED;
    };
    const deadline = walksInOne(matching) ? Number.POSITIVE_INFINITY : effort.deadline('ranking');
    const stoppedAt = effort.through(bounds, true, look, deadline);
    return { low, ranked: { value, relation: stoppedAt || value >= RANKED ? 'gte' : 'eq' } };
  };

  return (matching, bounds, { total, low: until }) => {
    const { sql, parameters } = searchWalk(matching, true, SCORE);
    const from = (low: number) => ({ ...parameters, low, high: bounds.high, limit: -1 });
    if (until !== undefined) {
      const scored = keep(sql).all(from(until));
      return {
        low: until,
        ranked: { value: scored.length, relation: until > bounds.low ? 'gte' : 'eq' },
        beyond: (place, forward, limit) => beyondIn(scored, place, forward, limit),
      };
    }
    const { low, ranked } =
      total?.relation === 'eq' && total.value <= RANKED
        ? { low: bounds.low, ranked: total }
        : newest(matching, bounds);
    return {
      low,
      ranked,
      beyond: (place, forward, limit) =>
        place === undefined
          ? keep(bestSql(sql)).all({ ...from(low), best: limit })
          : beyondIn(keep(sql).all(from(low)), place, forward, limit),
    };
  };
}
