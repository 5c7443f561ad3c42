import type { DocumentVersion } from '../../core/document-version.ts';
import type { WriteFacts } from '../../core/write-decision.ts';
import type { Connection } from '../connection.ts';

export interface ArticleRow {
  key: number;
  id: string;
  slug: string;
  /** Rank by publication; see undated.ts. */
  publishedAt: number;
  content: Buffer;
  revision: number;
  /** Version of its document, as its source states it. */
  version: number | null;
  modified: number | null;
  /** Digest of the last reading of its document; null if unknown. */
  reading: Buffer | null;
}

/** Articles that the archive has or had, and aliases of articles with equal content. */
export interface KnownArticles extends WriteFacts<ArticleRow> {
  putAlias(id: string, article: string, content: Buffer): void;
  dropAlias(id: string): void;
  /** Stores the version of a document that changed nothing else. */
  putVersion(key: number, version: DocumentVersion): void;
  /** Stores the digest of a reading that changed nothing else. */
  putReading(key: number, reading: Buffer): void;
}

/** Creates the look-ups of a connection. */
export function createKnownArticles(connection: Connection): KnownArticles {
  const columns = 'key, id, slug, published_at AS publishedAt, content, revision, version, modified, reading';
  const selectById = connection.prepare<[string], ArticleRow>(`SELECT ${columns} FROM articles WHERE id = ?`);
  const selectByContent = connection.prepare<[Buffer], ArticleRow>(
    `SELECT ${columns} FROM articles WHERE content = ? LIMIT 1`,
  );
  const selectAlias = connection.prepare<[string], { article: string; content: Buffer }>(
    'SELECT article, content FROM article_aliases WHERE id = ?',
  );
  const putAlias = connection.prepare<[string, string, Buffer]>(
    'INSERT OR REPLACE INTO article_aliases (id, article, content) VALUES (?, ?, ?)',
  );
  const deleteAlias = connection.prepare<[string]>('DELETE FROM article_aliases WHERE id = ?');
  const updateVersion = connection.prepare<DocumentVersion & { key: number }>(
    'UPDATE articles SET version = :version, modified = :modified WHERE key = :key',
  );

  const updateReading = connection.prepare<[Buffer, number]>('UPDATE articles SET reading = ? WHERE key = ?');

  return {
    byId: (id) => selectById.get(id),
    byContent: (content) => selectByContent.get(content),
    alias: (id) => selectAlias.get(id),
    putAlias: (id, article, content) => putAlias.run(id, article, content),
    dropAlias: (id) => deleteAlias.run(id),
    putReading: (key, reading) => updateReading.run(reading, key),
    putVersion: (key, { version, modified }) => updateVersion.run({ key, version, modified }),
  };
}
