import { AuthorityEntry, authorityEntry } from '../../../model/authority.ts';
import type { ExportedDeletion, ExportedTag } from '../../../model/exported.ts';
import { instantOf } from '../../../model/instant.ts';
import { Tag } from '../../../model/tag.ts';
import type { WithdrawnRow } from '../articles/withdrawn-articles.ts';
import type { Connection } from '../connection.ts';
import { createFormerTagSlugs } from '../tags/former-tag-slugs.ts';
import { createTagIds } from '../tags/tag-ids.ts';

/** Records of an export other than articles, in pages sorted by id, after an id. */
export function createExportRecords(connection: Connection) {
  const selectTags = connection.prepare<
    { after: string; limit: number },
    { key: number; json: string; entry: string | null }
  >(
    // +listed prevents the use of an index on it, which would sort all tags for each page.
    `SELECT key, json, entry FROM tags
     WHERE id > :after AND +listed > 0
     ORDER BY id
     LIMIT :limit`,
  );
  const tagIds = createTagIds(connection);
  const formerSlugs = createFormerTagSlugs(connection);
  const selectDeletions = connection.prepare<{ after: string; limit: number }, WithdrawnRow>(
    `SELECT id, slug, revision, withdrawn_by AS "by", withdrawn_at AS withdrawnAt, note, version, modified
     FROM withdrawn_articles
     WHERE id > :after AND revision > 0
     ORDER BY id
     LIMIT :limit`,
  );

  return {
    tags: (after: string, limit: number): ExportedTag[] =>
      selectTags.all({ after, limit }).map(({ key, json, entry }) => {
        const tag = Tag.parse(JSON.parse(json));
        // The slug may have been given to another tag since the entry was written.
        const known = entry
          ? { ...AuthorityEntry.parse(JSON.parse(entry)), slug: tag.slug }
          : authorityEntry(tag, tag);
        const ids = tagIds.of(tag.id);
        return {
          ...{ tag: known, formerSlugs: formerSlugs.of(key) },
          ...(ids.length > 0 && { sourceIds: ids }),
        };
      }),
    deletions: (after: string, limit: number): ExportedDeletion[] =>
      selectDeletions.all({ after, limit }).map(({ id, slug, revision, by, withdrawnAt, note, ...its }) => {
        const modified = its.modified === null ? null : instantOf(its.modified);
        const at = instantOf(withdrawnAt);
        return { deleted: { id, slug, revision, at, by, note, version: its.version, modified } };
      }),
  };
}
