import type { Article } from '../../../model/article.ts';
import {
  type PackedDocument,
  packDocument,
  unpackDocument,
} from '../../core/article-json/packed-document.ts';
import type { Connection } from '../connection.ts';

/** Earlier revisions, slugs and keys of articles. */
export type FormerArticles = ReturnType<typeof createFormerArticles>;

/** Creates the rows of a connection. */
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
  const selectRevisions = connection
    .prepare<[string], PackedDocument>(
      'SELECT document FROM article_revisions WHERE article = ? ORDER BY revision',
    )
    .pluck();
  const selectRevision = connection
    .prepare<[string, number], PackedDocument>(
      'SELECT document FROM article_revisions WHERE article = ? AND revision = ?',
    )
    .pluck();
  const selectSlugs = connection
    .prepare<[string], string>('SELECT slug FROM former_article_slugs WHERE article = ?')
    .pluck();
  const parse = (document: PackedDocument): Article => JSON.parse(unpackDocument(document));
  return {
    /** Returns the earlier revisions of an article, oldest first. */
    *revisions(article: string): Generator<Article> {
      for (const document of selectRevisions.all(article)) yield parse(document);
    },
    revision(article: string, number: number): Article | undefined {
      const document = selectRevision.get(article, number);
      return document && parse(document);
    },
    slugs: (article: string) => selectSlugs.all(article),
    /** Stores a revision; `json` is its full form. */
    keepRevision: (article: string, revision: number, json: string) =>
      insertRevision.run(article, revision, packDocument(json)),
    keepSlug: (article: string, slug: string) => putSlug.run(slug, article),
    keepKey: (article: string, publishedAt: number, key: number) => putKey.run(article, publishedAt, key),
    /** Frees a former slug for an article that takes it. */
    freeSlug: (slug: string) => deleteSlug.run(slug),
  };
}
