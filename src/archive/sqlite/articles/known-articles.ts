import type { Connection } from '../connection.ts';
import { rarePresence } from '../presence-bitmap.ts';

/** An article as its row in `articles` has it. */
export interface ArticleRow {
  key: number;
  id: string;
  slug: string;
  /** Seconds since 1970. */
  publishedAt: number;
  content: Buffer;
  revision: number;
}

/** Which articles the archive knows: by id, by content, under the id of an equal one, or as deleted. */
export interface KnownArticles {
  byId(id: string): ArticleRow | undefined;
  byContent(content: Buffer): ArticleRow | undefined;
  deleted(id: string): { slug: string; revision: number } | undefined;
  /** The article that had the same content when this id brought it. */
  alias(id: string): { article: string; content: Buffer } | undefined;
  putAlias(id: string, article: string, content: Buffer): void;
  dropAlias(id: string): void;
  putDeleted(id: string, slug: string, revision: number): void;
  /** To be called when a transaction begins. */
  forget(): void;
}

/** Gives what one connection knows of articles. */
export function knownArticles(connection: Connection): KnownArticles {
  const columns = 'key, id, slug, published_at AS publishedAt, content, revision';
  const selectById = connection.prepare<{ id: string }, ArticleRow>(
    `SELECT ${columns} FROM articles WHERE id = :id`,
  );
  const selectByContent = connection.prepare<{ content: Buffer }, ArticleRow>(
    `SELECT ${columns} FROM articles WHERE content = :content LIMIT 1`,
  );
  // What imports seldom meet is asked for once a transaction, not once an article.
  const haveDeleted = rarePresence(connection, 'deleted_articles');
  const haveAliases = rarePresence(connection, 'article_aliases');
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
