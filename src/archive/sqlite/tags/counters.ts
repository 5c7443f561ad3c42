import { monthOf } from '../../core/month.ts';
import type { Connection } from '../connection.ts';

/** The month counters' key for the archive as a whole. */
export const WHOLE_ARCHIVE = 0;

/** What a transaction changed in the counters, gathered so that each counter is written once. */
export interface Ledger {
  /** An article with these tags and this many quotes by each speaker came (`sign` 1) or went (−1). */
  count(
    sign: 1 | -1,
    publishedAt: number,
    tags: Iterable<number>,
    speakers: Iterable<number>,
    quotes: number,
  ): void;
  /** Forgets what a transaction that failed has left. */
  clear(): void;
  /** Writes the counters, and drops discovered tags that no article carries any more. */
  settle(): void;
}

/** How the counters of a tag change. `first` and `last`: when the articles were published that came or went. */
interface TagChange {
  articles: number;
  quotes: number;
  first: number | null;
  last: number | null;
}

/** Gives an empty ledger for one transaction after another. */
export function openLedger(connection: Connection): Ledger {
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
  // Where nothing went, what came says enough; four look-ups a tag of a batch took a tenth of an import.
  const addToTag = connection.prepare<TagChange & { tag: number }>(
    `UPDATE tags
     SET article_count = article_count + :articles,
         quote_count = quote_count + :quotes,
         first_seen_at = coalesce(min(first_seen_at, :first), first_seen_at, :first),
         last_seen_at = coalesce(max(last_seen_at, :last), last_seen_at, :last)
     WHERE key = :tag`,
  );
  // Key order is the order of publication: the first and last article of a tag are the ends of its postings.
  const updateTag = connection.prepare<{ tag: number; articles: number; quotes: number }>(
    `UPDATE tags
     SET article_count = article_count + :articles,
         quote_count = quote_count + :quotes,
         first_seen_at = (SELECT published_at FROM articles
                          WHERE key = (SELECT min(article) FROM article_tags WHERE tag = :tag)),
         last_seen_at = (SELECT published_at FROM articles
                         WHERE key = (SELECT max(article) FROM article_tags WHERE tag = :tag))
     WHERE key = :tag`,
  );
  const selectUnused = connection.prepare<{ tag: number }, { type: string }>(
    `SELECT type FROM tags
     WHERE key = :tag AND discovered = 1 AND article_count = 0 AND quote_count = 0`,
  );
  const deleteTag = connection.prepare<{ tag: number }>('DELETE FROM tags WHERE key = :tag');
  const uncountTag = connection.prepare<{ type: string }>(
    'UPDATE tag_types SET tags = tags - 1 WHERE type = :type',
  );

  let articles = 0;
  let quotes = 0;
  const tagChanges = new Map<number, TagChange>();
  /** Tags and speakers of articles that went. */
  const left = new Set<number>();
  const monthChanges = new Map<number, Map<number, number>>();

  const changeOf = (tag: number) => {
    let change = tagChanges.get(tag);
    if (change === undefined) {
      change = { articles: 0, quotes: 0, first: null, last: null };
      tagChanges.set(tag, change);
    }
    return change;
  };
  const addToMonth = (tag: number, month: number, sign: number) => {
    let months = monthChanges.get(tag);
    if (months === undefined) {
      months = new Map();
      monthChanges.set(tag, months);
    }
    months.set(month, (months.get(month) ?? 0) + sign);
  };

  const clear = () => {
    articles = 0;
    quotes = 0;
    tagChanges.clear();
    left.clear();
    monthChanges.clear();
  };

  return {
    clear,
    count(sign, publishedAt, tags, speakers, quoteCount) {
      const month = monthOf(publishedAt);
      articles += sign;
      quotes += sign * quoteCount;
      addToMonth(WHOLE_ARCHIVE, month, sign);
      for (const tag of tags) {
        const change = changeOf(tag);
        change.articles += sign;
        change.first = Math.min(change.first ?? publishedAt, publishedAt);
        change.last = Math.max(change.last ?? publishedAt, publishedAt);
        if (sign < 0) left.add(tag);
        addToMonth(tag, month, sign);
      }
      for (const speaker of speakers) {
        changeOf(speaker).quotes += sign;
        if (sign < 0) left.add(speaker);
      }
    },
    settle() {
      if (articles !== 0 || quotes !== 0) addTotals.run({ articles, quotes });
      for (const [tag, months] of monthChanges) {
        for (const [month, change] of months) {
          if (change === 0) continue;
          addMonth.run({ tag, month, articles: change });
          if (change < 0) deleteEmptyMonth.run({ tag, month });
        }
      }
      for (const [tag, change] of tagChanges) {
        if (!left.has(tag)) {
          addToTag.run({ tag, ...change });
          continue;
        }
        updateTag.run({ tag, articles: change.articles, quotes: change.quotes });
        if (change.articles > 0) continue;
        const unused = selectUnused.get({ tag });
        if (unused === undefined) continue;
        deleteTag.run({ tag });
        uncountTag.run(unused);
      }
      clear();
    },
  };
}
