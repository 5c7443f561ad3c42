import type { WriteResult } from '../../results.ts';
import type { Connection } from '../connection.ts';
import { createCorrectionRows } from '../corrections/correction-rows.ts';
import { createNewsroomTags } from '../tags/newsroom-tags.ts';
import { createTagIdentities } from '../tags/tag-identities.ts';
import { createTagRows } from '../tags/tag-rows.ts';
import { createArticleRows } from './article-rows.ts';
import { createArticleStore } from './article-store.ts';
import { createKnownArticles } from './known-articles.ts';
import { createArticleRenderer } from './render-article.ts';

/** Parts of a connection that storing, rewriting, restoring and deleting articles share. */
export type ArticleParts = ReturnType<typeof createArticleParts>;

/** Creates the parts of a connection. */
export function createArticleParts(connection: Connection) {
  const known = createKnownArticles(connection);
  const rows = createArticleRows(connection);
  const tags = createTagRows(connection);
  const corrections = createCorrectionRows(connection);
  const newsroomTags = createNewsroomTags(connection, tags, () =>
    corrections.forAll().map(({ correction }) => correction),
  );
  const identities = createTagIdentities(connection, tags);
  const renderer = createArticleRenderer(tags);
  const store = createArticleStore(connection, { rows, tags, newsroomTags, renderer });
  return {
    ...{ known, rows, corrections, identities, renderer, store },
    /** Clears caches. Must be called when a transaction begins. */
    begin() {
      tags.forget();
      corrections.forget();
      identities.begin();
      store.begin();
    },
  };
}

/** Returns the result for an article that is not changed. */
export function unchanged({ id, slug, revision }: Omit<WriteResult, 'outcome'>): WriteResult {
  return { id, slug, outcome: 'same', revision };
}
