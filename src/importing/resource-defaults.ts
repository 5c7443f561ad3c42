import { availableParallelism } from 'node:os';

/**
 * Size of SQLite's page cache during an import, in KiB: a quarter of the default. An import rarely reads a page
 * twice, and 100,000 articles took as long.
 */
export const importCacheKiB = 8_192;

/** Returns the default number of parsing threads: one less than the cores, because one thread writes. */
export function defaultThreads(): number {
  return Math.max(1, availableParallelism() - 1);
}
