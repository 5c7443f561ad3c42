import { contentDigest } from '../../core/article-json/prepared-article.ts';
import type { DocumentVersion } from '../../core/document-version.ts';
import type { ArticleParts } from './article-parts.ts';
import { addressOf } from './incoming-article.ts';
import type { WithdrawnRow } from './withdrawn-articles.ts';

/** Who withdraws an article, and why. */
export type Withdrawal = { note: string | null } & (
  | { by: 'editor' }
  /** `waiting` is true if its unpublished copy is deleted, too. */
  | ({ by: 'source'; source: string | null; waiting: boolean; content: Buffer | null } & DocumentVersion)
);

/**
 * Creates a function that withdraws an article: it leaves all tables that reads see, and a tombstone remains. Unpublished
 * copy that an editor withdraws can be restored. `now` is in seconds since 1970.
 */
export function createArticleWithdrawer(parts: ArticleParts) {
  const { known, rows, store, unpublished, withdrawn } = parts;
  return (id: string, cause: Withdrawal, now: number): WithdrawnRow => {
    const row = known.byId(id);
    const waiting = unpublished.find(id);
    const before = withdrawn.find(id);
    const card = row && rows.read(row.key).card;
    const packed = cause.by === 'editor' ? unpublished.pack(id) : null;
    const isWaitingGone = cause.by === 'editor' || cause.waiting;
    if (isWaitingGone) unpublished.remove(id);
    if (row) store.remove(row, now);
    const contents = contentsOf(parts, id);
    if (row) contents.push(row.content);
    if (waiting && isWaitingGone) contents.push(waiting.content);
    if (cause.by === 'source' && cause.content) contents.push(cause.content);
    // An editor's withdrawal is remembered with the version that was withdrawn, or that of the source's withdrawal.
    const { version, modified } =
      cause.by === 'source' ? cause : (row ?? before ?? waiting ?? { version: null, modified: null });
    const gone: WithdrawnRow = {
      ...{ id, version, modified, withdrawnAt: row || !before ? now : before.withdrawnAt },
      slug: row?.slug ?? before?.slug ?? '',
      revision: row?.revision ?? before?.revision ?? 0,
      by: cause.by,
      note: cause.note ?? before?.note ?? null,
      source:
        card?.source?.slug ?? waiting?.source ?? before?.source ?? ('source' in cause ? cause.source : null),
      address: card ? addressOf(card.url) : (waiting?.address ?? before?.address ?? null),
      waiting: packed ?? before?.waiting ?? null,
      waitingStoredAt: (packed ? waiting?.storedAt : before?.waitingStoredAt) ?? null,
    };
    withdrawn.put(gone, contents);
    return gone;
  };
}

/** Returns the digests of the contents of the stored revisions of an article. */
export function contentsOf({ former }: Pick<ArticleParts, 'former'>, id: string): Buffer[] {
  return [...former.revisions(id)].map(({ contentHash }) => Buffer.from(contentDigest(contentHash), 'hex'));
}
