import { ArchiveUnavailable } from '../archive/archive-unavailable.ts';
import type { Lease, WebhookStore } from '../archive/webhooks.ts';

/** Gives a lease back, so that another process need not wait; where the database is busy, it expires by itself. */
export async function releaseLease(store: WebhookStore, lease: Lease): Promise<void> {
  try {
    await store.release(lease);
  } catch (cause) {
    if (!(cause instanceof ArchiveUnavailable)) throw cause;
  }
}
