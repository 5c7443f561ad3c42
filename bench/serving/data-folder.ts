import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Corpus } from '../corpus/choose-corpus.ts';

/**
 * The folder that keeps invented archives and installed peers between runs: BENCH_DATA, so that several work trees
 * share one, or `bench/data`, which is never committed.
 */
export const dataFolder = resolve(
  process.env.BENCH_DATA || fileURLToPath(new URL('../data', import.meta.url)),
);

/** Returns the name of the files of the invented archive of `size` articles, here and with the peers. */
export const archiveName = (size: number, { isSample }: Corpus): string =>
  isSample ? `sample-${size}` : `${size}`;
