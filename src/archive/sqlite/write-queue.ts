import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';

/** Settings of the waits for other processes that write. Times are in milliseconds. */
export interface WaitSettings {
  /** Maximum time that a write waits. Default: no limit. */
  writeWaitMs?: number;
  /** Called once in each wait that takes longer than a few seconds. */
  onWaiting?: () => void;
}

/** Queue of the writes of one connection. */
export interface WriteQueue {
  /**
   * Runs a write when it is its turn, and again while another process has the lock. Throws the error of SQLite when the
   * time is over, or when the queue is closed.
   */
  run<T>(write: () => T): Promise<T>;
  /** Ends all waits. */
  close(): void;
}

/** Time after which a wait is reported. */
export const reportedWaitMs = 3_000;

/** Maximum time between two attempts: short, because an import that writes all the time leaves only short gaps. */
export const maxPauseMs = 25;

/**
 * Creates a queue that waits by timers. SQLite's own wait would block the event loop, and with it all reads of a server.
 */
export function createWriteQueue({
  writeWaitMs = Number.POSITIVE_INFINITY,
  onWaiting,
}: WaitSettings): WriteQueue {
  const closing = new AbortController();
  let last: Promise<void> | undefined;

  const attempt = async <T>(write: () => T, begun: number): Promise<T> => {
    let isReported = false;
    for (let pauseMs = 1; ; pauseMs = Math.min(2 * pauseMs, maxPauseMs)) {
      try {
        return write();
      } catch (error) {
        const waited = performance.now() - begun;
        if (!isLocked(error) || closing.signal.aborted || waited >= writeWaitMs) throw error;
        if (waited >= reportedWaitMs && !isReported) {
          isReported = true;
          onWaiting?.();
        }
      }
      // A closed queue has one more attempt.
      await pause(pauseMs, undefined, { signal: closing.signal }).catch(() => undefined);
    }
  };

  return {
    async run(write) {
      const begun = performance.now();
      const before = last;
      const { promise: ended, resolve: end } = Promise.withResolvers<void>();
      last = ended;
      try {
        if (before) await before;
        return await attempt(write, begun);
      } finally {
        if (last === ended) last = undefined;
        end();
      }
    },
    close: () => closing.abort(),
  };
}

/** True if another connection has the lock that a statement needs. */
export function isLocked(thrown: unknown): boolean {
  return thrown instanceof Database.SqliteError && /^SQLITE_(BUSY|LOCKED)/.test(thrown.code);
}
