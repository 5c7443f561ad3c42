import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Where invented archives and installed peers are kept between runs: the folder that BENCH_DATA names, so that
 * several work trees share one, or `bench/data`, which is never committed.
 */
export const dataFolder = resolve(
  process.env.BENCH_DATA || fileURLToPath(new URL('../data', import.meta.url)),
);

/** The file of the invented archive of `size` articles. */
export const archiveFile = (size: number): string => join(dataFolder, `${size}.db`);
