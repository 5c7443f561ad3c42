import { instantOf } from '../../../model/instant.ts';
import type { TagType } from '../../../model/tag.ts';
import type { TagAddress } from '../../results.ts';
import type { Connection } from '../connection.ts';

/** Addresses of tags, in the order in which they were added to the archive. */
export function createTagAddresses(connection: Connection) {
  const select = connection.prepare<
    { after: number; limit: number },
    { number: number; type: TagType; slug: string; seen: number | null }
  >(
    // +listed prevents the use of an index on it, which would sort all tags for each page.
    `SELECT key AS number, type, slug, last_seen_at AS seen FROM tags
     WHERE key > :after AND +listed = 1 AND article_count > 0
     ORDER BY key
     LIMIT :limit`,
  );
  const last = connection.prepare<[], number>('SELECT coalesce(max(key), 0) FROM tags').pluck();
  return {
    after: (after: number, limit: number): TagAddress[] =>
      select
        .all({ after, limit })
        .map(({ seen, ...tag }) => ({ ...tag, lastSeenAt: seen === null ? null : instantOf(seen) })),
    last: () => last.get() ?? 0,
  };
}
