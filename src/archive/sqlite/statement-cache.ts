import type { Database, Statement } from 'better-sqlite3';
import { LRUCache } from 'lru-cache';

/** A statement with named parameters. */
type NamedStatement<Result> = Statement<[Record<string, number | string>], Result>;

/**
 * Maximum total length of the SQL in a cache, in UTF-16 code units. SQLite needs about 15 bytes for each, 8 MB
 * together. Usual statements have 400, but the count of a filter of 64 tags may have 180,000. A maximum number of
 * statements would not bound the memory.
 */
const maxLength = 500_000;

export type StatementCache = ReturnType<typeof createStatementCache>;

/** Creates a cache of statements whose SQL depends on a query. The least recently used are evicted. */
export function createStatementCache(connection: Pick<Database, 'prepare'>) {
  const statements = new LRUCache<string, Statement>({
    maxSize: maxLength,
    sizeCalculation: (_statement, key) => key.length,
  });
  const find = (key: string, prepare: () => Statement): Statement => {
    const statement = statements.get(key) ?? prepare();
    statements.set(key, statement);
    return statement;
  };
  return {
    /** Returns a statement that reads rows. */
    cached: <Row>(sql: string) => find(sql, () => connection.prepare(sql)) as NamedStatement<Row>,
    /** Returns a statement that reads the first column. */
    cachedValues: <Value>(sql: string) =>
      find(`values ${sql}`, () => connection.prepare(sql).pluck()) as NamedStatement<Value>,
  };
}
