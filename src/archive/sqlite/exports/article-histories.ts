import { Article } from '../../../model/article.ts';
import type { ArticleHistory } from '../../../model/exported.ts';
import { secondsOf } from '../../../model/instant.ts';
import {
  type PackedDocument,
  packDocument,
  unpackDocument,
} from '../../core/article-json/packed-document.ts';
import type { Connection } from '../connection.ts';
import { createCorrectionRows } from '../corrections/correction-rows.ts';

/** Former slugs, revisions and corrections of articles, for exports. */
export interface ArticleHistories {
  /** Returns the history of an article, or undefined if it has none. */
  of(article: string): ArticleHistory | undefined;
  /** Adds the corrections of a history to those that the article has. */
  restoreCorrections(article: string, history: ArticleHistory): void;
  /** Adds the former slugs and revisions of a history that do not exist yet. */
  restorePast(article: string, history: ArticleHistory): void;
}

/** Creates the histories of a connection. */
export function createArticleHistories(connection: Connection): ArticleHistories {
  const corrections = createCorrectionRows(connection);
  const selectSlugs = connection
    .prepare<{ article: string }, string>(
      'SELECT slug FROM former_article_slugs WHERE article = :article ORDER BY slug',
    )
    .pluck();
  const selectRevisions = connection
    .prepare<{ article: string }, PackedDocument>(
      'SELECT document FROM article_revisions WHERE article = :article ORDER BY revision',
    )
    .pluck();
  const insertRevision = connection.prepare<{ article: string; revision: number; document: PackedDocument }>(
    `INSERT OR IGNORE INTO article_revisions (article, revision, document)
     VALUES (:article, :revision, :document)`,
  );
  const insertSlug = connection.prepare<{ article: string; slug: string }>(
    `INSERT OR IGNORE INTO former_article_slugs (slug, article)
     SELECT :slug, :article WHERE NOT EXISTS (SELECT 1 FROM articles WHERE slug = :slug)`,
  );

  return {
    of(article) {
      const formerSlugs = selectSlugs.all({ article });
      const revisions = selectRevisions
        .all({ article })
        .map((document) => Article.parse(JSON.parse(unpackDocument(document))));
      const made = corrections.of(article);
      const uncorrected = corrections.uncorrected(article) ?? null;
      if (formerSlugs.length + revisions.length + made.length === 0 && !uncorrected) return undefined;
      return { formerSlugs, revisions, corrections: made, uncorrected };
    },
    restoreCorrections(article, history) {
      const present = new Set(corrections.of(article).map(({ correction }) => JSON.stringify(correction)));
      for (const { correction, editor, at } of history.corrections) {
        if (!present.has(JSON.stringify(correction)))
          corrections.add(article, correction, editor, secondsOf(at));
      }
    },
    restorePast(article, { formerSlugs, revisions }) {
      for (const slug of formerSlugs) insertSlug.run({ article, slug });
      for (const past of revisions) {
        const document = packDocument(JSON.stringify(past));
        insertRevision.run({ article, revision: past.revision, document });
      }
    },
  };
}
