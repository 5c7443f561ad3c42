import { randomBytes } from 'node:crypto';
import type { ApiKey, KeyScope } from '../../model/api-key.ts';
import { instantOf, secondsOf } from '../../model/instant.ts';
import type { KeyStore } from '../keys.ts';
import type { Connection } from './connection.ts';
import { once } from './once.ts';
import type { Session } from './session.ts';

interface Row {
  id: string;
  name: string;
  scope: KeyScope;
  source: string | null;
  feed: string | null;
  createdAt: number;
  expiresAt: number | null;
  lastUsedAt: number | null;
  revokedAt: number | null;
}

/** Creates the store of API keys of a session. */
export function createKeys({ connection, read, write, writeNow }: Session): KeyStore {
  const statements = once(() => prepare(connection));
  const now = () => Math.floor(Date.now() / 1000);
  return {
    list: async () => read(() => statements().list.all().map(keyOf)),
    async add({ name, scope, source = null, feed = null, expiresAt = null, hash }) {
      const row = {
        ...{ id: randomBytes(4).toString('hex'), name, scope, source, feed, createdAt: now() },
        ...{ expiresAt: expiresAt === null ? null : secondsOf(expiresAt), lastUsedAt: null, revokedAt: null },
      };
      await write(() => statements().insert.run({ ...row, hash }));
      return keyOf(row);
    },
    revoke: async (id) => write(() => statements().revoke.run({ id, now: now() }).changes > 0),
    async find(hash) {
      const row = read(() => statements().find.get({ hash }));
      return row && keyOf(row);
    },
    async recordUse(uses) {
      writeNow(() => {
        for (const [id, at] of uses) statements().recordUse.run({ id, at: secondsOf(at) });
      });
    },
  };
}

function prepare(connection: Connection) {
  const columns =
    'id, name, scope, source, feed, created_at AS createdAt, expires_at AS expiresAt, last_used_at AS lastUsedAt, revoked_at AS revokedAt';
  return {
    list: connection.prepare<[], Row>(`SELECT ${columns} FROM api_keys ORDER BY created_at, id`),
    find: connection.prepare<{ hash: string }, Row>(`SELECT ${columns} FROM api_keys WHERE hash = :hash`),
    insert: connection.prepare<Row & { hash: string }>(
      `INSERT INTO api_keys
         (id, hash, name, scope, source, feed, created_at, expires_at, last_used_at, revoked_at)
       VALUES
         (:id, :hash, :name, :scope, :source, :feed, :createdAt, :expiresAt, :lastUsedAt, :revokedAt)`,
    ),
    revoke: connection.prepare<{ id: string; now: number }>(
      'UPDATE api_keys SET revoked_at = :now WHERE id = :id AND revoked_at IS NULL',
    ),
    recordUse: connection.prepare<{ id: string; at: number }>(
      'UPDATE api_keys SET last_used_at = max(coalesce(last_used_at, 0), :at) WHERE id = :id',
    ),
  };
}

function keyOf({ createdAt, expiresAt, lastUsedAt, revokedAt, ...row }: Row): ApiKey {
  const optional = (seconds: number | null) => (seconds === null ? null : instantOf(seconds));
  return {
    ...row,
    createdAt: instantOf(createdAt),
    expiresAt: optional(expiresAt),
    lastUsedAt: optional(lastUsedAt),
    revokedAt: optional(revokedAt),
  };
}
