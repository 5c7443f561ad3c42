import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Engine } from '../engine.ts';
import { createFaultLog } from '../fault-log.ts';
import { backUp } from './back-up.ts';
import { boundedBudget } from './budget.ts';
import { openConnection } from './connection.ts';
import { createFailureTranslator } from './failures.ts';
import { applyMigrations } from './migrations.ts';
import { openSqliteArchive } from './open.ts';
import { openReaderPool, type ReaderSettings } from './reader-pool/open-reader-pool.ts';
import { createPooledArchive } from './reader-pool/pooled-archive.ts';
import { startReader } from './reader-pool/start-reader.ts';

/**
 * Page cache of a serving process. Four times as much took 32 MB and saved no microsecond: the operating system caches
 * the file for all processes.
 */
const servedCacheKiB = 8_192;

/** Settings of the reader pool. One process always runs. It starts after the first requests. */
const pool: Omit<ReaderSettings, 'processes'> = {
  queue: 64,
  waitMs: 5_000,
  idleMs: 300_000,
  kept: 1,
  aheadMs: 1_000,
};

const readerProcess = new URL('./reader-pool/reader-process.js', import.meta.url);

/** SQLite: one file per archive. */
export const sqliteEngine: Engine = {
  async open({ path }, { queryTimeoutMs, readerProcesses = 1, ...settings }) {
    if (!settings.readOnly) createFolder(path);
    // Another process cannot see what is in memory.
    if (queryTimeoutMs === undefined || path === ':memory:') return openSqliteArchive({ path, ...settings });
    const faults = createFaultLog();
    const here = openSqliteArchive({
      path,
      faults,
      budget: boundedBudget,
      shareSnapshots: true,
      cacheKiB: servedCacheKiB,
      ...settings,
    });
    const start = () => startReader({ module: readerProcess, args: [path] }, queryTimeoutMs);
    const readers = openReaderPool(start, { ...pool, processes: readerProcesses });
    return createPooledArchive(here, readers, createFailureTranslator(path, faults).translated);
  },
  async migrate({ path }) {
    createFolder(path);
    return createFailureTranslator(path).run(() => {
      const connection = openConnection({ path });
      try {
        return applyMigrations(connection);
      } finally {
        connection.close();
      }
    });
  },
  backUp: ({ path }, file, settings) => backUp(path, file, settings),
};

/** Creates the folder of a new database, but not the folders above it: those may be misspelt or not mounted. */
function createFolder(path: string): void {
  const folder = dirname(path);
  if (!existsSync(folder) && existsSync(dirname(folder))) mkdirSync(folder);
}
