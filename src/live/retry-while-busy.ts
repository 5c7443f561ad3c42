import { setTimeout as pause } from 'node:timers/promises';
import { ArchiveUnavailable } from '../archive/archive-unavailable.ts';

/** Time in ms between attempts: short, because an import that writes all the time leaves only short gaps. */
const pauseMs = 25;
/** Number of attempts after which a wait is reported: 3 s. */
const reportedAttempts = 120;

/**
 * Runs `work`, retrying while another process writes to the database. Calls `onWaiting` once if that takes seconds.
 * Throws other errors of `work`, and AbortError if the signal is aborted.
 */
export async function retryWhileBusy<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onWaiting?: () => void,
): Promise<T> {
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await work();
    } catch (cause) {
      if (!(cause instanceof ArchiveUnavailable && cause.reason === 'busy')) throw cause;
      if (attempts === reportedAttempts) onWaiting?.();
      await pause(pauseMs, undefined, { signal });
    }
  }
}
