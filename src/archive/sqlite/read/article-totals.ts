import type { ArticleFilter, CountMode, Total } from '../../../news/query.ts';
import { type Connection, keepStatements } from '../connection.ts';
import { WHOLE_ARCHIVE } from '../write/ledger.ts';
import type { BoundedEffort } from './bounded-effort.ts';
import { wholeMonth } from './filter-plan.ts';
import { type Matching, matchingCount } from './matching-keys.ts';
import { MONTHS, monthCounts } from './month-counts.ts';
import type { KeyBounds } from './publication-bounds.ts';

/** Where a capped count stops. */
export const COUNT_CAP = 10_000;

/** How many times the usual effort an exact count may take; past it, it says `gte` too. */
export const EXACT_TIMES = 20;

/**
 * Gives totals of articles: from counters for at most one tag and whole months, else counted, newest first,
 * as far as the effort reaches.
 */
export function articleTotals(
  connection: Connection,
  effort: BoundedEffort,
): (matching: Matching, bounds: KeyBounds, filter: ArticleFilter, mode: CountMode) => Total | undefined {
  const keep = keepStatements<Record<string, number | string>, { value: number }>(connection);
  const months = monthCounts(connection);

  return ({ term, match }, bounds, filter, mode) => {
    if (mode === 'none') return undefined;
    if (match === null && (term.kind === 'everything' || term.kind === 'has')) {
      const from = wholeMonth(filter.from, MONTHS.first);
      const before = wholeMonth(filter.before, MONTHS.last);
      if (from !== undefined && before !== undefined) {
        const tag = term.kind === 'has' ? term.tag.key : WHOLE_ARCHIVE;
        return { value: months.sum(tag, from, before), relation: 'eq' };
      }
    }
    const { sql, parameters } = matchingCount({ term, match });
    const cap = mode === 'exact' ? Number.MAX_SAFE_INTEGER : COUNT_CAP;
    let value = 0;
    const look = (part: KeyBounds): boolean => {
      value += keep(sql).get({ ...parameters, ...part, limit: cap + 1 - value })?.value ?? 0;
      return value > cap;
    };
    const stoppedAt = effort.through(bounds, true, look, effort.deadline(mode === 'exact' ? EXACT_TIMES : 1));
    return stoppedAt !== undefined || value > cap
      ? { value: Math.min(value, cap), relation: 'gte' }
      : { value, relation: 'eq' };
  };
}
