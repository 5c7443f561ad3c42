import { instantOf } from '../../model/instant.ts';
import type { ChangeLog } from '../change-log.ts';
import type { Change } from '../results.ts';
import type { Connection } from './connection.ts';
import { once } from './once.ts';

/** Interval in ms at which the log is polled while there are waiting callers. A poll takes microseconds. */
const pollMs = 250;

/** Creates the change log of one connection. `run` runs each read. */
export function createChangeLog(
  connection: () => Connection,
  run: <T>(work: () => T) => T,
): ChangeLog & { end(): void } {
  const select = once(() =>
    connection().prepare<
      { since: number; limit: number },
      { seq: number; article: string; kind: Change['kind']; revision: number; at: number }
    >(
      `SELECT seq, article, kind, revision, at FROM changes
       WHERE seq > :since
       ORDER BY seq
       LIMIT :limit`,
    ),
  );
  const selectLast = once(() =>
    connection().prepare<[], number>('SELECT coalesce(max(seq), 0) FROM changes').pluck(),
  );
  const last = (): number => run(() => selectLast().get() ?? 0);
  const waiting = createWaiting(last);
  return {
    since: (since, limit) =>
      run(() =>
        select()
          .all({ since, limit })
          .map((row) => ({ ...row, at: instantOf(row.at) })),
      ),
    last,
    wait: waiting.wait,
    end: waiting.end,
  };
}

/** Creates the wait of any number of callers. One timer polls for all of them, while there are any. */
function createWaiting(last: () => number): Pick<ChangeLog, 'wait'> & { end(): void } {
  const waiting = new Set<{ seq: number; wake(): void }>();
  let timer: NodeJS.Timeout | undefined;

  const lastOr = (fallback: number): number => {
    try {
      return last();
    } catch {
      return fallback;
    }
  };
  const look = (): void => {
    // If the log cannot be read, all callers are woken. They read it themselves and get the error.
    const reached = lastOr(Number.POSITIVE_INFINITY);
    for (const { seq, wake } of [...waiting]) if (seq < reached) wake();
    timer = waiting.size > 0 ? setTimeout(look, pollMs) : undefined;
  };
  return {
    wait: (seq, ms, signal) =>
      new Promise((resolve) => {
        if (signal.aborted || seq < lastOr(0)) return resolve();
        const one = {
          seq,
          wake(): void {
            clearTimeout(overdue);
            signal.removeEventListener('abort', one.wake);
            waiting.delete(one);
            resolve();
          },
        };
        const overdue = setTimeout(one.wake, ms);
        signal.addEventListener('abort', one.wake);
        waiting.add(one);
        timer ??= setTimeout(look, pollMs);
      }),
    end() {
      clearTimeout(timer);
      for (const { wake } of [...waiting]) wake();
    },
  };
}
