import { secondsOf } from '../../../news/instant.ts';
import type { ArticleFilter, CountMode, Total } from '../../../news/query.ts';
import { monthOf, startOfMonth } from '../../month.ts';
import { type Connection, keepStatements } from '../connection.ts';
import { WHOLE_ARCHIVE } from '../write/ledger.ts';
import type { BoundedEffort } from './bounded-effort.ts';
import { type Matching, matchingCount } from './matching-keys.ts';
import type { KeyBounds } from './publication-bounds.ts';

/** Where a capped count stops. */
export const COUNT_CAP = 10_000;

/** How many times the usual effort an exact count may take; past it, it says `gte` too. */
export const EXACT_TIMES = 20;

const FIRST_MONTH = -1_000_000;
const LAST_MONTH = 1_000_000;

/**
 * Gives totals of articles: from counters for at most one tag and whole months, else counted, newest first,
 * as far as the effort reaches.
 */
export function articleTotals(
  connection: Connection,
  effort: BoundedEffort,
): (matching: Matching, bounds: KeyBounds, filter: ArticleFilter, mode: CountMode) => Total | undefined {
  const keep = keepStatements<Record<string, number | string>, { value: number }>(connection);
  const sumMonths = connection
    .prepare<{ tag: number; from: number; before: number }, number>(
      `SELECT coalesce(sum(articles), 0) FROM tag_months
       WHERE tag = :tag AND month >= :from AND month < :before`,
    )
    .pluck();

  const wholeMonth = (instant: string | undefined, open: number): number | undefined => {
    if (instant === undefined) return open;
    const seconds = secondsOf(instant);
    const month = monthOf(seconds);
    return startOfMonth(month) === seconds ? month : undefined;
  };

  return ({ term, match }, bounds, filter, mode) => {
    if (mode === 'none') return undefined;
    if (match === null && (term.kind === 'everything' || term.kind === 'has')) {
      const from = wholeMonth(filter.from, FIRST_MONTH);
      const before = wholeMonth(filter.before, LAST_MONTH);
      if (from !== undefined && before !== undefined) {
        const tag = term.kind === 'has' ? term.tag.key : WHOLE_ARCHIVE;
        return { value: sumMonths.get({ tag, from, before }) ?? 0, relation: 'eq' };
      }
    }
    const { sql, parameters } = matchingCount({ term, match });
    const cap = mode === 'exact' ? Number.MAX_SAFE_INTEGER : COUNT_CAP;
    let value = 0;
    const look = (part: KeyBounds): boolean => {
      value += keep(sql).get({ ...parameters, ...part, limit: cap + 1 - value })?.value ?? 0;
      return value > cap;
    };
    const stoppedAt = effort.through(bounds, true, look, mode === 'exact' ? EXACT_TIMES : 1);
    return stoppedAt !== undefined || value > cap
      ? { value: Math.min(value, cap), relation: 'gte' }
      : { value, relation: 'eq' };
  };
}
