import {
  type CountedArticle,
  countArticle,
  countTags,
  createCounterChanges,
} from '../../core/counter-changes.ts';
import type { Connection } from '../connection.ts';
import { KEYS } from '../publication-keys.ts';
import { createListing } from './listing.ts';

/** The counters of a connection: totals, articles per tag and month. */
export interface Counters {
  /** Counts an article that was added (`sign` 1) or removed (−1). */
  count(sign: 1 | -1, article: CountedArticle): void;
  /** Counts tags that an article got (`sign` 1) or lost (−1). */
  countTags(sign: 1 | -1, article: Pick<CountedArticle, 'publishedAt' | 'tags'>): void;
  /** Drops counts of a transaction that failed. */
  clear(): void;
  /** Writes the counters, updates which tags are listed, and deletes discovered tags without articles. */
  flush(): void;
}

/** Creates the counters of a connection. */
export function createCounters(connection: Connection): Counters {
  const addTotals = connection.prepare<{ articles: number; quotes: number }>(
    'UPDATE archive SET articles = articles + :articles, quotes = quotes + :quotes',
  );
  const addMonth = connection.prepare<{ tag: number; month: number; articles: number }>(
    `INSERT INTO tag_months (tag, month, articles)
     VALUES (:tag, :month, :articles)
     ON CONFLICT (tag, month) DO UPDATE SET articles = articles + excluded.articles`,
  );
  const deleteEmptyMonth = connection.prepare<{ tag: number; month: number }>(
    'DELETE FROM tag_months WHERE tag = :tag AND month = :month AND articles = 0',
  );
  // Used if nothing was removed: the four look-ups of updateTag took a tenth of an import.
  const addToTag = connection.prepare<{
    tag: number;
    articles: number;
    quotes: number;
    first: number | null;
    last: number | null;
  }>(
    `UPDATE tags
     SET article_count = article_count + :articles,
         quote_count = quote_count + :quotes,
         first_seen_at = coalesce(min(first_seen_at, :first), first_seen_at, :first),
         last_seen_at = coalesce(max(last_seen_at, :last), last_seen_at, :last)
     WHERE key = :tag`,
  );
  // Keys are in order of publication, so the first and last article of a tag have its lowest and highest key. Undated
  // articles are below.
  const updateTag = connection.prepare<{ tag: number; articles: number; quotes: number }>(
    `UPDATE tags
     SET article_count = article_count + :articles,
         quote_count = quote_count + :quotes,
         first_seen_at = (SELECT published_at FROM articles
                          WHERE key = (SELECT min(article) FROM article_tags
                                       WHERE tag = :tag AND article >= ${KEYS.dated})),
         last_seen_at = (SELECT published_at FROM articles
                         WHERE key = (SELECT max(article) FROM article_tags
                                      WHERE tag = :tag AND article >= ${KEYS.dated}))
     WHERE key = :tag`,
  );
  const listing = createListing(connection);
  let changes = createCounterChanges();
  const clear = () => {
    changes = createCounterChanges();
  };

  return {
    count: (sign, article) => countArticle(changes, sign, article),
    countTags: (sign, article) => countTags(changes, sign, article),
    clear,
    flush() {
      const { articles, quotes, tags, months } = changes;
      if (articles !== 0 || quotes !== 0) addTotals.run({ articles, quotes });
      for (const [tag, counts] of months) {
        for (const [month, change] of counts) {
          if (change === 0) continue;
          addMonth.run({ tag, month, articles: change });
          if (change < 0) deleteEmptyMonth.run({ tag, month });
        }
      }
      for (const [tag, { removed, first, last, ...counts }] of tags) {
        if (!removed) {
          addToTag.run({ tag, ...counts, first, last });
          continue;
        }
        updateTag.run({ tag, ...counts });
        if (counts.articles <= 0) listing.removeUnused(tag);
      }
      listing.refresh([...tags.keys()]);
      clear();
    },
  };
}
