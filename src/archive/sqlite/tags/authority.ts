import { AuthorityEntry } from '../../../model/authority.ts';
import { isNewsroomTag } from '../../../model/tag.ts';
import type { Connection } from '../connection.ts';

/** Creates a function that returns all authority entries by id, without discovered and newsroom tags. */
export function createAuthorityReader(connection: Connection): () => AuthorityEntry[] {
  const select = connection
    .prepare<[], string>('SELECT entry FROM tags WHERE entry IS NOT NULL ORDER BY id')
    .pluck();
  return () =>
    select
      .all()
      .map((entry) => AuthorityEntry.parse(JSON.parse(entry)))
      .filter(({ id }) => !isNewsroomTag(id));
}
