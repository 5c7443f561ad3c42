import type { Archive } from '../archive/archive.ts';
import { isPublicAddress } from '../net/public-address.ts';
import { announceFeeds } from './announce-feeds.ts';
import { deliverWebhooks } from './deliver-webhooks.ts';
import { publishWhenDue } from './publish-due.ts';
import type { Sender } from './sender.ts';

export interface SendingSettings {
  /** Addresses of a WebSub hub and of the announced feeds; null for none. */
  hub: string | null;
  feeds: string[];
  /** True if webhooks may use private addresses. */
  privateAddresses: boolean;
  warn(about: { err: unknown }, message: string): void;
}

/** Starts publishing what is due, and notifying webhooks and the hub of changes, until it is closed. */
export function sendChanges(archive: Archive, settings: SendingSettings): Sender {
  const { hub, feeds, privateAddresses, warn } = settings;
  const senders = [
    publishWhenDue({ archive, warn }),
    deliverWebhooks({ archive, warn, allows: privateAddresses ? () => true : isPublicAddress }),
    ...(hub === null ? [] : [announceFeeds({ archive, warn, hub, feeds })]),
  ];
  return {
    async close() {
      await Promise.all(senders.map((sender) => sender.close()));
    },
  };
}
