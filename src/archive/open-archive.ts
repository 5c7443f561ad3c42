import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Archive } from './archive.ts';
import { boundedBudget } from './sqlite/budget.ts';
import { openSqliteArchive } from './sqlite/open.ts';
import { openReaderPool, type ReaderSettings } from './sqlite/reader-pool/open-reader-pool.ts';
import { createPooledArchive } from './sqlite/reader-pool/pooled-archive.ts';
import { type Program, startReader } from './sqlite/reader-pool/start-reader.ts';

/** Where an archive is: the engine, and for SQLite the file. */
export interface ArchiveLocation {
  engine: 'sqlite';
  path: string;
}

/** How to open an archive. */
export interface OpenSettings {
  readOnly?: boolean;
  /** Whether to bring its schema up to date first; unless said, when it is not `readOnly`. */
  migrate?: boolean;
  /** Pages of the database kept in this process, in KiB; 32,768 by default. */
  cacheKiB?: number;
  /** Where many read at once: what may take long is read in processes of their own, each read within `limitMs`. */
  apart?: { processes: number; limitMs: number };
}

/**
 * Pages kept by a serving process. Four times as many took 32 MB and no microsecond off a request: what is missing comes
 * from the operating system's cache, which all processes share.
 */
const servedCacheKiB = 8_192;

/** One process is always there, started when the first requests have been answered; others come and go. */
const reading: Omit<ReaderSettings, 'processes'> = {
  queue: 64,
  waitMs: 5_000,
  idleMs: 300_000,
  kept: 1,
  aheadMs: 1_000,
};

/**
 * Opens the archive at a location, creating it where there is none and bringing its schema up to date unless
 * `readOnly`. Its folder is created too, where the folder above is there: `./data` on the first start, but no whole path
 * that was misspelt or not mounted. Throws ArchiveUnavailable.
 */
export async function openArchive(
  location: ArchiveLocation,
  { apart, ...settings }: OpenSettings = {},
): Promise<Archive> {
  const folder = dirname(location.path);
  if (!settings.readOnly && !existsSync(folder) && existsSync(dirname(folder))) mkdirSync(folder);
  const { path } = location;
  // What is in memory can be read in no other process.
  if (!apart || path === ':memory:') return openSqliteArchive({ path, ...settings });
  const here = openSqliteArchive({
    path,
    budget: boundedBudget,
    joinTurns: true,
    cacheKiB: servedCacheKiB,
    ...settings,
  });
  const program: Program = { module: readingProcess, args: [path] };
  const pool = openReaderPool(() => startReader(program, apart.limitMs), {
    ...reading,
    processes: apart.processes,
  });
  return createPooledArchive(here, pool);
}

const readingProcess = new URL('./sqlite/reader-pool/reader-process.js', import.meta.url);
