import type { Archive } from '../../archive.ts';
import { readAgain } from '../open.ts';
import type { Readers } from './open-reader-pool.ts';
import { createPooledReads } from './pooled-reads.ts';

/** Creates an archive whose long reads run in reader processes. Closing it closes the pool and `here`. */
export function createPooledArchive(here: Archive, pool: Readers): Archive {
  const reads = createPooledReads(here.reads, pool.ask);
  return {
    ...here,
    reads,
    read: (work) => readAgain(here.state, reads, work),
    async close() {
      await pool.close();
      await here.close();
    },
  };
}
