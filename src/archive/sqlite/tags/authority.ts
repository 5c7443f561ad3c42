import { AuthorityEntry } from '../../../model/authority.ts';
import type { Connection } from '../connection.ts';

/** Gives all authority entries in the order of their ids; discovered tags are none. */
export function authorityEntries(connection: Connection): () => AuthorityEntry[] {
  const select = connection
    .prepare<[], string>('SELECT entry FROM tags WHERE entry IS NOT NULL ORDER BY id')
    .pluck();
  return () => select.all().map((entry) => AuthorityEntry.parse(JSON.parse(entry)));
}
