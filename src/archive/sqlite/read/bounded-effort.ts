import type { Connection } from '../connection.ts';
import type { Place } from './page.ts';
import type { KeyBounds } from './publication-bounds.ts';

/** How much one query may look through. */
export interface Effort {
  /** Articles in the first stretch; later ones are larger while they are passed quickly. */
  firstStretch: number;
  /** No further stretch is begun after so many milliseconds. */
  budgetMs: number;
}

export const usualEffort: Effort = { firstStretch: 4_000, budgetMs: 25 };

/** A stretch grows so many times where nothing much was found, up to so many articles: some 10 ms of work. */
const GROWTH = 4;
const LONGEST_STRETCH = 64_000;

/** Looking through articles stretch by stretch, until enough is found or the effort is spent. */
export interface BoundedEffort {
  /**
   * Calls `look` with one stretch of `bounds` after the other, from the newest down (`descending`) or from the
   * oldest up, until it answers true for "enough". Gives the article at which it gave up, having looked there
   * too; undefined where there was enough or nothing is left.
   */
  through(
    bounds: KeyBounds,
    descending: boolean,
    look: (stretch: KeyBounds) => boolean,
    times?: number,
  ): Place | undefined;
}

/**
 * Gives bounded looking in one connection. Where few articles match (two frequent tags that hardly occur
 * together, a search within a tag) neither SQLite nor FTS5 can say in advance how far a walk leads, nor be
 * interrupted: short walks, one after the other, can.
 */
export function boundedEffort(connection: Connection, effort: Effort): BoundedEffort {
  const ends = ['ASC', 'DESC'].map((direction) =>
    connection
      .prepare<KeyBounds & { articles: number }, number>(
        `SELECT key FROM articles
         WHERE key >= :low AND key < :high
         ORDER BY key ${direction}
         LIMIT 1 OFFSET :articles`,
      )
      .pluck(),
  );
  const selectPlace = connection.prepare<{ key: number }, Place>(
    'SELECT published_at AS rank, id FROM articles WHERE key = :key',
  );
  return {
    through(bounds, descending, look, times = 1) {
      const begun = performance.now();
      let { low, high } = bounds;
      let articles = effort.firstStretch;
      for (;;) {
        const end = ends[descending ? 1 : 0]?.get({ low, high, articles: articles - 1 });
        if (end === undefined) {
          look({ low, high });
          return undefined;
        }
        if (look(descending ? { low: end, high } : { low, high: end + 1 })) return undefined;
        const spent = performance.now() - begun;
        if (spent >= effort.budgetMs * times) return selectPlace.get({ key: end });
        if (descending) high = end;
        else low = end + 1;
        if (spent < effort.budgetMs / GROWTH) articles = Math.min(articles * GROWTH, LONGEST_STRETCH);
      }
    },
  };
}
