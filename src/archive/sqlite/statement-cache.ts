import type { Database, Statement } from 'better-sqlite3';
import { LRUCache } from 'lru-cache';

/** A statement with named parameters. */
type ShapedStatement<Result> = Statement<[Record<string, number | string>], Result>;

/** Prepared statements whose SQL depends on the shape of a query. */
export interface StatementCache {
  /** Returns a statement that reads rows. */
  cached<Row>(sql: string): ShapedStatement<Row>;
  /** Returns a statement that reads the first column of each row. */
  cachedValues<Value>(sql: string): ShapedStatement<Value>;
}

/**
 * Maximum total length of the SQL in a cache, in UTF-16 code units. SQLite needs about 15 bytes for each, 8 MB
 * together. Usual statements have 400, but the count of a filter of 64 tags may have 180,000. A maximum number of
 * statements would not bound the memory.
 */
const maxLength = 500_000;

/** Creates the cache of a connection. It evicts the least recently used statements. */
export function createStatementCache(connection: Pick<Database, 'prepare'>): StatementCache {
  const statements = new LRUCache<string, Statement>({
    maxSize: maxLength,
    sizeCalculation: (_statement, sql) => sql.length,
  });
  const find = (key: string, prepare: () => Statement): Statement => {
    const found = statements.get(key);
    if (found) return found;
    const statement = prepare();
    statements.set(key, statement);
    return statement;
  };
  return {
    cached: <Row>(sql: string) => find(sql, () => connection.prepare(sql)) as ShapedStatement<Row>,
    cachedValues: <Value>(sql: string) =>
      find(`values ${sql}`, () => connection.prepare(sql).pluck()) as ShapedStatement<Value>,
  };
}
