import type { StoredReading } from '../../../model/draft.ts';
import type { TagIdentity } from '../../../model/tag-identity.ts';
import { packDocument, unpackDocument } from '../../core/article-json/packed-document.ts';
import type { DocumentVersion } from '../../core/document-version.ts';
import type { Connection } from '../connection.ts';

/** Held copy or a draft, without its text. Times are in seconds since 1970. */
export interface UnpublishedRow extends DocumentVersion {
  id: string;
  state: 'held' | 'draft';
  /** Null for a draft. */
  dueAt: number | null;
  /** Slug of its source. */
  source: string | null;
  /** Hash of its address at the source. */
  address: number | null;
  content: Buffer;
  storedAt: number;
}

/** Text of unpublished copy, and the identifiers of its tags that the source states. */
export interface UnpublishedText {
  reading: StoredReading;
  identities: TagIdentity[];
}

/** Held copy and drafts. */
export interface UnpublishedArticles {
  find(id: string): UnpublishedRow | undefined;
  /** Throws an Error if there is none. */
  text(id: string): UnpublishedText;
  put(row: UnpublishedRow, text: UnpublishedText): void;
  /** Returns true if there was one. */
  remove(id: string): boolean;
  /** Returns the ids of copy that is due at a time, the earliest first. */
  due(now: number, limit: number): string[];
  /** Returns the row and its text, packed; null if there is none. */
  pack(id: string): Uint8Array | null;
  /** Stores what `pack` returned. */
  putPacked(packed: Uint8Array): UnpublishedRow;
}

const columns = `id, state, due_at AS dueAt, source, address, content, version, modified, stored_at AS storedAt`;

/** Creates the rows of a connection. */
export function createUnpublishedArticles(connection: Connection): UnpublishedArticles {
  const select = connection.prepare<[string], UnpublishedRow>(
    `SELECT ${columns} FROM unpublished_articles WHERE id = ?`,
  );
  const selectReading = connection
    .prepare<[string], Uint8Array>('SELECT reading FROM unpublished_articles WHERE id = ?')
    .pluck();
  const insert = connection.prepare<UnpublishedRow & { reading: Uint8Array }>(
    `INSERT OR REPLACE INTO unpublished_articles
       (id, state, due_at, source, address, content, version, modified, reading, stored_at)
     VALUES (:id, :state, :dueAt, :source, :address, :content, :version, :modified, :reading, :storedAt)`,
  );
  const remove = connection.prepare<[string]>('DELETE FROM unpublished_articles WHERE id = ?');
  const selectDue = connection
    .prepare<{ now: number; limit: number }, string>(
      'SELECT id FROM unpublished_articles WHERE due_at <= :now ORDER BY due_at, id LIMIT :limit',
    )
    .pluck();
  const text = (id: string): UnpublishedText => unpackText(selectReading.get(id), id);
  const put = (row: UnpublishedRow, { reading, identities }: UnpublishedText) => {
    insert.run({ ...row, reading: packDocument(JSON.stringify({ reading, identities })) });
  };

  return {
    find: (id) => select.get(id),
    text,
    put,
    remove: (id) => remove.run(id).changes > 0,
    due: (now, limit) => selectDue.all({ now, limit }),
    pack(id) {
      const row = select.get(id);
      if (row === undefined) return null;
      const json = { row: { ...row, content: row.content.toString('hex') }, ...text(id) };
      return packDocument(JSON.stringify(json));
    },
    putPacked(packed) {
      const { row, ...its }: UnpublishedText & { row: UnpublishedRow & { content: string } } = JSON.parse(
        unpackDocument(packed),
      );
      const restored = { ...row, content: Buffer.from(row.content, 'hex') };
      put(restored, its);
      return restored;
    },
  };
}

/** Unpacks the text of unpublished copy. Throws an Error if there is none. */
export function unpackText(packed: Uint8Array | undefined, id: string): UnpublishedText {
  if (packed === undefined) throw new Error(`article ${id} has no unpublished copy`);
  return JSON.parse(unpackDocument(packed));
}
