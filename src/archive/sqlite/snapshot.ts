import { clearImmediate, setImmediate } from 'node:timers';
import type { Connection } from './connection.ts';

/** Read transaction of a connection. */
export interface Snapshot {
  /** Opens a snapshot before a read, or joins the one that is open. */
  open(): void;
  /** Closes the snapshot, so that the next read sees the newest state. Call it before a write and before closing. */
  close(): void;
  /** Returns the number of the snapshot, which no other snapshot has. */
  number(): number;
}

/**
 * Shares one transaction among all reads of an iteration of the event loop. Each transaction takes file locks and
 * checks for commits, and a busy server would do that several times per request. A request sees all commits made before
 * it arrived, because input is reported before the iteration begins. Do not use it in a program that reads what another
 * of its connections writes in the same iteration.
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

/** Creates a snapshot per read, for programs other than servers. */
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
