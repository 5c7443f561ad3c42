import { ArchiveUnavailable } from '../archive/archive-unavailable.ts';
import type { Lease, WebhookStore } from '../archive/webhooks.ts';

/** Releases a lease, so that another process can take it at once. If the archive is unavailable, the lease expires. */
export async function releaseLease(store: WebhookStore, lease: Lease): Promise<void> {
  try {
    await store.release(lease);
  } catch (cause) {
    if (!(cause instanceof ArchiveUnavailable)) throw cause;
  }
}
