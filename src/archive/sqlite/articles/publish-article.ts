import type { StoredReading } from '../../../model/draft.ts';
import { instantOf } from '../../../model/instant.ts';
import type { TagIdentity } from '../../../model/tag-identity.ts';
import type { RenderedArticle } from '../../core/article-json/prepared-article.ts';
import { supersedes } from '../../core/article-json/reading-digest.ts';
import { retaggedReading } from '../../core/article-json/retagged-reading.ts';
import type { DocumentVersion } from '../../core/document-version.ts';
import { decideWrite } from '../../core/write-decision.ts';
import type { WriteResult } from '../../results.ts';
import { type ArticleParts, unchanged } from './article-parts.ts';
import type { ArticleRow } from './known-articles.ts';
import { createArticleRewriter } from './rewrite-article.ts';
import type { WithdrawnRow } from './withdrawn-articles.ts';

/** A document whose article is published. */
export interface Publishable extends DocumentVersion {
  id: string;
  content: Buffer;
  /** Identifiers of its tags that the source states. */
  identities?: TagIdentity[];
  /** Digest of its reading; absent if it replaces no other. */
  readingDigest?: Buffer | undefined;
  /** Set if a worker thread rendered it. */
  rendered?: RenderedArticle | undefined;
  reading: () => StoredReading;
}

/** Publishes articles inside the caller's transaction. */
export interface ArticlePublisher {
  /** Publishes a document, unless its content is published already. `now` is in seconds since 1970. */
  publish(article: Publishable, now: number): WriteResult;
  /**
   * Stores a revision after `before`, which is the present or the withdrawn article, even if the content is equal.
   * `slug` is the one to take if it is free.
   */
  put(
    article: Publishable,
    before: ArticleRow | WithdrawnRow | undefined,
    now: number,
    slug?: string,
  ): WriteResult;
}

/** Creates the publisher of a connection. */
export function createArticlePublisher(parts: ArticleParts): ArticlePublisher {
  const { known, corrections, identities, rows, renderer, store, withdrawn } = parts;
  const rewrite = createArticleRewriter(parts);

  /** Upgrades a published article with what a better reader found in the same content. */
  const upgrade = (article: Publishable, row: ArticleRow, digest: Buffer, now: number): WriteResult => {
    const { id, identities: stated = [] } = article;
    const renamed = identities.resolve(stated);
    // It was fetched when it was new.
    const { crawledAt } = rows.read(row.key).card;
    const reading = { ...retaggedReading(article.reading(), renamed), crawledAt };
    const { outcome } = rewrite(id, reading, now, digest);
    identities.learn(stated, renamed);
    const { slug, revision } = known.byId(id) ?? row;
    return outcome === 'changed' ? { id, slug, outcome, revision } : unchanged(row);
  };

  const put: ArticlePublisher['put'] = (article, before, now, slug) => {
    const { id, content, rendered, identities: stated = [] } = article;
    const replaced = before !== undefined && 'key' in before ? before : undefined;
    const placement = {
      ...{ id, content, before: replaced, revision: (before?.revision ?? 0) + 1, storedAt: instantOf(now) },
      version: article.version ?? replaced?.version ?? null,
      modified: article.modified ?? replaced?.modified ?? null,
      ...(before && !replaced && before.slug !== '' && { formerSlug: before.slug }),
      ...(slug && { slug }),
      reading: article.readingDigest ?? null,
    };
    const renamed = identities.resolve(stated);
    const asRead =
      rendered && renamed.size === 0 && !corrections.concern(id, rendered) ? rendered : undefined;
    if (asRead) corrections.dropReading(id);
    const present = () => corrections.apply(id, retaggedReading(article.reading(), renamed));
    const result = store.put(asRead ?? renderer.render(present()), placement, now);
    identities.learn(stated, renamed);
    return result;
  };

  return {
    put,
    publish(article, now) {
      const { id, content } = article;
      const gone = withdrawn.find(id);
      if (gone) withdrawn.remove(id);
      const decision = decideWrite(known, id, content);
      switch (decision.kind) {
        case 'same': {
          const { key, version, modified } = decision.article;
          const later = { version: article.version ?? version, modified: article.modified ?? modified };
          const isLater = later.version !== version || later.modified !== modified;
          if (decision.article.id === id && isLater) known.putVersion(key, later);
          const { readingDigest: digest } = article;
          const isBetter =
            decision.article.id === id && digest && supersedes(digest, decision.article.reading);
          return isBetter ? upgrade(article, decision.article, digest, now) : unchanged(decision.article);
        }
        case 'alias':
          known.putAlias(id, decision.article.id, content);
          return unchanged(decision.article);
        case 'changed':
          return put(article, decision.before, now);
        case 'new':
          if (decision.staleAlias) known.dropAlias(id);
          return put(article, gone, now);
      }
    },
  };
}
