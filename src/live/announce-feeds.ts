import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Archive } from '../archive/archive.ts';
import type { Lease } from '../archive/webhooks.ts';
import { releaseLease } from './release-lease.ts';
import { retryDelay } from './retry-delay.ts';
import { retryWhileBusy } from './retry-while-busy.ts';
import type { Sender } from './sender.ts';

export interface Announcement {
  archive: Archive;
  /** Absolute addresses of the hub and the feeds. */
  hub: string;
  feeds: string[];
  warn(about: { err: unknown }, message: string): void;
  limits?: Partial<AnnouncementLimits>;
}

/** Times in milliseconds. */
interface AnnouncementLimits {
  /** Time between a change and its announcement, to announce several at once. */
  gatherMs: number;
  timeoutMs: number;
  /** Maximum time between checks for changes and for a free lease. */
  everyMs: number;
  delay(failures: number): number;
}

const defaults: AnnouncementLimits = {
  gatherMs: 5000,
  timeoutMs: 10_000,
  everyMs: 10_000,
  delay: (failures) => Math.min(retryDelay(failures), 300_000),
};

/**
 * Notifies a WebSub hub when the feeds change, in the form used since PubSubHubbub 0.3: one POST per feed
 * with `hub.mode` and `hub.url`. The process that holds the lease sends them. The archive stores the last
 * announced change, so that changes made while the server or the hub was down are announced later.
 */
export function announceFeeds(announcement: Announcement): Sender {
  const { archive, hub, feeds, warn } = announcement;
  const store = archive.webhooks;
  const limits = { ...defaults, ...announcement.limits };
  const lease: Lease = { name: 'websub', owner: randomUUID() };
  const closing = new AbortController();
  const { signal } = closing;
  const leaseMs = limits.gatherMs + feeds.length * limits.timeoutMs + limits.everyMs;
  const hold = (): Promise<boolean> =>
    retryWhileBusy(() => store.hold(lease, Date.now() + leaseMs, Date.now()), signal);

  const ping = async (feed: string): Promise<void> => {
    const { fetch } = await import('undici');
    const response = await fetch(hub, {
      method: 'POST',
      body: new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': feed }),
      headers: { 'user-agent': 'Dateline' },
      signal: AbortSignal.any([signal, AbortSignal.timeout(limits.timeoutMs)]),
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`the hub responded with status ${response.status}`);
  };

  /** Announces new changes if this process holds the lease. Returns the number of the last change seen. */
  const announce = async (): Promise<number> => {
    const last = await archive.changes.last();
    const before = await store.announced('websub');
    if (before !== undefined && before >= last) return last;
    if (!(await hold())) return last;
    if (before === undefined) {
      // Subscribers get earlier changes from the feed itself.
      await retryWhileBusy(() => store.setAnnounced(lease, last), signal);
      return last;
    }
    await pause(limits.gatherMs, undefined, { signal });
    const gathered = await archive.changes.last();
    for (const feed of feeds) await ping(feed);
    await retryWhileBusy(() => store.setAnnounced(lease, gathered), signal);
    return gathered;
  };

  const run = async (): Promise<void> => {
    let failures = 0;
    while (!signal.aborted) {
      try {
        const reached = await announce();
        failures = 0;
        await archive.changes.wait(reached, limits.everyMs, signal);
      } catch (err) {
        if (signal.aborted) return;
        failures += 1;
        warn({ err }, `could not notify the hub ${hub}; will retry`);
        await pause(limits.delay(failures), undefined, { signal }).catch(() => undefined);
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
