import type { WriteResult } from '../../answers.ts';
import type { Connection } from '../connection.ts';
import { type CorrectionRows, correctionRows } from '../corrections/correction-rows.ts';
import { tagRows } from '../tags/tag-rows.ts';
import { type ArticleRows, articleRows } from './article-rows.ts';
import { type KnownArticles, knownArticles } from './known-articles.ts';
import { type ArticlePutting, articlePutting } from './put-article.ts';
import { type TaggedRendering, taggedRendering } from './tagged-rendering.ts';

/** What storing, rewriting, restoring and deleting articles share in one connection. */
export interface ArticleParts {
  known: KnownArticles;
  rows: ArticleRows;
  corrections: CorrectionRows;
  rendering: TaggedRendering;
  putting: ArticlePutting;
  /** Forgets what an earlier transaction knew or, having failed, has left. */
  begin(): void;
}

/** Gives the parts, their statements prepared. */
export function articleParts(connection: Connection): ArticleParts {
  const known = knownArticles(connection);
  const rows = articleRows(connection);
  const tags = tagRows(connection);
  const corrections = correctionRows(connection);
  const rendering = taggedRendering(tags);
  const putting = articlePutting(connection, { rows, tags, rendering });
  return {
    ...{ known, rows, corrections, rendering, putting },
    begin() {
      known.forget();
      tags.forget();
      corrections.forget();
      putting.begin();
    },
  };
}

/** The result for an article that stays as it is. */
export function unchanged({ id, slug, revision }: Omit<WriteResult, 'outcome'>): WriteResult {
  return { id, slug, outcome: 'same', revision };
}
