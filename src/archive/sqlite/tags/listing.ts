import { newsroomTagTypes } from '../../../model/tag.ts';
import type { Connection } from '../connection.ts';

/**
 * Values of `tags.listed`. Sources, languages and features have no place in lists of tags. A rare tag has none yet: only
 * its slug, filters, facets and the beginning of its name find it.
 */
export const listing = { never: 0, listed: 1, rare: 2 } as const;

/** SQL of the value that `listed` of `tags` should have. */
const dueSql = `CASE
  WHEN listed = ${listing.never} THEN ${listing.never}
  WHEN discovered = 0 OR stated = 1 OR type IN (${newsroomTagTypes.map((type) => `'${type}'`).join(', ')})
    OR article_count >= (SELECT tag_min_articles FROM archive) THEN ${listing.listed}
  ELSE ${listing.rare} END`;

/** Decides which tags are listed, and keeps their number by type. */
export interface Listing {
  /** Updates the listing of tags whose counts, entry or source have changed. */
  refresh(tags: number[]): void;
  /** Counts a new tag of a type, unless it is rare. */
  count(type: string, listed: number): void;
  /** Deletes a discovered tag if it has no articles and quotes. Returns true if it was deleted. */
  removeUnused(tag: number): boolean;
  /** Returns the number of articles from which discovered tags are listed. */
  minimum(): number | undefined;
  /** Changes that number, and the listing of all tags. Returns false if it is the present number. */
  listFrom(articles: number): boolean;
}

/** Creates the listing of a connection. */
export function createListing(connection: Connection): Listing {
  const selectChanged = connection.prepare<
    { keys: string },
    { key: number; type: string; listed: number; due: number }
  >(
    `SELECT key, type, listed, due
     FROM (SELECT key, type, listed, ${dueSql} AS due FROM tags
           WHERE key IN (SELECT value FROM json_each(:keys)))
     WHERE listed <> due`,
  );
  const setListed = connection.prepare<[number, number]>('UPDATE tags SET listed = ? WHERE key = ?');
  const addToType = connection.prepare<[number, string]>(
    'UPDATE tag_types SET tags = tags + ? WHERE type = ?',
  );
  const deleteUnused = connection.prepare<[number], { type: string; listed: number }>(
    `DELETE FROM tags
     WHERE key = ? AND discovered = 1 AND article_count = 0 AND quote_count = 0
     RETURNING type, listed`,
  );
  const selectMinimum = connection.prepare<[], number>('SELECT tag_min_articles FROM archive').pluck();
  const setMinimum = connection.prepare<{ articles: number }>(
    'UPDATE archive SET tag_min_articles = :articles WHERE tag_min_articles <> :articles',
  );
  const count = (type: string, listed: number, sign = 1): void => {
    if (listed !== listing.rare) addToType.run(sign, type);
  };

  return {
    count,
    refresh(tags) {
      for (const { key, type, listed, due } of selectChanged.all({ keys: JSON.stringify(tags) })) {
        setListed.run(due, key);
        count(type, listed, -1);
        count(type, due);
      }
    },
    removeUnused(tag) {
      const deleted = deleteUnused.get(tag);
      if (deleted) count(deleted.type, deleted.listed, -1);
      return deleted !== undefined;
    },
    minimum: () => selectMinimum.get(),
    listFrom(articles) {
      if (setMinimum.run({ articles }).changes === 0) return false;
      connection.exec(`
        UPDATE tags SET listed = ${dueSql} WHERE listed <> ${dueSql};
        UPDATE tag_types
        SET tags = (SELECT count(*) FROM tags
                    WHERE tags.type = tag_types.type AND listed <> ${listing.rare})`);
      return true;
    },
  };
}
