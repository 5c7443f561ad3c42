import { secondsOf } from '../../../model/instant.ts';
import { decideArrival, type StoredVersions } from '../../core/decide-arrival.ts';
import type { WriteResult } from '../../results.ts';
import type { Connection } from '../connection.ts';
import type { ArticleParts } from './article-parts.ts';
import type { IncomingArticle, IncomingNotice } from './incoming-article.ts';
import type { ArticlePublisher } from './publish-article.ts';
import { createArticleRestorer } from './restore-article.ts';
import { createArticleWithdrawer } from './withdraw-article.ts';

/** Creates a function that does what an arriving document does to its article. `now` is in seconds since 1970. */
export function createArrivals(
  connection: Connection,
  parts: ArticleParts,
  publisher: ArticlePublisher,
): (document: IncomingArticle | IncomingNotice, now: number) => WriteResult {
  const { known, rows, unpublished, withdrawn, purged } = parts;
  const restore = createArticleRestorer(connection, parts);
  const takeBack = createArticleWithdrawer(parts);

  const storedVersions = (id: string): StoredVersions => ({
    published: known.byId(id),
    waiting: unpublished.find(id),
    withdrawn: withdrawn.withdrawal(id),
    lifted: withdrawn.lifted(id),
    purged: purged.has(id),
  });
  const resultOf = (id: string, outcome: WriteResult['outcome']): WriteResult => {
    const { slug, revision } = known.byId(id) ?? withdrawn.find(id) ?? { slug: '', revision: 0 };
    return { id, slug, outcome, revision };
  };

  const withdraw = (
    document: IncomingArticle | IncomingNotice,
    content: Buffer | null,
    { waiting, outcome }: { waiting: boolean; outcome: WriteResult['outcome'] },
    now: number,
  ): WriteResult => {
    const { id, source, version, modified } = document;
    const note = document.content === null ? document.note : null;
    const cause = { by: 'source' as const, source, version, modified, content, note };
    // The source may have published the same text under another id.
    const alias = outcome === 'not-stored' ? known.alias(id) : undefined;
    const original = alias && known.byId(alias.article);
    const isOwn = original !== undefined && sourceOf(rows.read(original.key).card) === source;
    if (isOwn) takeBack(original.id, { ...cause, waiting: false }, now);
    takeBack(id, { ...cause, waiting }, now);
    return resultOf(isOwn ? original.id : id, isOwn ? 'withdrawn' : outcome);
  };

  return (document, now) => {
    const { id } = document;
    const content = document.content === null ? null : Buffer.from(document.content, 'hex');
    const stored = storedVersions(id);
    const { published } = stored;
    if (content && !published?.content.equals(content)) {
      // The text of a withdrawn or purged article does not come back under another id.
      if (purged.hasContent(content) || withdrawn.hadContent(content, id)) return resultOf(id, 'gone');
    }
    const isPublished = document.content !== null && document.arrival.release === 'publish';
    if (isPublished && document.stored)
      return stored.purged ? resultOf(id, 'gone') : restore(document, document.stored, now);

    const arrival =
      document.content === null
        ? { release: 'withdraw' as const, dueAt: null, statesPublic: false }
        : document.arrival;
    const { version, modified } = document;
    const decision = decideArrival(stored, { ...arrival, version, modified, content });
    switch (decision.kind) {
      case 'older':
      case 'gone':
      case 'same':
        return resultOf(id, decision.kind);
      case 'withdraw': {
        const { waiting } = decision;
        return withdraw(document, content, { waiting, outcome: outcomeOf(stored, decision) }, now);
      }
    }
    if (content === null || document.content === null) throw new Error('a notice without text was published');
    if (decision.kind === 'publish') {
      if (decision.replaces) unpublished.remove(id);
      const { rendered, reading, identities } = document;
      const readingDigest = document.readingDigest ? Buffer.from(document.readingDigest, 'hex') : undefined;
      const publishable = { id, content, version, modified, identities, readingDigest, rendered, reading };
      return publisher.publish(publishable, now);
    }
    const { state } = decision;
    const { source, address } = document;
    const due = state === 'held' ? (arrival.dueAt ?? document.reading().publishedAt) : null;
    const dueAt = due === null ? null : secondsOf(due);
    unpublished.put(
      { id, state, dueAt, source, address, content, version, modified, storedAt: now },
      { reading: document.reading(), identities: document.identities },
    );
    return resultOf(id, state);
  };
}

/** Returns the outcome of a withdrawal by the source. */
function outcomeOf(
  stored: StoredVersions,
  withdraws: { published: boolean; waiting: boolean },
): WriteResult['outcome'] {
  if (withdraws.published || withdraws.waiting) return 'withdrawn';
  if (stored.withdrawn) return 'gone';
  // Only a later version is stored, which is not public yet.
  return stored.waiting ? 'older' : 'not-stored';
}

function sourceOf({ source }: { source: { slug: string } | null }): string | null {
  return source?.slug ?? null;
}
