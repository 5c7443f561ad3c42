import type { Archive } from '../archive/archive.ts';
import { isPublicAddress } from '../net/public-address.ts';
import { announceFeeds } from './announce-feeds.ts';
import { deliverWebhooks } from './deliver-webhooks.ts';
import { publishWhenDue } from './publish-due.ts';
import { type CdnPurge, purgeCdn } from './purge-cdn.ts';
import type { Sender } from './sender.ts';

export interface SendingSettings {
  /** Addresses of a WebSub hub and of the announced feeds; null for none. */
  hub: string | null;
  feeds: string[];
  /** Address that purges a CDN, and the paths of an article; null for none. */
  cdn: Pick<CdnPurge, 'url' | 'pathsOf'> | null;
  /** True if webhooks and the purge of the CDN may use private addresses. */
  privateAddresses: boolean;
  warn(about: { err: unknown }, message: string): void;
}

/** Starts publishing what is due, and notifying webhooks, the hub and the CDN of changes, until it is closed. */
export function sendChanges(archive: Archive, settings: SendingSettings): Sender {
  const { hub, feeds, cdn, privateAddresses, warn } = settings;
  const allows = privateAddresses ? () => true : isPublicAddress;
  const senders = [
    publishWhenDue({ archive, warn }),
    deliverWebhooks({ archive, warn, allows }),
    ...(hub === null ? [] : [announceFeeds({ archive, warn, hub, feeds })]),
    ...(cdn === null ? [] : [purgeCdn({ archive, warn, allows, ...cdn })]),
  ];
  return {
    async close() {
      await Promise.all(senders.map((sender) => sender.close()));
    },
  };
}
