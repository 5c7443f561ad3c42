import { availableParallelism } from 'node:os';

/**
 * Pages of the database that an import keeps, in KiB. Of those it reads few come again: a quarter of the usual cache took
 * as long for 100,000 articles, and the operating system has the rest.
 */
export const importCacheKiB = 8_192;

/** Reading threads of an import unless told otherwise: a core each, and one for the thread that writes. */
export function usualThreads(): number {
  return Math.max(1, availableParallelism() - 1);
}
