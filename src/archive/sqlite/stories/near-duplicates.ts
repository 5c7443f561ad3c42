import { LRUCache } from 'lru-cache';
import { secondsOf } from '../../../model/instant.ts';
import { shinglesOf } from '../../../model/shingles.ts';
import { isDated } from '../../../model/undated.ts';
import { type Compared, findMostSimilar } from '../../core/similar-articles.ts';
import type { StoredArticle } from '../articles/article-rows.ts';
import type { Connection } from '../connection.ts';
import { createStoryRows } from './story-rows.ts';
import { createWeekBands } from './week-bands.ts';

export interface StoryArticle extends Compared {
  id: string;
  bands: readonly number[];
}

/** Groups articles that tell the same story in nearly the same words. */
export interface NearDuplicates {
  /** Must be called when a transaction begins. */
  begin(): void;
  /** Must be called before a transaction commits. */
  finish(): void;
  /** Adds an article to the story of the most similar one. `rewritten` is true if it was stored before. */
  place(article: StoryArticle, rewritten: boolean): void;
  /** Removes an article from later comparisons. It stays in its story until it is placed again. */
  remove(publishedAt: number, key: number): void;
  /** Removes a deleted article from its story. */
  leave(id: string): void;
  /** Must be called after an article moved to another key. */
  move(publishedAt: number, from: number, to: number): void;
}

/**
 * Creates the search for near-duplicates of a connection. Candidates share bands of MinHash and were published in the
 * same week or a neighbouring one. Their shingles are then compared. Undated articles have no week, and so no story.
 * `find` reads a stored article.
 */
export function createNearDuplicates(
  connection: Connection,
  find: (key: number) => StoredArticle | undefined,
): NearDuplicates {
  const weeks = createWeekBands(connection);
  const stories = createStoryRows(connection);
  // Versions of one story are compared again and again.
  const shingleCache = new LRUCache<string, Set<number>>({ max: 200 });

  const read = (key: number) => {
    // A transaction that failed may have left keys of articles that were never stored.
    const found = find(key);
    if (found === undefined) return undefined;
    const { id, contentHash, wordCount, publishedAt } = found.card;
    const shingles = shingleCache.get(contentHash) ?? shinglesOf(found.body.body.text);
    shingleCache.set(contentHash, shingles);
    return { id, shingles, wordCount, publishedAt: publishedAt === null ? null : secondsOf(publishedAt) };
  };

  return {
    begin: weeks.begin,
    finish: weeks.finish,
    place(article, rewritten) {
      const { id, key, publishedAt, bands } = article;
      const similar = isDated(publishedAt)
        ? findMostSimilar(article, weeks.shared(publishedAt, bands), read)
        : undefined;
      if (similar !== undefined) stories.join(id, similar);
      else if (rewritten) stories.leave(id);
      weeks.add(publishedAt, key, bands);
    },
    remove: weeks.remove,
    leave: stories.leave,
    move: weeks.move,
  };
}
