import type { SourceId } from '../../../model/source-id.ts';
import type { TagId } from '../../../model/tag.ts';
import type { Connection } from '../connection.ts';

interface Columns {
  source: string;
  scheme: string;
  value: string;
}

/** Beginning of the addresses of Wikidata items. */
const wikidataScheme = 'http://www.wikidata.org/entity/';

/** Returns a Wikidata item as an identifier. */
export function wikidataId(value: string): SourceId {
  return { source: null, scheme: wikidataScheme, value };
}

/** Returns the Wikidata item of an identifier; undefined if it is none. */
export function wikidataOf({ scheme, value }: SourceId): string | undefined {
  return scheme === wikidataScheme ? value : undefined;
}

/** Creates the identifiers of tags in a connection. */
export function createTagIds(connection: Connection) {
  const select = connection
    .prepare<[string, string, string, string], string>(
      'SELECT tag FROM tag_ids WHERE type = ? AND source = ? AND scheme = ? AND value = ?',
    )
    .pluck();
  const insert = connection.prepare<[string, string, string, string, string]>(
    'INSERT OR IGNORE INTO tag_ids (type, source, scheme, value, tag) VALUES (?, ?, ?, ?, ?)',
  );
  const selectOf = connection.prepare<[string], Columns>(
    'SELECT source, scheme, value FROM tag_ids WHERE tag = ? ORDER BY source, scheme, value',
  );
  return {
    /** Returns the id of the tag that an identifier belongs to. The tag may have been deleted. */
    holder(type: string, { source, scheme, value }: SourceId): TagId | undefined {
      return select.get(type, source ?? '', scheme ?? '', value);
    },
    /** Stores an identifier of a tag unless it belongs to another. Returns true if it was added. */
    add(tag: TagId, { source, scheme, value }: SourceId): boolean {
      const type = tag.slice(0, tag.indexOf('/'));
      return insert.run(type, source ?? '', scheme ?? '', value, tag).changes > 0;
    },
    /** Returns all identifiers of a tag. */
    of(tag: TagId): SourceId[] {
      return selectOf
        .all(tag)
        .map(({ source, scheme, value }) => ({ source: source || null, scheme: scheme || null, value }));
    },
  };
}
