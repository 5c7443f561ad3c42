import type { ArchiveLocation } from './open-archive.ts';
import { openSqliteWebhooks } from './sqlite/webhooks.ts';
import type { WebhookStore } from './webhook-store.ts';

/**
 * Opens the webhooks of the archive at a location, whose schema has to be current; undefined for an archive in
 * memory, which no second connection sees. Throws ArchiveUnavailable.
 */
export function openWebhooks({ path }: ArchiveLocation): WebhookStore | undefined {
  return path === ':memory:' ? undefined : openSqliteWebhooks(path);
}
