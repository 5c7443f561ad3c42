import type { TagId } from '../../../model/tag.ts';
import type { ArticleWriter } from '../articles/write-articles.ts';
import type { Connection } from '../connection.ts';
import { createListing } from '../tags/listing.ts';
import type { TagRows } from '../tags/tag-rows.ts';

/** Creates the functions that delete tags which rules took out of all articles. */
export function createTagRetirement(connection: Connection, tags: TagRows, articles: ArticleWriter) {
  const forgetEntry = connection.prepare<{ id: string }>(
    'UPDATE tags SET discovered = 1, entry = NULL WHERE id = :id',
  );
  const listing = createListing(connection);

  const removeUnused = (id: TagId): void => {
    const row = tags.find(id);
    if (row) listing.removeUnused(row.key);
    tags.forget();
  };
  return {
    /** Applies the present corrections to the articles of a tag, and deletes the tag. */
    retire(id: TagId, how: 'rewrite' | 'retag'): void {
      const row = tags.find(id);
      if (row === undefined) return;
      forgetEntry.run({ id });
      articles[how](tags.carriers(row.key));
      tags.forget();
      removeUnused(id);
    },
    /** Deletes a discovered tag without articles. */
    removeUnused,
  };
}
