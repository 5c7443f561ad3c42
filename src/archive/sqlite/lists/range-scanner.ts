import { WHOLE_ARCHIVE } from '../../core/counter-changes.ts';
import { monthOf, startOfMonth } from '../../core/month.ts';
import type { Budget, Purpose } from '../budget.ts';
import type { Connection } from '../connection.ts';
import type { Place } from './page.ts';
import type { KeyBounds } from './publication-bounds.ts';

/** A range that took less than QUICK_MS is followed by one GROWTH times as long, up to LONGEST_RANGE articles. */
const QUICK_MS = 6;
const GROWTH = 4;
const LONGEST_RANGE = 64_000;

/** Scans articles range by range until enough is found or the budget is spent. */
export interface RangeScanner {
  readonly budget: Budget;
  /** True if pages have a time limit. Callers should then not begin a search that cannot be interrupted. */
  readonly bounded: boolean;
  /** Returns the deadline of work that begins now, as of `performance.now()`. `Infinity` if `unlimited`. */
  deadline(purpose: Purpose, unlimited?: boolean): number;
  /** Returns the first range that a descending scan would visit. */
  first(bounds: KeyBounds): KeyBounds;
  /**
   * Calls `visit` with consecutive ranges of `bounds`, from the newest or from the oldest, until it returns true. If
   * the deadline passes first, returns the last article that was visited. An infinite deadline means a single range.
   */
  scan(
    bounds: KeyBounds,
    descending: boolean,
    visit: (range: KeyBounds) => boolean,
    deadline: number,
  ): Place | undefined;
}

/**
 * Creates the scanner of a connection. SQLite and FTS5 can neither predict how far a scan for rare matches goes (two
 * frequent tags that hardly occur together, a search within a tag) nor interrupt it, so we run many short scans.
 */
export function createRangeScanner(connection: Connection, budget: Budget): RangeScanner {
  const down = prepareScan(connection, true);
  const up = prepareScan(connection, false);
  const firstSince = connection
    .prepare<{ publishedAt: number }, number>(
      `SELECT key FROM articles WHERE published_at >= :publishedAt ORDER BY published_at, key LIMIT 1`,
    )
    .pluck();

  /** Returns the end of a range of about `wanted` articles, or undefined if `bounds` has no more than that. */
  const endOf = ({ low, high }: KeyBounds, descending: boolean, wanted: number): number | undefined => {
    const { begin, months, end } = descending ? down : up;
    const publishedAt = begin.get({ low, high });
    if (publishedAt === undefined) return undefined;
    let counted = 0;
    for (const { month, articles } of months.iterate({ month: monthOf(publishedAt) })) {
      // Whole months cost next to nothing; in a crowded month we count articles instead.
      if (counted === 0 && articles > LONGEST_RANGE) {
        const key = end.get({ low, high, articles: wanted - 1 });
        return key === undefined || descending ? key : key + 1;
      }
      counted += articles;
      if (counted < wanted) continue;
      const edge = firstSince.get({ publishedAt: startOfMonth(descending ? month : month + 1) });
      return edge !== undefined && edge > low && edge < high ? edge : undefined;
    }
    return undefined;
  };

  return {
    budget,
    bounded: budget.ms.page !== Number.POSITIVE_INFINITY,
    deadline: (purpose, unlimited = false) =>
      unlimited ? Number.POSITIVE_INFINITY : performance.now() + budget.ms[purpose],
    first: (bounds) => ({ ...bounds, low: endOf(bounds, true, budget.firstRange) ?? bounds.low }),
    scan(bounds, descending, visit, deadline) {
      let left = bounds;
      let wanted = deadline === Number.POSITIVE_INFINITY ? deadline : budget.firstRange;
      for (;;) {
        const begun = performance.now();
        const end = wanted === Number.POSITIVE_INFINITY ? undefined : endOf(left, descending, wanted);
        if (end === undefined) {
          visit(left);
          return undefined;
        }
        const lower = { low: left.low, high: end };
        const upper = { low: end, high: left.high };
        const [range, beyond] = descending ? [upper, lower] : [lower, upper];
        if (visit(range)) return undefined;
        const now = performance.now();
        const stoppedAt = now < deadline ? undefined : (descending ? down : up).last.get(range);
        if (stoppedAt) return stoppedAt;
        left = beyond;
        if (now - begun < QUICK_MS) wanted = Math.min(wanted * GROWTH, LONGEST_RANGE);
      }
    },
  };
}

function prepareScan(connection: Connection, descending: boolean) {
  const [towards, back] = descending ? ['DESC', 'ASC'] : ['ASC', 'DESC'];
  return {
    begin: connection
      .prepare<KeyBounds, number>(
        `SELECT published_at FROM articles WHERE key >= :low AND key < :high ORDER BY key ${towards} LIMIT 1`,
      )
      .pluck(),
    months: connection.prepare<{ month: number }, { month: number; articles: number }>(
      `SELECT month, articles FROM tag_months
       WHERE tag = ${WHOLE_ARCHIVE} AND month ${descending ? '<=' : '>='} :month
       ORDER BY month ${towards}`,
    ),
    end: connection
      .prepare<KeyBounds & { articles: number }, number>(
        `SELECT key FROM articles WHERE key >= :low AND key < :high
         ORDER BY key ${towards} LIMIT 1 OFFSET :articles`,
      )
      .pluck(),
    last: connection.prepare<KeyBounds, Place>(
      `SELECT published_at AS rank, id FROM articles WHERE key >= :low AND key < :high
       ORDER BY key ${back} LIMIT 1`,
    ),
  };
}
