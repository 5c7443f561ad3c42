import { clearImmediate, setImmediate } from 'node:timers';
import type { Connection } from './connection.ts';

/** The state of the archive that all reads of one turn of the event loop see. */
export interface Turn {
  /** To be called before a read: makes it see what the first of this turn saw. */
  begin(): void;
  /** To be called before a write, and before closing: what is read next sees the newest state. */
  end(): void;
  /** Changes with every state that is seen. */
  number(): number;
}

/**
 * Joins the reads of one turn of the event loop into one transaction. Each transaction takes locks of the file to begin
 * and to end, and has to look whether others have written; a busy server asks several times for each of several
 * requests a turn. Whoever waits for input sees all that was committed before it came: the turn begins after the system
 * was asked for it. Not for programs that read what another connection of their own writes in the same turn.
 */
export function joinTurns(connection: Connection): Turn {
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

/** Every read by itself: for programs that wait for nobody. */
export function noTurns(): Turn {
  let count = 0;
  return {
    begin() {
      count += 1;
    },
    end: () => undefined,
    number: () => count,
  };
}
