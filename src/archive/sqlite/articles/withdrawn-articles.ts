import type { StoredWithdrawal } from '../../core/decide-arrival.ts';
import type { DocumentVersion } from '../../core/document-version.ts';
import type { Connection } from '../connection.ts';

/** A withdrawn article. Times are in seconds since 1970. */
export interface WithdrawnRow extends DocumentVersion {
  id: string;
  /** Empty if it was never published. */
  slug: string;
  /** 0 if it was never published. */
  revision: number;
  by: 'source' | 'editor';
  withdrawnAt: number;
  note: string | null;
  /** Slug of its source. */
  source: string | null;
  /** Hash of its address at the source. */
  address: number | null;
  /** Its unpublished copy, packed, if an editor withdrew it. */
  waiting: Uint8Array | null;
  /** Time at which that copy was stored. */
  waitingStoredAt: number | null;
}

/** Withdrawn articles, and what they contained. */
export interface WithdrawnArticles {
  find(id: string): WithdrawnRow | undefined;
  /** Returns the withdrawal as a decision about an arriving document needs it. */
  withdrawal(id: string): StoredWithdrawal | undefined;
  /** True if another withdrawn article than this one had this content. */
  hadContent(content: Buffer, id: string): boolean;
  contents(id: string): Buffer[];
  /** Stores a withdrawal, and adds these contents to those that are known. */
  put(row: WithdrawnRow, contents: Iterable<Buffer>): void;
  /** Removes a withdrawal, for an article that is published again or purged. */
  remove(id: string): void;
  /** Returns the last withdrawal by the source that an editor lifted. */
  lifted(id: string): DocumentVersion | undefined;
  putLifted(id: string, version: DocumentVersion): void;
  dropLifted(id: string): void;
}

/** Creates the rows of a connection. */
export function createWithdrawnArticles(connection: Connection): WithdrawnArticles {
  const select = connection.prepare<[string], WithdrawnRow>(
    `SELECT id, slug, revision, withdrawn_by AS "by", withdrawn_at AS withdrawnAt, note, source, address, version,
            modified, waiting, waiting_stored_at AS waitingStoredAt
     FROM withdrawn_articles WHERE id = ?`,
  );
  const insert = connection.prepare<WithdrawnRow>(
    `INSERT OR REPLACE INTO withdrawn_articles
       (id, slug, revision, withdrawn_by, withdrawn_at, note, source, address, version, modified, waiting,
        waiting_stored_at)
     VALUES (:id, :slug, :revision, :by, :withdrawnAt, :note, :source, :address, :version, :modified, :waiting,
        :waitingStoredAt)`,
  );
  const remove = connection.prepare<[string]>('DELETE FROM withdrawn_articles WHERE id = ?');
  const selectContents = connection
    .prepare<[string], Buffer>('SELECT content FROM withdrawn_contents WHERE article = ?')
    .pluck();
  const selectOther = connection.prepare<[Buffer, string]>(
    'SELECT 1 FROM withdrawn_contents WHERE content = ? AND article <> ? LIMIT 1',
  );
  const insertContent = connection.prepare<[Buffer, string]>(
    'INSERT OR IGNORE INTO withdrawn_contents (content, article) VALUES (?, ?)',
  );
  const removeContents = connection.prepare<[string]>('DELETE FROM withdrawn_contents WHERE article = ?');
  const selectLifted = connection.prepare<[string], DocumentVersion>(
    'SELECT version, modified FROM lifted_withdrawals WHERE article = ?',
  );
  const insertLifted = connection.prepare<DocumentVersion & { id: string }>(
    'INSERT OR REPLACE INTO lifted_withdrawals (article, version, modified) VALUES (:id, :version, :modified)',
  );
  const removeLifted = connection.prepare<[string]>('DELETE FROM lifted_withdrawals WHERE article = ?');
  const contents = (id: string) => selectContents.all(id);

  return {
    find: (id) => select.get(id),
    withdrawal(id) {
      const row = select.get(id);
      return row && { by: row.by, version: row.version, modified: row.modified, contents: contents(id) };
    },
    hadContent: (content, id) => selectOther.get(content, id) !== undefined,
    contents,
    put(row, had) {
      insert.run(row);
      for (const content of had) insertContent.run(content, row.id);
    },
    remove(id) {
      remove.run(id);
      removeContents.run(id);
    },
    lifted: (id) => selectLifted.get(id),
    putLifted: (id, { version, modified }) => insertLifted.run({ id, version, modified }),
    dropLifted: (id) => removeLifted.run(id),
  };
}
