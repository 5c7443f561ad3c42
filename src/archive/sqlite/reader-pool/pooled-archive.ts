import type { Archive } from '../../archive.ts';
import type { ArchiveReads } from '../../reads.ts';
import { readSnapshot, SnapshotMoved } from '../read-snapshot.ts';
import type { ReadName, ReadResult } from '../reads.ts';
import type { ReaderPool } from './open-reader-pool.ts';
import { createPooledReads, type SendRead } from './pooled-reads.ts';

/**
 * Creates an archive whose long reads run in reader processes. Closing it closes the pool and `here`. `translated` counts
 * failures that the processes met, and returns the error to throw.
 */
export function createPooledArchive(
  here: Archive,
  pool: ReaderPool,
  translated: (thrown: unknown) => unknown = (thrown) => thrown,
): Archive {
  const reads = createPooledReads(
    here.reads,
    createReadSender(pool, () => undefined, translated),
  );

  /** Creates reads that throw if the archive has another revision, in the reader process or here. */
  const readsAt = (expected: number, moved: () => void) => {
    const send = createReadSender(
      pool,
      (revision) => {
        if (revision === expected) return;
        moved();
        throw new SnapshotMoved('The archive has changed.');
      },
      translated,
    );
    return createPooledReads(here.reads, send);
  };
  return {
    ...here,
    reads,
    async read(work) {
      try {
        return await readSnapshot({ state: here.state, readsAt, pinned: pool.lease }, work);
      } catch (error) {
        throw translated(error);
      }
    },
    async close() {
      await pool.close();
      await here.close();
    },
  };
}

/** Creates a function that reads in a process of the pool, and calls `check` with the revision that it read. */
function createReadSender(
  pool: ReaderPool,
  check: (revision: number) => void,
  translated: (thrown: unknown) => unknown,
): SendRead {
  return async <Name extends ReadName>(read: Name, ...given: Parameters<ArchiveReads[Name]>) => {
    try {
      const { value, revision } = await pool.read(read, given);
      check(revision);
      return value as ReadResult<Name>;
    } catch (error) {
      throw translated(error);
    }
  };
}
