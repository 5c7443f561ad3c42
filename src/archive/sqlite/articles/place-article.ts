import type { Connection } from '../connection.ts';
import { SECONDS_PER_KEY } from '../publication-keys.ts';

/** Moves an article and all its rows to another key. */
export type MoveArticle = (from: number, to: number) => void;

/**
 * Creates a function that finds the key for a new article: above all articles published at that second or before, below
 * all later ones. If the key is taken, the run of articles from there is shifted up. The gap that it leaves is at least
 * as long as the run, so that many articles of one instant cost an amortised constant number of moves each.
 */
export function createArticlePlacer(
  connection: Connection,
  move: MoveArticle,
): (publishedAt: number) => number {
  const predecessor = connection
    .prepare<{ publishedAt: number }, number>(
      `SELECT key FROM articles
       WHERE published_at <= :publishedAt
       ORDER BY published_at DESC, key DESC
       LIMIT 1`,
    )
    .pluck();
  const following = connection
    .prepare<{ key: number }, number>('SELECT key FROM articles WHERE key >= :key ORDER BY key')
    .pluck();

  const makeRoom = (key: number): void => {
    let room = 64;
    for (;;) {
      const moves: [number, number][] = [];
      let lowest = key + room;
      for (const from of following.iterate({ key })) {
        if (from >= lowest) break;
        moves.push([from, lowest]);
        lowest += 1;
      }
      if (moves.length <= room) {
        for (const [from, to] of moves.reverse()) move(from, to);
        return;
      }
      room = moves.length;
    }
  };

  return (publishedAt) => {
    const before = predecessor.get({ publishedAt });
    const key = Math.max(Math.floor(publishedAt / SECONDS_PER_KEY), (before ?? -Infinity) + 1);
    if (following.get({ key }) === key) makeRoom(key);
    return key;
  };
}
