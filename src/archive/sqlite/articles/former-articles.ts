import { packDocument } from '../../core/article-json/packed-document.ts';
import type { Connection } from '../connection.ts';

/** Earlier revisions, slugs and keys of articles. */
export function createFormerArticles(connection: Connection) {
  const insertRevision = connection.prepare<[string, number, Uint8Array]>(
    'INSERT INTO article_revisions (article, revision, document) VALUES (?, ?, ?)',
  );
  const putSlug = connection.prepare<[string, string]>(
    'INSERT OR REPLACE INTO former_article_slugs (slug, article) VALUES (?, ?)',
  );
  const deleteSlug = connection.prepare<[string]>('DELETE FROM former_article_slugs WHERE slug = ?');
  const putKey = connection.prepare<[string, number, number]>(
    'INSERT OR REPLACE INTO former_article_keys (article, published_at, key) VALUES (?, ?, ?)',
  );
  return {
    /** Stores a revision; `json` is its full form. */
    keepRevision: (article: string, revision: number, json: string) =>
      insertRevision.run(article, revision, packDocument(json)),
    keepSlug: (article: string, slug: string) => putSlug.run(slug, article),
    keepKey: (article: string, publishedAt: number, key: number) => putKey.run(article, publishedAt, key),
    /** Frees a former slug for an article that takes it. */
    freeSlug: (slug: string) => deleteSlug.run(slug),
  };
}
