import type { Delivery, Lease, Progress, Webhook, WebhookStore } from '../webhooks.ts';
import type { Connection } from './connection.ts';
import { once } from './once.ts';
import type { Session } from './session.ts';

/** Maximum number of stored attempts per webhook. */
const maxAttempts = 1000;

const columns = `id, url, secret, tag, q, seq, failures, retry_at AS retryAt, given_up AS givenUp, stopped, attempts,
  created_at AS createdAt`;

/** Creates the webhooks of a session. Writes do not wait for other processes: see WebhookStore. */
export function createWebhooks({ connection, read, writeNow }: Session): WebhookStore {
  const prepared = once(() => prepare(connection));
  return {
    async add(webhook, since) {
      writeNow(() => prepared().insert.run({ ...webhook, since: since ?? null }));
    },
    list: async () => read(() => prepared().list.all()),
    find: async (id) => read(() => prepared().find.get({ id })),
    remove: async (id) => writeNow(() => prepared().delete.run({ id }).changes > 0),
    resume: async (id) => writeNow(() => prepared().resume.run({ id }).changes > 0),
    deliveries: async (id, limit) => read(() => prepared().deliveries.all({ id, limit })),
    hold: async (lease, until, now) =>
      writeNow(() => prepared().hold.run({ ...lease, until, now }).changes > 0),
    async release(lease) {
      writeNow(() => prepared().release.run({ ...lease }));
    },
    settle: async (lease, { id, seq: from }, progress, attempt) =>
      writeNow(() => prepared().settle(lease, { ...progress, id, from }, attempt)),
    announced: async (name) => read(() => prepared().announced.get({ name }) ?? undefined),
    async setAnnounced(lease, seq) {
      writeNow(() => prepared().announce.run({ ...lease, seq }));
    },
  };
}

function prepare(connection: Connection) {
  const holds = connection.prepare<Lease, number>(
    'SELECT 1 FROM leases WHERE name = :name AND owner = :owner',
  );
  const progress = connection.prepare<
    Progress & { id: string; from: number; tried: number },
    { attempts: number }
  >(
    `UPDATE webhooks
     SET seq = :seq, failures = :failures, retry_at = :retryAt, given_up = :givenUp, stopped = :stopped,
         attempts = attempts + :tried
     WHERE id = :id AND seq = :from
     RETURNING attempts`,
  );
  const log = connection.prepare<Delivery & { webhook: string; slot: number }>(
    `INSERT OR REPLACE INTO webhook_deliveries
       (webhook, slot, number, seq, event, article, outcome, status, reason, duration, at)
     VALUES (:webhook, :slot, :number, :seq, :event, :article, :outcome, :status, :reason, :duration, :at)`,
  );
  const settle = (
    lease: Lease,
    reached: Progress & { id: string; from: number },
    attempt: Omit<Delivery, 'number'> | undefined,
  ): boolean => {
    if (holds.get({ ...lease }) === undefined) return false;
    const row = progress.get({ ...reached, tried: attempt ? 1 : 0 });
    if (row === undefined) return false;
    const number = row.attempts;
    if (attempt) log.run({ ...attempt, webhook: reached.id, slot: number % maxAttempts, number });
    return true;
  };
  return {
    insert: connection.prepare<object>(
      `INSERT INTO webhooks (id, url, secret, tag, q, seq, created_at)
       VALUES (:id, :url, :secret, :tag, :q, coalesce(:since, (SELECT max(seq) FROM changes), 0), :createdAt)`,
    ),
    list: connection.prepare<[], Webhook>(`SELECT ${columns} FROM webhooks ORDER BY created_at, id`),
    find: connection.prepare<{ id: string }, Webhook>(`SELECT ${columns} FROM webhooks WHERE id = :id`),
    delete: connection.prepare<{ id: string }>('DELETE FROM webhooks WHERE id = :id'),
    resume: connection.prepare<{ id: string }>(
      'UPDATE webhooks SET failures = 0, retry_at = 0, given_up = 0, stopped = NULL WHERE id = :id',
    ),
    deliveries: connection.prepare<{ id: string; limit: number }, Delivery>(
      `SELECT number, seq, event, article, outcome, status, reason, duration, at FROM webhook_deliveries
       WHERE webhook = :id
       ORDER BY number DESC
       LIMIT :limit`,
    ),
    hold: connection.prepare<Lease & { until: number; now: number }>(
      `INSERT INTO leases (name, owner, until) VALUES (:name, :owner, :until)
       ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, until = excluded.until
       WHERE owner = excluded.owner OR until <= :now`,
    ),
    release: connection.prepare<Lease>('UPDATE leases SET until = 0 WHERE name = :name AND owner = :owner'),
    settle,
    announced: connection
      .prepare<{ name: string }, number | null>('SELECT seq FROM leases WHERE name = :name')
      .pluck(),
    announce: connection.prepare<Lease & { seq: number }>(
      'UPDATE leases SET seq = :seq WHERE name = :name AND owner = :owner',
    ),
  };
}
