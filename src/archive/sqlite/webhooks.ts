import type { Delivery, Lease, Progress, Webhook, WebhookStore } from '../webhook-store.ts';
import { connect } from './connection.ts';
import { translateFailures } from './failures.ts';

const kept = 1000;

const columns = `id, url, secret, tag, q, seq, failures, retry_at AS retryAt, given_up AS givenUp, stopped, attempts,
  created_at AS createdAt`;

/** Opens the webhooks of the SQLite archive at a path, whose schema has to be there. */
export function openSqliteWebhooks(path: string): WebhookStore {
  const ask = <T>(work: () => T): T => translateFailures(path, work);
  const connection = ask(() => connect({ path, busyTimeoutMs: 50 }));
  const prepare = () => ({
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
      `INSERT INTO senders (name, owner, until) VALUES (:name, :owner, :until)
       ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, until = excluded.until
       WHERE owner = excluded.owner OR until <= :now`,
    ),
    release: connection.prepare<Lease>('UPDATE senders SET until = 0 WHERE name = :name AND owner = :owner'),
    holds: connection.prepare<Lease, number>('SELECT 1 FROM senders WHERE name = :name AND owner = :owner'),
    progress: connection.prepare<
      Progress & { id: string; from: number; tried: number },
      { attempts: number }
    >(
      `UPDATE webhooks
       SET seq = :seq, failures = :failures, retry_at = :retryAt, given_up = :givenUp, stopped = :stopped,
           attempts = attempts + :tried
       WHERE id = :id AND seq = :from
       RETURNING attempts`,
    ),
    log: connection.prepare<Delivery & { webhook: string; slot: number }>(
      `INSERT OR REPLACE INTO webhook_deliveries
         (webhook, slot, number, seq, event, article, outcome, status, reason, duration, at)
       VALUES (:webhook, :slot, :number, :seq, :event, :article, :outcome, :status, :reason, :duration, :at)`,
    ),
    announced: connection
      .prepare<{ name: string }, number | null>('SELECT seq FROM senders WHERE name = :name')
      .pluck(),
    announce: connection.prepare<Lease & { seq: number }>(
      'UPDATE senders SET seq = :seq WHERE name = :name AND owner = :owner',
    ),
  });
  const statements = ask(prepare);

  return {
    add: (webhook, since = undefined) => {
      ask(() => statements.insert.run({ ...webhook, since: since ?? null }));
    },
    list: () => ask(() => statements.list.all()),
    find: (id) => ask(() => statements.find.get({ id })),
    remove: (id) => ask(() => statements.delete.run({ id }).changes > 0),
    resume: (id) => ask(() => statements.resume.run({ id }).changes > 0),
    deliveries: (id, limit) => ask(() => statements.deliveries.all({ id, limit })),
    hold: (lease, until, now) => ask(() => statements.hold.run({ ...lease, until, now }).changes > 0),
    release: (lease) => {
      ask(() => statements.release.run({ ...lease }));
    },
    settle: (lease, { id, seq: from }, progress, attempt) =>
      ask(() =>
        connection
          .transaction(() => {
            if (statements.holds.get({ ...lease }) === undefined) return false;
            const row = statements.progress.get({ ...progress, id, from, tried: attempt ? 1 : 0 });
            if (row === undefined) return false;
            const number = row.attempts;
            if (attempt) statements.log.run({ ...attempt, webhook: id, slot: number % kept, number });
            return true;
          })
          .immediate(),
      ),
    announced: (name) => ask(() => statements.announced.get({ name }) ?? undefined),
    setAnnounced: (lease, seq) => {
      ask(() => statements.announce.run({ ...lease, seq }));
    },
    close: () => {
      connection.close();
    },
  };
}
