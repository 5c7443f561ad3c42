import { setTimeout as pause } from 'node:timers/promises';
import { ArchiveUnavailable } from '../archive/archive-unavailable.ts';

/**
 * Runs `work`, retrying while another process writes to the database. Throws other errors of `work`, and
 * AbortError if the signal is aborted.
 */
export async function retryWhileBusy<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (cause) {
      if (!(cause instanceof ArchiveUnavailable && cause.reason === 'busy')) throw cause;
      await pause(100, undefined, { signal });
    }
  }
}
