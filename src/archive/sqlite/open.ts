import type { Archive, ArchiveState } from '../archive.ts';
import type { Awaitable } from '../awaitable.ts';
import type { ArchiveReads } from '../reads.ts';
import { type Effort, patientEffort } from './budget.ts';
import { createChangeLog } from './change-log.ts';
import { type Connection, connect } from './connection.ts';
import { createExports } from './exports/exports.ts';
import { translateFailures } from './failures.ts';
import { createImports } from './imports.ts';
import { createKeys } from './keys.ts';
import { once } from './once.ts';
import { createReadContext, createReads } from './reads.ts';
import { openSession, type SessionSettings, stateIn } from './session.ts';
import { createWebhooks } from './webhooks.ts';
import { createWrites } from './writes.ts';

/** How to open a SQLite archive. */
export interface SqliteSettings extends SessionSettings {
  /** How much one query may look through before it answers with what it has; patient unless said. */
  effort?: Effort;
}

/** How long webhooks wait for another writer, in milliseconds: an import must not hold up who serves. */
const webhookBusyMs = 50;

/** Opens (or creates) the SQLite archive at a path. */
export function openSqliteArchive({ effort = patientEffort, ...settings }: SqliteSettings): Archive {
  const { path } = settings;
  const session = openSession(settings);
  const { connection, read } = session;
  const reads = createReads(
    once(() => createReadContext(connection, effort, session.state)),
    read,
  );
  const imports = createImports(session);
  const changes = createChangeLog(() => connection, read);
  const state = () => stateIn(session);
  let webhookConnection: Connection | undefined;
  const webhooks = createWebhooks(
    () => {
      session.check();
      // No second connection sees what is in memory.
      if (path === ':memory:') return connection;
      webhookConnection ??= connect({
        path,
        busyTimeoutMs: webhookBusyMs,
        readOnly: settings.readOnly ?? false,
      });
      return webhookConnection;
    },
    (work) => translateFailures(path, work),
  );

  return {
    state,
    read: (work) => readAgain(state, reads, work),
    reads,
    writes: createWrites(session, imports.setPosition),
    changes,
    imports,
    keys: createKeys(session),
    webhooks,
    exports: createExports(session),
    async check() {
      session.check();
      await reads.summary();
    },
    async close() {
      changes.end();
      webhookConnection?.close();
      session.close();
    },
  };
}

/** Runs `work` again, twice at most, when the archive has changed meanwhile. */
export async function readAgain<T>(
  state: () => Awaitable<ArchiveState>,
  reads: ArchiveReads,
  work: (reads: ArchiveReads, state: ArchiveState) => Awaitable<T>,
): Promise<{ value: T; state: ArchiveState }> {
  for (let attempt = 1; ; attempt += 1) {
    const before = await state();
    const value = await work(reads, before);
    if (attempt === 3 || before.revision === (await state()).revision) return { value, state: before };
  }
}
