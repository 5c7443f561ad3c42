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
  const end = createReadEnd(connection);
  let count = 0;
  let closing: NodeJS.Immediate | undefined;
  const close = (): void => {
    if (closing === undefined) return;
    clearImmediate(closing);
    closing = undefined;
    count += 1;
    if (connection.open) end();
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

/**
 * Creates a function that ends the read transaction of a connection, if there is one. It throws nothing: after a read
 * met a damaged page, COMMIT fails with the same error, which the read has reported. SQLite rolls back by itself when
 * the disk fails.
 */
export function createReadEnd(connection: Connection): () => void {
  const statements = [connection.prepare('COMMIT'), connection.prepare('ROLLBACK')];
  return () => {
    for (const statement of statements) {
      if (!connection.inTransaction) return;
      try {
        statement.run();
      } catch {
        // ROLLBACK is the second attempt.
      }
    }
  };
}
