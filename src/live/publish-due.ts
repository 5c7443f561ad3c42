import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Archive } from '../archive/archive.ts';
import { ArchiveUnavailable } from '../archive/archive-unavailable.ts';
import type { Lease } from '../archive/webhooks.ts';
import { instantOf, secondsOf } from '../model/instant.ts';
import { releaseLease } from './release-lease.ts';
import type { Sender } from './sender.ts';

export interface Publishing {
  archive: Archive;
  warn(about: { err: unknown }, message: string): void;
  /** Returns the present time in milliseconds since 1970. Default: the clock. */
  now?: () => number;
  limits?: Partial<PublishingLimits>;
}

/** Times in milliseconds. */
interface PublishingLimits {
  /** Interval of looks at what is due. A look is one index entry. */
  everyMs: number;
  /** Duration of the lease. After a process was killed, another publishes in this time. */
  leaseMs: number;
  /** Pause after an error. */
  retryMs: number;
}

const defaults: PublishingLimits = { everyMs: 250, leaseMs: 2000, retryMs: 5000 };

/**
 * Publishes held copy within a second after it is due, until it is closed. Of several processes the one that holds the
 * lease publishes. A publication is one transaction, so a process that is killed leaves none half done.
 */
export function publishWhenDue({ archive, warn, now = Date.now, ...given }: Publishing): Sender {
  const { everyMs, leaseMs, retryMs } = { ...defaults, ...given.limits };
  const lease: Lease = { name: 'publishing', owner: randomUUID() };
  const closing = new AbortController();
  const { signal } = closing;

  const publish = async (): Promise<void> => {
    if (!(await isDue(archive, now()))) return;
    if (!(await archive.webhooks.hold(lease, now() + leaseMs, now()))) return;
    await archive.writes.publishDue(present(now()));
  };

  const run = async (): Promise<void> => {
    while (!signal.aborted) {
      let pauseMs = everyMs;
      try {
        await publish();
      } catch (err) {
        // An import is writing; the next look will succeed.
        if (!(err instanceof ArchiveUnavailable && err.reason === 'busy')) {
          warn({ err }, 'could not publish what is due; will retry');
          pauseMs = retryMs;
        }
      }
      await pause(pauseMs, undefined, { signal, ref: false }).catch(() => undefined);
    }
  };

  const running = run();
  return {
    async close() {
      closing.abort();
      await running;
      await releaseLease(archive.webhooks, lease);
    },
  };
}

/** Publishes what is due now. Returns the number of articles. */
export async function publishDueNow(archive: Archive, now: number = Date.now()): Promise<number> {
  if (!(await isDue(archive, now))) return 0;
  return (await archive.writes.publishDue(present(now))).length;
}

/** True if held copy is due at a time, in milliseconds since 1970. */
export async function isDue(archive: Pick<Archive, 'states'>, now: number): Promise<boolean> {
  const due = await archive.states.nextDue();
  return due !== undefined && secondsOf(due) * 1000 <= now;
}

function present(now: number) {
  return instantOf(Math.floor(now / 1000));
}
