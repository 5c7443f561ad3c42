import type { Awaitable } from './awaitable.ts';
import type { Change } from './results.ts';

/** Every change of an article, in the order of commits, whichever process made it. */
export interface ChangeLog {
  /** Returns the changes after `seq` (0: from the first), oldest first. */
  since(seq: number, limit: number): Awaitable<Change[]>;
  /** Returns the number of the last change; 0 before any. */
  last(): Awaitable<number>;
  /**
   * Resolves when there may be changes after `seq`, after `ms` milliseconds, or when the signal is aborted. Read the
   * log to see if there are any.
   */
  wait(seq: number, ms: number, signal: AbortSignal): Promise<void>;
}
