import { AuthorityEntry, authorityEntry } from '../../../model/authority.ts';
import type { ExportedDeletion, ExportedTag } from '../../../model/exported.ts';
import { Tag } from '../../../model/tag.ts';
import type { Connection } from '../connection.ts';

/** What an export takes along beside articles, in the order of ids, after one of them. */
export interface KeptBeside {
  tags(after: string, limit: number): ExportedTag[];
  deletions(after: string, limit: number): ExportedDeletion[];
}

/** Gives the reading of it in one connection. */
export function keptBeside(connection: Connection): KeptBeside {
  const selectTags = connection.prepare<
    { after: string; limit: number },
    { key: number; json: string; entry: string | null }
  >(
    // +listed: an index on it would have all tags sorted for each page.
    `SELECT key, json, entry FROM tags
     WHERE id > :after AND +listed = 1
     ORDER BY id
     LIMIT :limit`,
  );
  const selectFormerSlugs = connection
    .prepare<{ key: number }, string>('SELECT slug FROM former_tag_slugs WHERE tag = :key ORDER BY slug')
    .pluck();
  const selectDeletions = connection.prepare<
    { after: string; limit: number },
    { id: string; slug: string; revision: number }
  >('SELECT id, slug, revision FROM deleted_articles WHERE id > :after ORDER BY id LIMIT :limit');

  return {
    tags: (after, limit) =>
      selectTags.all({ after, limit }).map(({ key, json, entry }) => {
        const tag = Tag.parse(JSON.parse(json));
        // The entry is as it was written; the slug may have gone to another tag since.
        const known = entry
          ? { ...AuthorityEntry.parse(JSON.parse(entry)), slug: tag.slug }
          : authorityEntry(tag, tag);
        return { tag: known, formerSlugs: selectFormerSlugs.all({ key }) };
      }),
    deletions: (after, limit) => selectDeletions.all({ after, limit }).map((deleted) => ({ deleted })),
  };
}
