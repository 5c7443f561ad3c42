import type { StoredIdentity } from '../../../model/draft.ts';
import { compareVersions } from '../../core/document-version.ts';
import type { WriteResult } from '../../results.ts';
import type { Connection } from '../connection.ts';
import { createArticleHistories } from '../exports/article-histories.ts';
import { type ArticleParts, unchanged } from './article-parts.ts';
import type { IncomingArticle } from './incoming-article.ts';

/**
 * Creates a function that restores an exported article with its identity and history. Its id decides which article it
 * is: an archive may have several articles with equal content, and each comes back.
 */
export function createArticleRestorer(
  connection: Connection,
  { known, rows, corrections, renderer, store, unpublished, withdrawn }: ArticleParts,
) {
  const histories = createArticleHistories(connection);
  return (article: IncomingArticle, stored: StoredIdentity, now: number): WriteResult => {
    const content = Buffer.from(article.content, 'hex');
    const { id, slug, revision, storedAt, history } = stored;
    const gone = withdrawn.find(id);
    if (gone) return { id, slug: gone.slug, outcome: 'gone', revision: gone.revision };
    const own = known.byId(id);
    if (own && own.revision > revision) return unchanged(own);
    known.dropAlias(id);
    const waiting = unpublished.find(id);
    // A later version that waits is still published when it is due.
    if (waiting && compareVersions(article, waiting) !== 'older') unpublished.remove(id);
    if (history) {
      histories.restoreCorrections(id, history);
      corrections.forget();
    }
    const reading = corrections.apply(id, history?.uncorrected ?? article.reading());
    if (own) {
      const present = rows.read(own.key);
      const sameRevision = present.card.revision === revision && present.card.storedAt === storedAt;
      if (sameRevision && renderer.isAsStored(reading, present)) return unchanged(own);
    }
    const { version, modified } = article;
    const placement = { id, content, before: own, revision, storedAt, slug, version, modified };
    const result = store.put(renderer.render(reading), placement, now);
    if (history) histories.restorePast(id, history);
    return result;
  };
}
