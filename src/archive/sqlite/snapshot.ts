import { clearImmediate, setImmediate } from 'node:timers';
import type { Connection } from './connection.ts';

/** The snapshot that reads of a connection see. */
export interface Snapshot {
  /** Begins a snapshot before a read, or joins the one that is open. */
  begin(): void;
  /** Ends the snapshot, before a write and before closing: the next read sees the newest state. */
  end(): void;
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
  let ending: NodeJS.Immediate | undefined;
  const end = (): void => {
    if (ending === undefined) return;
    clearImmediate(ending);
    ending = undefined;
    count += 1;
    // SQLite ends a transaction by itself when the disk fails.
    if (connection.open && connection.inTransaction) commit.run();
  };
  return {
    begin() {
      if (ending !== undefined || connection.inTransaction) return;
      begin.run();
      ending = setImmediate(end);
    },
    end,
    number: () => count,
  };
}

/** Creates a snapshot per read, for programs that serve nobody. */
export function createSnapshots(): Snapshot {
  let count = 0;
  return {
    begin() {
      count += 1;
    },
    end: () => undefined,
    number: () => count,
  };
}
