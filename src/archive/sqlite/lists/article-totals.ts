import type { ArticleFilter, CountMode, Total } from '../../../model/query.ts';
import type { BoundedEffort } from '../budget.ts';
import { type Connection, keepStatements } from '../connection.ts';
import { MONTHS, monthCounts } from '../facets/month-counts.ts';
import { WHOLE_ARCHIVE } from '../tags/counters.ts';
import { wholeMonth } from './filter-plan.ts';
import { type Matching, matchingCount, walksInOne } from './matching-keys.ts';
import type { KeyBounds } from './publication-bounds.ts';

/** Where a capped count stops. */
export const COUNT_CAP = 10_000;

/** A total, and whether counting was broken off before its cap. */
export interface Counted {
  total: Total;
  cutOff: boolean;
}

/**
 * Gives totals of articles: from counters for at most one tag and whole months, else counted, newest first,
 * as far as the effort reaches. Undefined where no total is asked for.
 */
export function articleTotals(
  connection: Connection,
  effort: BoundedEffort,
): (matching: Matching, bounds: KeyBounds, filter: ArticleFilter, mode: CountMode) => Counted | undefined {
  const keep = keepStatements<Record<string, number | string>, { value: number }>(connection);
  const months = monthCounts(connection);

  return ({ term, match }, bounds, filter, mode) => {
    if (mode === 'none') return undefined;
    if (match === null && (term.kind === 'everything' || term.kind === 'has')) {
      const from = wholeMonth(filter.from, MONTHS.first);
      const before = wholeMonth(filter.before, MONTHS.last);
      if (from !== undefined && before !== undefined) {
        const tag = term.kind === 'has' ? term.tag.key : WHOLE_ARCHIVE;
        return { total: { value: months.sum(tag, from, before), relation: 'eq' }, cutOff: false };
      }
    }
    const { sql, parameters } = matchingCount({ term, match });
    const count = (part: KeyBounds, limit: number) => keep(sql).get({ ...parameters, ...part, limit })?.value;
    const through = (deadline: number, look: (part: KeyBounds) => boolean) =>
      effort.through(bounds, true, look, walksInOne({ term, match }) ? Number.POSITIVE_INFINITY : deadline);
    return countThrough(effort, mode, through, count);
  };
}

/**
 * A total counted stretch by stretch: `count` gives the matches in one, up to a limit, and `through` goes from one to
 * the next until it is told that there is enough, or gives up.
 */
export function countThrough(
  effort: BoundedEffort,
  mode: Exclude<CountMode, 'none'>,
  through: (deadline: number, look: (part: KeyBounds) => boolean) => unknown,
  count: (part: KeyBounds, limit: number) => number | undefined,
): Counted {
  const cap = mode === 'exact' ? Number.MAX_SAFE_INTEGER : COUNT_CAP;
  let value = 0;
  const look = (part: KeyBounds): boolean => {
    value += count(part, cap + 1 - value) ?? 0;
    return value > cap;
  };
  const stoppedAt = through(effort.deadline(mode === 'exact' ? 'exactTotal' : 'total'), look);
  const cutOff = stoppedAt !== undefined && value <= cap;
  const total: Total = { value: Math.min(value, cap), relation: cutOff || value > cap ? 'gte' : 'eq' };
  return { total, cutOff };
}
