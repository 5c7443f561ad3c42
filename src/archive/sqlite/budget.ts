import { monthOf, startOfMonth } from '../core/month.ts';
import type { Connection } from './connection.ts';
import type { Place } from './lists/page.ts';
import type { KeyBounds } from './lists/publication-bounds.ts';
import { WHOLE_ARCHIVE } from './tags/counters.ts';

/** What articles are looked through for. */
export type Purpose = 'page' | 'total' | 'exactTotal' | 'ranking';

/** How much one query may look through. */
export interface Effort {
  /** Articles in the first stretch (rounded up to whole months); later ones are larger while they pass quickly. */
  firstStretch: number;
  /** Matches that FTS5 may count to rank a search; past them, articles are ranked by the fields they match in. */
  countedMatches: number;
  /** In an archive of up to so many articles, a search that can't be broken off is begun all the same: it takes 5 ms at most. */
  smallArchive: number;
  /** After so many milliseconds no further stretch is begun: to fill a page, to count to a cap or to the end, to rank. */
  ms: Record<Purpose, number>;
}

/** Where nobody else waits: pages are always filled, however far that leads. */
export const patientEffort: Effort = {
  firstStretch: 8_000,
  countedMatches: 150_000,
  smallArchive: 10_000,
  ms: { page: Number.POSITIVE_INFINITY, total: 25, exactTotal: 1_000, ranking: 15 },
};

/** Where others wait: what is not done by then is to be asked of one who is patient. */
export const hastyEffort: Effort = {
  firstStretch: 4_000,
  countedMatches: 150_000,
  smallArchive: 10_000,
  ms: { page: 4, total: 4, exactTotal: 4, ranking: 4 },
};

/** The result of a bounded read. */
export interface Bounded {
  /**
   * True if the budget was spent: the page may be short (or empty), a link from where the read stopped may lead to
   * nothing, a total may be too small. The reader pool then repeats the read without a budget.
   */
  partial?: true;
}

/** A stretch that passes within so many milliseconds is followed by one so many times as long, up to a length. */
const QUICK_MS = 6;
const GROWTH = 4;
const LONGEST_STRETCH = 64_000;

/** Looking through articles stretch by stretch, until enough is found or the effort is spent. */
export interface BoundedEffort {
  /** When work that begins now should end, on `performance.now()`'s clock. */
  deadline(purpose: Purpose): number;
  countedMatches: number;
  smallArchive: number;
  /** Whether to begin what can't be broken off: a search that may have to look far for its next match. */
  patient: boolean;
  /** The first stretch that a walk down would look through. */
  first(bounds: KeyBounds): KeyBounds;
  /**
   * Calls `look` with one stretch of `bounds` after the other, from the newest down (`descending`) or from the
   * oldest up, until it answers true for "enough". Gives the article at which it gave up, having looked there
   * too; undefined where there was enough or nothing is left. Without a deadline, all is one stretch.
   */
  through(
    bounds: KeyBounds,
    descending: boolean,
    look: (stretch: KeyBounds) => boolean,
    deadline: number,
  ): Place | undefined;
}

interface Statements {
  /** When the first article of a walk was published. */
  begin: { get(bounds: KeyBounds): number | undefined };
  months: { iterate(from: { month: number }): Iterable<{ month: number; articles: number }> };
  end: { get(from: KeyBounds & { articles: number }): number | undefined };
  last: { get(bounds: KeyBounds): Place | undefined };
}

/**
 * Gives bounded looking in one connection. Where few articles match (two frequent tags that hardly occur
 * together, a search within a tag) neither SQLite nor FTS5 can say in advance how far a walk leads, nor be
 * interrupted: short walks, one after the other, can.
 */
export function boundedEffort(connection: Connection, effort: Effort): BoundedEffort {
  const statements = (descending: boolean): Statements => {
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
  };
  const firstSince = connection
    .prepare<{ publishedAt: number }, number>(
      `SELECT key FROM articles WHERE published_at >= :publishedAt ORDER BY published_at, key LIMIT 1`,
    )
    .pluck();
  const down = statements(true);
  const up = statements(false);

  /** Where the next stretch of about so many articles ends; undefined where it would hold all that is left. */
  const endOf = ({ low, high }: KeyBounds, descending: boolean, wanted: number): number | undefined => {
    const { begin, months, end } = descending ? down : up;
    const publishedAt = begin.get({ low, high });
    if (publishedAt === undefined) return undefined;
    let counted = 0;
    for (const { month, articles } of months.iterate({ month: monthOf(publishedAt) })) {
      // A crowded month is cut exactly, by counting off; whole months cost next to nothing.
      if (counted === 0 && articles > LONGEST_STRETCH) {
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
    deadline: (purpose) => performance.now() + effort.ms[purpose],
    countedMatches: effort.countedMatches,
    smallArchive: effort.smallArchive,
    patient: effort.ms.page === Number.POSITIVE_INFINITY,
    first: (bounds) => ({ ...bounds, low: endOf(bounds, true, effort.firstStretch) ?? bounds.low }),
    through(bounds, descending, look, deadline) {
      if (deadline === Number.POSITIVE_INFINITY) {
        look(bounds);
        return undefined;
      }
      let begun = performance.now();
      let left = bounds;
      let wanted = effort.firstStretch;
      for (;;) {
        const end = endOf(left, descending, wanted);
        if (end === undefined) {
          look(left);
          return undefined;
        }
        const [here, beyond] = descending
          ? [
              { low: end, high: left.high },
              { low: left.low, high: end },
            ]
          : [
              { low: left.low, high: end },
              { low: end, high: left.high },
            ];
        if (look(here)) return undefined;
        const now = performance.now();
        if (now >= deadline) {
          const stoppedAt = (descending ? down : up).last.get(here);
          if (stoppedAt) return stoppedAt;
        }
        left = beyond;
        if (now - begun < QUICK_MS) wanted = Math.min(wanted * GROWTH, LONGEST_STRETCH);
        begun = now;
      }
    },
  };
}
