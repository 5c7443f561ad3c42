import type { Archive } from '../archive/archive.ts';

/** Watches for changes on behalf of any number of followers. */
export interface ChangeFollower {
  /**
   * Resolves when there may be changes after `seq`, after `ms` milliseconds, when the signal is aborted, or
   * when the follower has ended. The caller checks which.
   */
  waitBeyond(seq: number, ms: number, signal: AbortSignal): Promise<void>;
  /** Aborted when `end` is called. */
  readonly ended: AbortSignal;
  /** Ends the follower and wakes all waiters. */
  end(): void;
}

/**
 * Follows the change log of an archive, whichever process writes to it. While anyone waits, it polls the
 * archive's revision every `everyMs` milliseconds, which takes SQLite microseconds. It does nothing while
 * nobody waits.
 */
export function followChanges(
  archive: Pick<Archive, 'state' | 'changes'>,
  { everyMs = 250 }: { everyMs?: number } = {},
): ChangeFollower {
  const ending = new AbortController();
  const waiting = new Set<() => void>();
  let timer: NodeJS.Timeout | undefined;
  let revision = -1;
  let last = 0;

  const wakeAll = (): void => {
    for (const wake of [...waiting]) wake();
  };
  const look = async (): Promise<void> => {
    try {
      const { revision: current } = await archive.state();
      if (current !== revision) {
        last = await archive.changes.last();
        revision = current;
        wakeAll();
      }
    } catch {
      // The waiters read the archive themselves and report its failure.
      wakeAll();
    }
    timer = waiting.size > 0 && !ending.signal.aborted ? setTimeout(look, everyMs) : undefined;
  };

  return {
    ended: ending.signal,
    end() {
      ending.abort();
      clearTimeout(timer);
      wakeAll();
    },
    waitBeyond(seq, ms, signal) {
      if (last > seq || signal.aborted || ending.signal.aborted) return Promise.resolve();
      return new Promise((resolve) => {
        const wake = (): void => {
          clearTimeout(overdue);
          signal.removeEventListener('abort', wake);
          waiting.delete(wake);
          resolve();
        };
        const overdue = setTimeout(wake, ms);
        signal.addEventListener('abort', wake);
        waiting.add(wake);
        timer ??= setTimeout(look, everyMs);
      });
    },
  };
}
