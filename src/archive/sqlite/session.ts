import type { ArchiveState } from '../archive.ts';
import { ArchiveUnavailable } from '../archive-unavailable.ts';
import type { FaultLog } from '../fault-log.ts';
import { type Connection, type ConnectionSettings, openConnection } from './connection.ts';
import { createFailureTranslator, type FailureTranslator } from './failures.ts';
import { applyMigrations, pendingMigrations, readMigrations } from './migrations.ts';
import { once } from './once.ts';
import { createReadEnd, createSnapshots, shareSnapshots } from './snapshot.ts';
import { type CurrentState, createState } from './state.ts';
import { createWriteQueue, isLocked, type WaitSettings } from './write-queue.ts';

export interface SessionSettings extends ConnectionSettings, WaitSettings {
  /** Brings the schema up to date first. Default: true unless `readOnly`. */
  migrate?: boolean;
  /** True if all reads of one iteration of the event loop share a snapshot; for servers. */
  shareSnapshots?: boolean;
  /** Counts the failures. Default: a log of its own. */
  faults?: FaultLog;
}

/**
 * One connection to an archive, and the transactions in it. All methods throw ArchiveUnavailable when the database is
 * locked, damaged or not migrated, or is written while it is open for reading only.
 */
export interface Session {
  readonly connection: Connection;
  readonly state: CurrentState;
  readonly failures: FailureTranslator;
  /** Runs a read in one transaction. */
  read<T>(work: () => T): T;
  /** Runs a write that no read shows, in one transaction. Waits while another process writes. */
  write<T>(work: () => T): Promise<T>;
  /** Runs such a write at once. Throws ArchiveUnavailable with the reason `busy` while another process writes. */
  writeNow<T>(work: () => T): T;
  /** Runs a write like `write`, and advances the revision if `changed` is true of its result. */
  change<T>(work: () => T, changed: (result: T) => boolean): Promise<T>;
  /** Opens a transaction that all reads share until `release`, and returns its state. */
  hold(): ArchiveState;
  release(): void;
  /** Throws ArchiveUnavailable if a migration is missing. */
  check(): void;
  close(): void;
}

/** Opens (or creates) the SQLite database at a path. */
export function openSession({
  migrate,
  shareSnapshots: shared,
  faults,
  ...settings
}: SessionSettings): Session {
  const { path, readOnly = false } = settings;
  const failures = createFailureTranslator(path, faults);
  const attempt = failures.run;
  const connection = attempt(() => {
    const opened = openConnection(settings);
    try {
      if (migrate ?? !readOnly) applyMigrations(opened);
      // From now on, writes wait by timers. The lock of a write does not stop reads.
      if (!readOnly) opened.pragma('busy_timeout = 0');
      return opened;
    } catch (error) {
      opened.close();
      throw error;
    }
  });
  const snapshot = shared ? shareSnapshots(connection) : createSnapshots();
  const check = once(() => {
    const [pending] = pendingMigrations(connection, readMigrations());
    if (pending === undefined) return;
    const message = `The archive ${path} lacks migration ${pending.name}; run dateline migrate.`;
    throw new ArchiveUnavailable('not-migrated', message);
  });
  const state = once(() => createState(connection, snapshot));
  const endRead = once(() => createReadEnd(connection));
  const inTransaction = connection.transaction((work: () => unknown) => work());

  const queue = createWriteQueue(settings);
  const transact = <T>(work: () => T, changed: (result: T) => boolean): T => {
    if (readOnly)
      throw new ArchiveUnavailable('read-only', `The archive ${path} was opened for reading only.`);
    check();
    snapshot.close();
    try {
      return connection
        .transaction(() => {
          const result = work();
          if (changed(result)) state().advance();
          return result;
        })
        .immediate();
    } finally {
      state().forget();
    }
  };
  const change = async <T>(work: () => T, changed: (result: T) => boolean): Promise<T> => {
    try {
      return await queue.run(() => transact(work, changed));
    } catch (error) {
      throw failures.translated(error);
    }
  };

  const read = <T>(work: () => T): T =>
    attempt(() => {
      check();
      snapshot.open();
      return connection.inTransaction ? work() : (inTransaction(work) as T);
    });

  return {
    connection,
    failures,
    get state() {
      return state();
    },
    read,
    hold() {
      attempt(() => connection.exec('BEGIN'));
      return read(() => state().current());
    },
    release: () => endRead()(),
    write: (work) => change(work, () => false),
    writeNow(work) {
      try {
        return transact(work, () => false);
      } catch (error) {
        // The caller tries again, so this is no failure yet.
        throw failures.translated(error, { counted: !isLocked(error) });
      }
    },
    change,
    check: () => attempt(check),
    close() {
      queue.close();
      snapshot.close();
      connection.close();
    },
  };
}

/** Reads the state in a session. */
export function stateIn(session: Session): ArchiveState {
  return session.read(() => session.state.current());
}
