import { secondsOf } from '../../../model/instant.ts';
import type { ArticleFilter, Position } from '../../../model/query.ts';
import type { Connection } from '../connection.ts';
import { KEYS } from '../publication-keys.ts';

/** A range of article keys: from `low` to below `high`. */
export interface KeyBounds {
  low: number;
  high: number;
}

/** Translates instants and cursors into bounds on article keys, which ascend in order of publication. */
export interface PublicationBounds {
  /** Returns the bounds of a filter. Without a period, they contain the undated articles too. */
  of(filter: Pick<ArticleFilter, 'from' | 'before'>): KeyBounds;
  /** Returns the bounds of the articles published from one second to before another. */
  between(from: number, before: number): KeyBounds;
  /** Returns the key of a position. If its article is gone, the key is not an integer but lies between two keys. */
  at(position: { rank: number; id: string }): number;
}

/** Creates the translation for a connection. */
export function createPublicationBounds(connection: Connection): PublicationBounds {
  const firstSince = connection
    .prepare<[number], number>(
      `SELECT key FROM articles
       WHERE published_at >= ?
       ORDER BY published_at, key
       LIMIT 1`,
    )
    .pluck();
  const keyOf = connection
    .prepare<[string, number], number>('SELECT key FROM articles WHERE id = ? AND published_at = ?')
    .pluck();
  const formerKeyOf = connection
    .prepare<[string, number], number>(
      'SELECT key FROM former_article_keys WHERE article = ? AND published_at = ?',
    )
    .pluck();
  const since = (publishedAt: number): number => firstSince.get(publishedAt) ?? KEYS.high;

  return {
    of({ from, before }) {
      return {
        low: from !== undefined ? since(secondsOf(from)) : before === undefined ? KEYS.low : KEYS.dated,
        high: before === undefined ? KEYS.high : since(secondsOf(before)),
      };
    },
    between: (from, before) => ({ low: since(from), high: since(before) }),
    at({ rank, id }) {
      return keyOf.get(id, rank) ?? formerKeyOf.get(id, rank) ?? since(rank + 1) - 0.5;
    },
  };
}

/** Returns a position in a list by time, its rank in seconds since 1970. The cursor of another sort has rank 0. */
export function timeRank(position: Position): { rank: number; id: string } {
  return { rank: Number(position.rank) || 0, id: position.id };
}

/** Narrows bounds to the keys after a key, in descending or ascending order. */
export function beyond(bounds: KeyBounds, key: number, descending: boolean): KeyBounds {
  return descending
    ? { low: bounds.low, high: Math.min(bounds.high, Math.ceil(key)) }
    : { low: Math.max(bounds.low, Math.floor(key) + 1), high: bounds.high };
}
