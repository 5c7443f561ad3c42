import { clearImmediate, setImmediate } from 'node:timers';
import type { Connection } from './connection.ts';

/** The snapshot that reads of a connection see. */
export interface Snapshot {
  /** Opens a snapshot before a read, or joins the one that is open. */
  open(): void;
  /** Closes the snapshot, before a write and before closing: the next read sees the newest state. */
  close(): void;
  /** Number of the snapshot; each has another. */
  number(): number;
}

/**
 * Shares one transaction among all reads of a turn of the event loop. Each transaction takes and releases file locks
 * and checks for commits, and a busy server reads several times for each of several requests per turn. Commits made
 * before a request arrived are visible to it: the operating system reports input before the turn begins. Not for
 * programs that read what another connection of their own writes in the same turn.
 */
export function shareSnapshots(connection: Connection): Snapshot {
  const begin = connection.prepare('BEGIN');
  const commit = connection.prepare('COMMIT');
  let count = 0;
  let closing: NodeJS.Immediate | undefined;
  const close = (): void => {
    if (closing === undefined) return;
    clearImmediate(closing);
    closing = undefined;
    count += 1;
    // SQLite rolls back by itself on an I/O error.
    if (connection.open && connection.inTransaction) commit.run();
  };
  return {
    open() {
      if (closing !== undefined || connection.inTransaction) return;
      begin.run();
      closing = setImmediate(close);
    },
    close,
    number: () => count,
  };
}

/** Creates a snapshot per read, for programs that serve nobody. */
export function createSnapshots(): Snapshot {
  let count = 0;
  return {
    open() {
      count += 1;
    },
    close: () => undefined,
    number: () => count,
  };
}
