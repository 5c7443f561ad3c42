import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Archive } from '../archive/archive.ts';
import type { Lease, WebhookStore } from '../archive/webhooks.ts';
import type { ChangeFollower } from './follow-changes.ts';
import { patiently } from './patiently.ts';
import { releaseLease } from './release-lease.ts';
import { retryDelay } from './retry-delay.ts';
import type { Sender } from './sender.ts';

/** What announcing needs. */
export interface Announcement {
  archive: Archive;
  store: WebhookStore;
  follower: ChangeFollower;
  /** The hub's address, and those of the feeds, absolute. */
  hub: string;
  feeds: string[];
  warn(about: { err: unknown }, message: string): void;
  limits?: Partial<AnnouncementLimits>;
}

/** Times in milliseconds. */
interface AnnouncementLimits {
  /** How long changes are gathered before they are announced. */
  gatherMs: number;
  timeoutMs: number;
  /** The longest stretch without looking again: for retries, and for a lease that another process had. */
  everyMs: number;
  delay(failures: number): number;
}

const usual: AnnouncementLimits = {
  gatherMs: 5000,
  timeoutMs: 10_000,
  everyMs: 10_000,
  delay: (failures) => Math.min(retryDelay(failures), 300_000),
};

/**
 * Tells a WebSub hub that the feeds have changed, as hubs have it since PubSubHubbub 0.3: a form with `hub.mode` and
 * `hub.url`, a post a feed. What was announced is kept in the archive, so a change that came while no server ran or
 * the hub was away is announced later, and of several processes one does it.
 */
export function announceFeeds(announcement: Announcement): Sender {
  const { archive, store, follower, hub, feeds, warn } = announcement;
  const limits = { ...usual, ...announcement.limits };
  const lease: Lease = { name: 'websub', owner: randomUUID() };
  const closing = new AbortController();
  const { signal } = closing;
  const leaseMs = limits.gatherMs + feeds.length * limits.timeoutMs + limits.everyMs;
  const hold = (): Promise<boolean> =>
    patiently(() => store.hold(lease, Date.now() + leaseMs, Date.now()), signal);

  const ping = async (feed: string): Promise<void> => {
    const { fetch } = await import('undici');
    const response = await fetch(hub, {
      method: 'POST',
      body: new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': feed }),
      headers: { 'user-agent': 'Dateline' },
      signal: AbortSignal.any([signal, AbortSignal.timeout(limits.timeoutMs)]),
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`the hub answered ${response.status}`);
  };

  /** Announces what is new, if anything is and no other process does. Gives up to where all is announced. */
  const announce = async (): Promise<number> => {
    const last = await archive.changes.last();
    const before = await store.announced('websub');
    if (before !== undefined && before >= last) return last;
    if (!(await hold())) return last;
    if (before === undefined) {
      // Subscribers have what was there before the first announcement from the feed itself.
      await patiently(() => store.setAnnounced(lease, last), signal);
      return last;
    }
    await pause(limits.gatherMs, undefined, { signal });
    const gathered = await archive.changes.last();
    for (const feed of feeds) await ping(feed);
    await patiently(() => store.setAnnounced(lease, gathered), signal);
    return gathered;
  };

  const run = async (): Promise<void> => {
    let failures = 0;
    while (!signal.aborted) {
      try {
        const reached = await announce();
        failures = 0;
        await follower.waitBeyond(reached, limits.everyMs, signal);
      } catch (err) {
        if (signal.aborted) return;
        failures += 1;
        warn({ err }, `the hub ${hub} could not be told of changes; trying again`);
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
