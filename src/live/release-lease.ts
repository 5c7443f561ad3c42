import { ArchiveUnavailable } from '../archive/archive-unavailable.ts';
import type { Lease, WebhookStore } from '../archive/webhook-store.ts';

/** Gives a lease back, so that another process need not wait; where the database is busy, it expires by itself. */
export function releaseLease(store: WebhookStore, lease: Lease): void {
  try {
    store.release(lease);
  } catch (cause) {
    if (!(cause instanceof ArchiveUnavailable)) throw cause;
  }
}
