import type { ArticleFilter, CountMode, Total } from '../../../model/query.ts';
import type { Connection } from '../connection.ts';
import { createMonthCounts, wholeMonths } from '../facets/month-counts.ts';
import { articleCountSql } from './article-list-sql.ts';
import { countedTags, type FilterPlan, ignoresRanges } from './filter-plan.ts';
import type { KeyBounds } from './publication-bounds.ts';
import type { RangeScanner } from './range-scanner.ts';

/** Maximum total of a capped count. */
export const COUNT_CAP = 10_000;

/** A total. `cutOff` is true if the budget was spent before the count ended or reached the cap. */
export interface Counted {
  total: Total;
  cutOff: boolean;
}

/**
 * Creates a function that returns the total of a list, or undefined if none is requested. Totals of one tag (or none)
 * in whole months are read from counters. Others are counted within the budget, newest first.
 */
export function createArticleTotals(
  connection: Connection,
  scanner: RangeScanner,
): (plan: FilterPlan, bounds: KeyBounds, filter: ArticleFilter, mode: CountMode) => Counted | undefined {
  const months = createMonthCounts(connection);

  return (plan, bounds, filter, mode) => {
    if (mode === 'none') return undefined;
    const tags = countedTags(plan);
    const period = wholeMonths(filter);
    if (tags && period) {
      const value = tags.reduce((sum, tag) => sum + months.sum(tag, period), 0);
      return { total: { value, relation: 'eq' }, cutOff: false };
    }
    const { sql, parameters } = articleCountSql(plan);
    const select = connection.cachedValues<number>(sql);
    const count = (range: KeyBounds, limit: number) => select.get({ ...parameters, ...range, limit });
    const deadline = scanner.deadline(mode === 'exact' ? 'exactTotal' : 'total', ignoresRanges(plan));
    return countInRanges(mode, count, (visit) => scanner.scan(bounds, true, visit, deadline));
  };
}

/** Counts matches in the ranges that `scan` visits, up to the cap. `count` counts those of one range, up to a limit. */
export function countInRanges(
  mode: Exclude<CountMode, 'none'>,
  count: (range: KeyBounds, limit: number) => number | undefined,
  scan: (visit: (range: KeyBounds) => boolean) => unknown,
): Counted {
  const cap = mode === 'exact' ? Number.MAX_SAFE_INTEGER : COUNT_CAP;
  let value = 0;
  const stoppedAt = scan((range) => {
    value += count(range, cap + 1 - value) ?? 0;
    return value > cap;
  });
  const cutOff = stoppedAt !== undefined && value <= cap;
  return { total: { value: Math.min(value, cap), relation: cutOff || value > cap ? 'gte' : 'eq' }, cutOff };
}
