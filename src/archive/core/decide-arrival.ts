import { compareVersions, type DocumentVersion } from './document-version.ts';

/** A stored version of an article, published or not. */
export interface StoredVersion extends DocumentVersion {
  /** Digest of its content. */
  content: Buffer;
}

/** Withdrawal of an article. */
export interface StoredWithdrawal extends DocumentVersion {
  by: 'source' | 'editor';
  /** Digests of all contents that the article had. */
  contents: Buffer[];
}

/** Versions of an article that the archive has. */
export interface StoredVersions {
  published?: StoredVersion | undefined;
  /** Held until its instant, or a draft. It can wait beside a published version. */
  waiting?: StoredVersion | undefined;
  withdrawn?: StoredWithdrawal | undefined;
  /** Last withdrawal by the source that an editor lifted. */
  lifted?: DocumentVersion | undefined;
  purged: boolean;
}

/** A document that arrives, after the gate decided about it. */
export interface Arrival extends DocumentVersion {
  release: 'publish' | 'hold' | 'draft' | 'withdraw';
  /** True if the document states that it is public, as `usable` does. */
  statesPublic: boolean;
  /** Digest of its content; null for a notice without text. */
  content: Buffer | null;
}

export type ArrivalDecision =
  /** The archive has a later version. */
  | { kind: 'older' }
  /** The article was withdrawn or purged, and stays so. */
  | { kind: 'gone' }
  /** Its content is published already. */
  | { kind: 'same' }
  /** Publish it, also if it was withdrawn. `replaces` is true if the waiting version is not needed any more. */
  | { kind: 'publish'; replaces: boolean }
  /** Keep it as the waiting version. */
  | { kind: 'wait'; state: 'held' | 'draft' }
  /** Remember the withdrawal, and take back the versions before it. */
  | { kind: 'withdraw'; published: boolean; waiting: boolean };

/** Decides what an arriving document does to the stored versions of its article. See docs/publishing.md. */
export function decideArrival(stored: StoredVersions, arrival: Arrival): ArrivalDecision {
  const { published, waiting, withdrawn, lifted, purged } = stored;
  if (purged || withdrawn?.by === 'editor') return { kind: 'gone' };
  // A notice of withdrawal without a version is about all of them.
  const isForAll = arrival.release === 'withdraw' && arrival.version === null && arrival.modified === null;
  const isOlderThan = (version: DocumentVersion | undefined): boolean =>
    version !== undefined && !isForAll && compareVersions(arrival, version) === 'older';
  if (withdrawn && arrival.release !== 'withdraw' && !liftsWithdrawal(arrival, withdrawn))
    return { kind: 'gone' };

  switch (arrival.release) {
    case 'publish':
      if (isOlderThan(published)) return { kind: 'older' };
      return {
        kind: 'publish',
        // A later version that waits is still published when it is due.
        replaces: waiting !== undefined && !isOlderThan(waiting),
      };
    case 'hold':
    case 'draft':
      if (isOlderThan(published) || isOlderThan(waiting)) return { kind: 'older' };
      // An editor may have released it before it was due.
      if (published && arrival.content?.equals(published.content)) return { kind: 'same' };
      return { kind: 'wait', state: arrival.release === 'hold' ? 'held' : 'draft' };
    case 'withdraw':
      if (isOlderThan(published) || isOlderThan(withdrawn)) return { kind: 'older' };
      // An editor lifted this withdrawal, or a later one.
      if (lifted && compareVersions(arrival, lifted) !== 'newer') return { kind: 'older' };
      return {
        kind: 'withdraw',
        published: published !== undefined,
        waiting: waiting !== undefined && !isOlderThan(waiting),
      };
  }
}

/**
 * True if a document lifts the withdrawal by its source: it says that it is public again, and is not a version from
 * before the withdrawal.
 */
function liftsWithdrawal(arrival: Arrival, withdrawn: StoredWithdrawal): boolean {
  // A draft is not public, whatever it says.
  if (!arrival.statesPublic && arrival.release !== 'draft') return false;
  const order = compareVersions(arrival, withdrawn);
  if (order !== 'unordered') return order === 'newer';
  const { content } = arrival;
  if (content === null || withdrawn.contents.length === 0) return false;
  return !withdrawn.contents.some((known) => known.equals(content));
}
