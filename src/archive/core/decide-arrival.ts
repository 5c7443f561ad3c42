import { compareVersions, type DocumentVersion } from './document-version.ts';

/** A stored version of an article, published or not. */
export interface StoredVersion extends DocumentVersion {
  /** Digest of its content; null if only its withdrawal is known. */
  content: Buffer | null;
}

/** Versions of an article that the archive has. */
export interface StoredVersions {
  published?: StoredVersion | undefined;
  /** Held until its instant, or a draft. It can wait beside a published version. */
  waiting?: StoredVersion | undefined;
  withdrawn?: (StoredVersion & { by: 'source' | 'editor' }) | undefined;
  purged: boolean;
}

/** A document that arrives, after the gate decided about it. */
export interface Arrival extends DocumentVersion {
  release: 'publish' | 'hold' | 'draft' | 'withdraw';
  /** True if the document states that it is public, as `usable` does. */
  statesPublic: boolean;
  content: Buffer | null;
}

export type ArrivalDecision =
  /** The archive has a later version. */
  | { kind: 'older' }
  /** The article was withdrawn or purged, and stays so. */
  | { kind: 'gone' }
  /** Publish it, also if it was withdrawn. `replaces` is true if the waiting version is not needed any more. */
  | { kind: 'publish'; replaces: boolean }
  /** Keep it as the waiting version. */
  | { kind: 'wait'; state: 'held' | 'draft' }
  /** Remember the withdrawal, and take back the versions before it. */
  | { kind: 'withdraw'; published: boolean; waiting: boolean };

/** Decides what an arriving document does to the stored versions of its article. See docs/publishing.md. */
export function decideArrival(stored: StoredVersions, arrival: Arrival): ArrivalDecision {
  const { published, waiting, withdrawn, purged } = stored;
  if (purged || withdrawn?.by === 'editor') return { kind: 'gone' };
  // A notice of withdrawal without a version is about all of them.
  const isForAll = arrival.release === 'withdraw' && arrival.version === null && arrival.modified === null;
  const isOlderThan = (version: StoredVersion | undefined): boolean =>
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
      return { kind: 'wait', state: arrival.release === 'hold' ? 'held' : 'draft' };
    case 'withdraw':
      if (isOlderThan(published) || isOlderThan(withdrawn)) return { kind: 'older' };
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
function liftsWithdrawal(arrival: Arrival, withdrawn: StoredVersion): boolean {
  // A draft is not public, whatever it says.
  if (!arrival.statesPublic && arrival.release !== 'draft') return false;
  const order = compareVersions(arrival, withdrawn);
  if (order !== 'unordered') return order === 'newer';
  return withdrawn.content !== null && arrival.content?.equals(withdrawn.content) === false;
}
