import { statSync } from 'node:fs';
import type { Archive, ArchiveState } from '../archive.ts';
import { ArchiveUnavailable } from '../archive-unavailable.ts';
import { createFaultLog } from '../fault-log.ts';
import type { ArchiveReads } from '../reads.ts';
import { createArticleStates } from './articles/article-states.ts';
import { type Budget, unboundedBudget } from './budget.ts';
import { createChangeLog } from './change-log.ts';
import { createExports } from './exports/exports.ts';
import { createImports } from './imports.ts';
import { createKeys } from './keys.ts';
import { once } from './once.ts';
import { readSnapshot, type SnapshotWork } from './read-snapshot.ts';
import { createReadContext, createReads } from './reads.ts';
import { createIndexWarnings } from './search/index-version.ts';
import { openSession, type Session, type SessionSettings, stateIn } from './session.ts';
import { createWebhooks } from './webhooks.ts';
import { createWrites } from './writes.ts';

export interface SqliteSettings extends SessionSettings {
  /** Scan limits of a read. Default: unbounded. */
  budget?: Budget;
}

/** Opens (or creates) the SQLite archive at a path. */
export function openSqliteArchive({
  budget = unboundedBudget,
  faults = createFaultLog(),
  ...settings
}: SqliteSettings): Archive {
  const { path } = settings;
  const session = openSession({ ...settings, faults });
  const { connection, failures, read } = session;
  const checkFile = createFileCheck(path);
  const reads = createReads(
    once(() => createReadContext(connection, budget, session.state)),
    read,
  );
  const imports = createImports(session);
  const changes = createChangeLog(() => connection, read);
  const state = () => stateIn(session);
  const warnings = once(() => createIndexWarnings(connection));
  return {
    state,
    async read(work) {
      const pinned = <T>(again: SnapshotWork<T>) => readPinned(session, settings, again);
      try {
        return await readSnapshot({ state, readsAt: () => reads, pinned }, work);
      } catch (error) {
        throw failures.translated(error);
      }
    },
    reads,
    writes: createWrites(session, imports.setPosition),
    changes,
    imports,
    keys: createKeys(session),
    webhooks: createWebhooks(session),
    exports: createExports(session),
    states: createArticleStates(session),
    faults,
    async check() {
      session.check();
      await reads.summary();
      checkFile();
      faults.check();
    },
    warnings: async () => read(() => warnings()()),
    async close() {
      changes.end();
      session.close();
    },
  };
}

/** Opens a connection for reads without a budget: in a reader process, or for a pinned snapshot. */
export function openReads(settings: SessionSettings): { session: Session; reads: ArchiveReads } {
  const session = openSession(settings);
  const context = once(() => createReadContext(session.connection, unboundedBudget, session.state));
  return { session, reads: createReads(context, session.read) };
}

/** Runs work in a transaction of a second connection. An archive in memory is copied for it. */
async function readPinned<T>(
  { connection }: Session,
  { path }: SqliteSettings,
  work: SnapshotWork<T>,
): Promise<{ value: T; state: ArchiveState }> {
  const image = path === ':memory:' ? { image: connection.serialize() } : {};
  const { session, reads } = openReads({ path, readOnly: true, ...image });
  try {
    const state = session.hold();
    return { value: await work(reads, state), state };
  } finally {
    session.release();
    session.close();
  }
}

/**
 * Creates a function that throws ArchiveUnavailable if the file at a path is no longer the one that was opened. Reads go
 * on in a file that was deleted or replaced, but they see no later change, and new reader processes open another file.
 */
function createFileCheck(path: string): () => void {
  if (path === ':memory:') return () => undefined;
  const { dev, ino } = statSync(path);
  return () => {
    const present = statSync(path, { throwIfNoEntry: false });
    if (present?.dev === dev && present.ino === ino) return;
    throw new ArchiveUnavailable(
      'missing',
      `The archive ${path} was deleted, moved or replaced while it was open; restart the server.`,
    );
  };
}
