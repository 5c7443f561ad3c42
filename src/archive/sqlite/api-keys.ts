import { randomBytes } from 'node:crypto';
import type { ApiKey, KeyScope } from '../../model/api-key.ts';
import { instantOf } from '../../model/instant.ts';
import type { Connection } from './connection.ts';

/** The keys that an archive has given out. */
export interface ApiKeys {
  all(): ApiKey[];
  add(key: { name: string; scope: KeyScope; hash: string }): ApiKey;
  /** Whether there was such a key that held. */
  revoke(id: string): boolean;
  byHash(hash: string): ApiKey | undefined;
}

interface Row {
  id: string;
  name: string;
  scope: KeyScope;
  createdAt: number;
  revokedAt: number | null;
}

/** Gives the keys in one connection. */
export function apiKeys(connection: Connection): ApiKeys {
  const columns = 'id, name, scope, created_at AS createdAt, revoked_at AS revokedAt';
  const selectAll = connection.prepare<[], Row>(`SELECT ${columns} FROM api_keys ORDER BY created_at, id`);
  const selectByHash = connection.prepare<{ hash: string }, Row>(
    `SELECT ${columns} FROM api_keys WHERE hash = :hash`,
  );
  const insert = connection.prepare<Row & { hash: string }>(
    `INSERT INTO api_keys (id, hash, name, scope, created_at, revoked_at)
     VALUES (:id, :hash, :name, :scope, :createdAt, :revokedAt)`,
  );
  const revoke = connection.prepare<{ id: string; now: number }>(
    'UPDATE api_keys SET revoked_at = :now WHERE id = :id AND revoked_at IS NULL',
  );
  const keyOf = ({ createdAt, revokedAt, ...row }: Row): ApiKey => ({
    ...row,
    createdAt: instantOf(createdAt),
    revokedAt: revokedAt === null ? null : instantOf(revokedAt),
  });
  const now = () => Math.floor(Date.now() / 1000);

  return {
    all: () => selectAll.all().map(keyOf),
    add({ name, scope, hash }) {
      const row = { id: randomBytes(4).toString('hex'), name, scope, createdAt: now(), revokedAt: null };
      insert.run({ ...row, hash });
      return keyOf(row);
    },
    revoke: (id) => revoke.run({ id, now: now() }).changes > 0,
    byHash(hash) {
      const row = selectByHash.get({ hash });
      return row && keyOf(row);
    },
  };
}
