import { setTimeout as pause } from 'node:timers/promises';
import type { Archive } from '../archive/archive.ts';
import { followChanges } from './follow-changes.ts';
import { retryDelay } from './retry-delay.ts';
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
 * with `hub.mode` and `hub.url`. Changes made while the server or the hub was down are announced later.
 */
export function announceFeeds(announcement: Announcement): Sender {
  const { archive, hub, feeds, warn } = announcement;
  const { gatherMs, timeoutMs, everyMs, delay } = { ...defaults, ...announcement.limits };

  const ping = async (feed: string, signal: AbortSignal): Promise<void> => {
    const { fetch } = await import('undici');
    const response = await fetch(hub, {
      method: 'POST',
      body: new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': feed }),
      headers: { 'user-agent': 'Dateline' },
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`the hub responded with status ${response.status}`);
  };

  return followChanges({
    archive,
    name: 'websub',
    leaseMs: gatherMs + feeds.length * timeoutMs + everyMs,
    everyMs,
    delay,
    onError: (err) => warn({ err }, `could not notify the hub ${hub}; will retry`),
    async handle(_since, signal) {
      await pause(gatherMs, undefined, { signal });
      const gathered = await archive.changes.last();
      for (const feed of feeds) await ping(feed, signal);
      return gathered;
    },
  });
}
