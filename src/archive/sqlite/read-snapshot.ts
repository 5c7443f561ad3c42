import type { ArchiveState } from '../archive.ts';
import type { Awaitable } from '../awaitable.ts';
import { QueryCutOff } from '../query-cut-off.ts';
import type { ArchiveReads } from '../reads.ts';

export type SnapshotWork<T> = (reads: ArchiveReads, state: ArchiveState) => Awaitable<T>;

export interface SnapshotSource {
  state(): Awaitable<ArchiveState>;
  /** Creates reads for the first run. They call `moved` if they read another revision. */
  readsAt(revision: number, moved: () => void): ArchiveReads;
  /** Runs work in a transaction that stays open until it ends. */
  pinned<T>(work: SnapshotWork<T>): Promise<{ value: T; state: ArchiveState }>;
}

/** Error that ends the first run of a work if the archive changed, because its result would not be used. */
export class SnapshotMoved extends Error {
  override name = 'SnapshotMoved';
}

/**
 * Runs `work` on one snapshot, see Archive.read. The first run holds no transaction. Its result is used if the revision
 * was the same at its beginning and its end. Otherwise `work` runs a second time in a pinned snapshot.
 */
export async function readSnapshot<T>(
  source: SnapshotSource,
  work: SnapshotWork<T>,
): Promise<{ value: T; state: ArchiveState }> {
  const state = await source.state();
  let moved = false;
  const hasMoved = async () => moved || (await source.state()).revision !== state.revision;
  try {
    const reads = source.readsAt(state.revision, () => {
      moved = true;
    });
    const value = await work(reads, state);
    if (!(await hasMoved())) return { value, state };
  } catch (error) {
    // A second run would take too long, too.
    if (error instanceof QueryCutOff || !(await hasMoved())) throw error;
  }
  return source.pinned(work);
}
