import type { WriteFacts } from '../../core/write-decision.ts';
import type { Connection } from '../connection.ts';
import { createRowPresence } from '../row-presence.ts';

export interface ArticleRow {
  key: number;
  id: string;
  slug: string;
  /** Seconds since 1970. */
  publishedAt: number;
  content: Buffer;
  revision: number;
}

/** Articles that the archive has or had, and aliases of articles with equal content. */
export interface KnownArticles extends WriteFacts<ArticleRow> {
  putAlias(id: string, article: string, content: Buffer): void;
  dropAlias(id: string): void;
  putDeleted(id: string, slug: string, revision: number): void;
  /** Must be called when a transaction begins. */
  forget(): void;
}

/** Creates the look-ups of a connection. */
export function createKnownArticles(connection: Connection): KnownArticles {
  const columns = 'key, id, slug, published_at AS publishedAt, content, revision';
  const selectById = connection.prepare<{ id: string }, ArticleRow>(
    `SELECT ${columns} FROM articles WHERE id = :id`,
  );
  const selectByContent = connection.prepare<{ content: Buffer }, ArticleRow>(
    `SELECT ${columns} FROM articles WHERE content = :content LIMIT 1`,
  );
  // Most archives have none, so this is looked up once per transaction.
  const haveDeleted = createRowPresence(connection, 'deleted_articles');
  const haveAliases = createRowPresence(connection, 'article_aliases');
  const selectAlias = connection.prepare<{ id: string }, { article: string; content: Buffer }>(
    'SELECT article, content FROM article_aliases WHERE id = :id',
  );
  const putAlias = connection.prepare<{ id: string; article: string; content: Buffer }>(
    'INSERT OR REPLACE INTO article_aliases (id, article, content) VALUES (:id, :article, :content)',
  );
  const deleteAlias = connection.prepare<{ id: string }>('DELETE FROM article_aliases WHERE id = :id');
  const selectDeleted = connection.prepare<{ id: string }, { slug: string; revision: number }>(
    'SELECT slug, revision FROM deleted_articles WHERE id = :id',
  );
  const putDeleted = connection.prepare<{ id: string; slug: string; revision: number }>(
    'INSERT INTO deleted_articles (id, slug, revision) VALUES (:id, :slug, :revision)',
  );

  return {
    byId: (id) => selectById.get({ id }),
    byContent: (content) => selectByContent.get({ content }),
    deleted: (id) => (haveDeleted.any() ? selectDeleted.get({ id }) : undefined),
    alias: (id) => (haveAliases.any() ? selectAlias.get({ id }) : undefined),
    putAlias(id, article, content) {
      putAlias.run({ id, article, content });
      haveAliases.note();
    },
    dropAlias: (id) => deleteAlias.run({ id }),
    putDeleted(id, slug, revision) {
      putDeleted.run({ id, slug, revision });
      haveDeleted.note();
    },
    forget() {
      haveDeleted.forget();
      haveAliases.forget();
    },
  };
}
