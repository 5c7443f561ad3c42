import { randomBytes } from 'node:crypto';
import type { ApiKey, KeyScope } from '../../model/api-key.ts';
import { instantOf } from '../../model/instant.ts';
import type { KeyStore } from '../keys.ts';
import type { Connection } from './connection.ts';
import { once } from './once.ts';
import type { Session } from './session.ts';

interface Row {
  id: string;
  name: string;
  scope: KeyScope;
  createdAt: number;
  revokedAt: number | null;
}

/** Creates the store of API keys of a session. */
export function createKeys({ connection, read, write }: Session): KeyStore {
  const statements = once(() => prepare(connection));
  const now = () => Math.floor(Date.now() / 1000);
  return {
    list: async () => read(() => statements().list.all().map(keyOf)),
    async add({ name, scope, hash }) {
      const row = { id: randomBytes(4).toString('hex'), name, scope, createdAt: now(), revokedAt: null };
      await write(() => statements().insert.run({ ...row, hash }));
      return keyOf(row);
    },
    revoke: async (id) => write(() => statements().revoke.run({ id, now: now() }).changes > 0),
    async find(hash) {
      const row = read(() => statements().find.get({ hash }));
      return row && keyOf(row);
    },
  };
}

function prepare(connection: Connection) {
  const columns = 'id, name, scope, created_at AS createdAt, revoked_at AS revokedAt';
  return {
    list: connection.prepare<[], Row>(`SELECT ${columns} FROM api_keys ORDER BY created_at, id`),
    find: connection.prepare<{ hash: string }, Row>(`SELECT ${columns} FROM api_keys WHERE hash = :hash`),
    insert: connection.prepare<Row & { hash: string }>(
      `INSERT INTO api_keys (id, hash, name, scope, created_at, revoked_at)
       VALUES (:id, :hash, :name, :scope, :createdAt, :revokedAt)`,
    ),
    revoke: connection.prepare<{ id: string; now: number }>(
      'UPDATE api_keys SET revoked_at = :now WHERE id = :id AND revoked_at IS NULL',
    ),
  };
}

function keyOf({ createdAt, revokedAt, ...row }: Row): ApiKey {
  return {
    ...row,
    createdAt: instantOf(createdAt),
    revokedAt: revokedAt === null ? null : instantOf(revokedAt),
  };
}
