import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Archive } from '../archive/archive.ts';
import type { Lease } from '../archive/webhooks.ts';
import { releaseLease } from './release-lease.ts';
import { retryWhileBusy } from './retry-while-busy.ts';
import type { Sender } from './sender.ts';

/** Work for the changes of an archive. Times are in milliseconds. */
export interface Following {
  archive: Archive;
  name: Lease['name'];
  /** Duration of the lease: longer than `handle` takes. */
  leaseMs: number;
  /** Maximum time between checks for changes and for a free lease. */
  everyMs: number;
  /** Returns the pause after a number of failures. */
  delay(failures: number): number;
  onError(err: unknown): void;
  /** Does the work for the changes after `since`, and returns the number of the last one it is done for. */
  handle(since: number, signal: AbortSignal): Promise<number>;
}

/**
 * Follows the change log in the process that holds the lease, until it is closed. The archive stores the last change that
 * is done, so that changes made meanwhile by others are done later, and failed work is repeated. The first process
 * starts with the changes from then on.
 */
export function followChanges({ archive, name, leaseMs, everyMs, ...following }: Following): Sender {
  const store = archive.webhooks;
  const lease: Lease = { name, owner: randomUUID() };
  const closing = new AbortController();
  const { signal } = closing;
  const hold = (): Promise<boolean> =>
    retryWhileBusy(() => store.hold(lease, Date.now() + leaseMs, Date.now()), signal);

  /** Does new work if this process holds the lease. Returns the number of the last change seen. */
  const proceed = async (): Promise<number> => {
    const last = await archive.changes.last();
    const before = await store.announced(name);
    if (before !== undefined && before >= last) return last;
    if (!(await hold())) return last;
    const reached = before === undefined ? last : await following.handle(before, signal);
    await retryWhileBusy(() => store.setAnnounced(lease, reached), signal);
    return reached;
  };

  const run = async (): Promise<void> => {
    let failures = 0;
    while (!signal.aborted) {
      try {
        const reached = await proceed();
        failures = 0;
        await archive.changes.wait(reached, everyMs, signal);
      } catch (err) {
        if (signal.aborted) return;
        failures += 1;
        following.onError(err);
        await pause(following.delay(failures), undefined, { signal }).catch(() => undefined);
      }
    }
  };

  const running = run();
  return {
    async close() {
      closing.abort();
      await running;
      await releaseLease(store, lease);
    },
  };
}
