import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ArchiveUnavailable } from '../archive-unavailable.ts';
import type { Engine } from '../engine.ts';
import { createFaultLog } from '../fault-log.ts';
import { backUp } from './back-up.ts';
import { boundedBudget } from './budget.ts';
import { compact } from './compact.ts';
import { openConnection } from './connection.ts';
import { createFailureTranslator } from './failures.ts';
import { applyMigrations } from './migrations.ts';
import { openSqliteArchive, type SqliteSettings } from './open.ts';
import { openReaderPool, type ReaderSettings } from './reader-pool/open-reader-pool.ts';
import { createPooledArchive } from './reader-pool/pooled-archive.ts';
import { startReader } from './reader-pool/start-reader.ts';
import { outdatedPart } from './search/index-version.ts';
import { rebuildSearchIndex } from './search/rebuild-index.ts';
import { restemVocabulary } from './search/restem-vocabulary.ts';
import { openSession } from './session.ts';

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

/** Time in ms that a write of a server waits for another process. The client then gets 503 with Retry-After. */
const servedWriteWaitMs = 15_000;

const readerProcess = new URL('./reader-pool/reader-process.js', import.meta.url);

/** SQLite: one file per archive. */
export const sqliteEngine: Engine = {
  async open({ path }, { queryTimeoutMs, readerProcesses = 1, ...settings }) {
    if (settings.create ?? !settings.readOnly) createFolder(path);
    // Another process cannot see what is in memory.
    const open = (more: Partial<SqliteSettings> = {}) =>
      whenUnlocked(() => openSqliteArchive({ path, ...more, ...settings }), settings.onWaiting);
    if (queryTimeoutMs === undefined || path === ':memory:') return open();
    const faults = createFaultLog();
    const here = await open({
      faults,
      budget: boundedBudget,
      shareSnapshots: true,
      cacheKiB: servedCacheKiB,
      writeWaitMs: servedWriteWaitMs,
    });
    const start = (signal: AbortSignal) =>
      startReader({ module: readerProcess, args: [path] }, queryTimeoutMs, signal);
    const readers = openReaderPool(start, { ...pool, processes: readerProcesses });
    return createPooledArchive(here, readers, createFailureTranslator(path, faults).translated);
  },
  async migrate({ path }, { onWaiting } = {}) {
    createFolder(path);
    const migrate = (): string[] => {
      const connection = openConnection({ path });
      try {
        return applyMigrations(connection);
      } finally {
        connection.close();
      }
    };
    return whenUnlocked(() => createFailureTranslator(path).run(migrate), onWaiting);
  },
  compact: ({ path }, { onWaiting } = {}) => compact(path, (work) => whenUnlocked(work, onWaiting)),
  async reindex({ path }, settings = {}) {
    const session = await whenUnlocked(
      () => openSession({ path, create: false, ...settings }),
      settings.onWaiting,
    );
    try {
      const isOld = session.read(() => outdatedPart(session.connection)) === 'vocabulary';
      return await (isOld ? restemVocabulary : rebuildSearchIndex)(session, settings);
    } finally {
      session.close();
    }
  },
  backUp: ({ path }, file, settings) => backUp(path, file, settings),
};

/** Time in ms between two attempts to open. Each of them may wait for seconds, because nothing is served yet. */
const openingPauseMs = 100;

/** Runs `work` until no other process has the lock that it needs. Calls `onWaiting` once if it has to wait. */
async function whenUnlocked<T>(work: () => T, onWaiting: (() => void) | undefined): Promise<T> {
  for (let attempts = 1; ; attempts += 1) {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof ArchiveUnavailable && error.reason === 'busy')) throw error;
    }
    if (attempts === 1) onWaiting?.();
    await pause(openingPauseMs);
  }
}

/** Creates the folder of a new database, but not the folders above it: those may be misspelt or not mounted. */
function createFolder(path: string): void {
  const folder = dirname(path);
  if (!existsSync(folder) && existsSync(dirname(folder))) mkdirSync(folder);
}
