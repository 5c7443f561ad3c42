import type { Total } from '../../../model/query.ts';
import type { Connection } from '../connection.ts';
import { articleKeysSql } from '../lists/article-list-sql.ts';
import { type FilterPlan, ignoresRanges } from '../lists/filter-plan.ts';
import type { KeyBounds } from '../lists/publication-bounds.ts';
import type { RangeScanner } from '../lists/range-scanner.ts';

/** Maximum number of matches that are counted without counters, the newest. They take about 5 ms. */
const COUNTED_MATCHES = 2_000;

/** Keys of the newest articles that match a filter, and their number: `gte` if there are older ones. */
export interface NewestMatches {
  keys: number[];
  articles: Total;
}

/** Creates a search for the newest matches of a filter, within the budget of a ranking. */
export function createNewestMatches(
  connection: Connection,
  scanner: RangeScanner,
): (plan: FilterPlan, bounds: KeyBounds) => NewestMatches {
  return (plan, bounds) => {
    if (plan.term.kind === 'nothing') return { keys: [], articles: { value: 0, relation: 'eq' } };
    const { sql, parameters } = articleKeysSql(plan, true);
    const select = connection.cachedValues<number>(sql);
    const keys: number[] = [];
    const visit = (range: KeyBounds): boolean => {
      const limit = COUNTED_MATCHES + 1 - keys.length;
      keys.push(...select.all({ ...parameters, ...range, limit }).sort((a, b) => b - a));
      return keys.length > COUNTED_MATCHES;
    };
    const stoppedAt = scanner.scan(bounds, true, visit, scanner.deadline('ranking', ignoresRanges(plan)));
    const more = stoppedAt !== undefined || keys.length > COUNTED_MATCHES;
    const counted = keys.slice(0, COUNTED_MATCHES);
    return { keys: counted, articles: { value: counted.length, relation: more ? 'gte' : 'eq' } };
  };
}
