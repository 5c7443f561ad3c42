import type { WriteResult } from '../../results.ts';
import type { Connection } from '../connection.ts';
import { createCorrectionRows } from '../corrections/correction-rows.ts';
import { createNewsroomTags } from '../tags/newsroom-tags.ts';
import { createTagIdentities } from '../tags/tag-identities.ts';
import { createTagRows } from '../tags/tag-rows.ts';
import { createArticleRows } from './article-rows.ts';
import { createSlugFinder } from './article-slugs.ts';
import { createArticleStore } from './article-store.ts';
import { createFormerArticles } from './former-articles.ts';
import { createKnownArticles } from './known-articles.ts';
import { createPurgedArticles } from './purged-articles.ts';
import { createArticleRenderer } from './render-article.ts';
import { createUnpublishedArticles } from './unpublished-articles.ts';
import { createWithdrawnArticles } from './withdrawn-articles.ts';

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
  const former = createFormerArticles(connection);
  const purged = createPurgedArticles(connection);
  const findSlug = createSlugFinder(connection, purged);
  const store = createArticleStore(connection, { rows, tags, newsroomTags, renderer, former, findSlug });
  const unpublished = createUnpublishedArticles(connection);
  const withdrawn = createWithdrawnArticles(connection);
  return {
    ...{
      known,
      rows,
      tags,
      corrections,
      identities,
      renderer,
      former,
      store,
      unpublished,
      withdrawn,
      purged,
    },
    /** Clears caches. Must be called when a transaction begins. */
    begin() {
      tags.forget();
      corrections.forget();
      identities.begin();
      purged.begin();
      store.begin();
    },
  };
}

/** Returns the result for an article that is not changed. */
export function unchanged({ id, slug, revision }: Omit<WriteResult, 'outcome'>): WriteResult {
  return { id, slug, outcome: 'same', revision };
}
