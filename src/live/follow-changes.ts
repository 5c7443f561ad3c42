import type { Archive } from '../archive/archive.ts';

/** The look-out for changes that any number of followers share. */
export interface ChangeFollower {
  /**
   * Resolves when there may be changes after `seq`, after `ms` milliseconds, when the signal is aborted or the
   * follower has ended; whoever waits looks for itself which it was.
   */
  waitBeyond(seq: number, ms: number, signal: AbortSignal): Promise<void>;
  /** Ends when `end` was called. */
  readonly ended: AbortSignal;
  /** Wakes all who wait, for good. */
  end(): void;
}

/**
 * Follows the change log of an archive, whichever process writes it. While somebody waits, the archive's revision
 * is asked every `everyMs` milliseconds, once for all; it costs SQLite microseconds. When nobody waits, nothing runs.
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
      // Those who wait read the archive themselves, and it is there that its failure can be told.
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
