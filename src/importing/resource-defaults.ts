import { availableParallelism } from 'node:os';

/**
 * SQLite page cache of an import, in KiB. An import rarely reads a page twice: with a quarter of the default
 * cache, 100,000 articles took as long.
 */
export const importCacheKiB = 8_192;

/** Returns the default number of parsing threads: one less than the cores, because one thread writes. */
export function defaultThreads(): number {
  return Math.max(1, availableParallelism() - 1);
}
