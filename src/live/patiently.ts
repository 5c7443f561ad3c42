import { setTimeout as pause } from 'node:timers/promises';
import { ArchiveUnavailable } from '../archive/archive-unavailable.ts';

/**
 * What `work` gives, tried again while another process writes into the database. Throws what else `work` throws,
 * and an AbortError when the signal ends the waiting.
 */
export async function patiently<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (cause) {
      if (!(cause instanceof ArchiveUnavailable && cause.reason === 'busy')) throw cause;
      await pause(100, undefined, { signal });
    }
  }
}
