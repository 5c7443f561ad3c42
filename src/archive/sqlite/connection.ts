import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { ArchiveUnavailable } from '../archive-unavailable.ts';
import { planOnce } from './stable-plans.ts';

export type Connection = Database.Database;

/** How to reach a SQLite archive. */
export interface ConnectionSettings {
  path: string;
  readOnly?: boolean;
  /** Contents of a database to open in memory, in place of the file. */
  image?: Buffer;
  /** How long to wait for another writer; 5,000 by default. */
  busyTimeoutMs?: number;
  /** Pages kept in this process; 32,768 by default. The rest is the operating system's cache, shared by all. */
  cacheKiB?: number;
}

/** Opens the database file with the pragmas that every archive runs under. Throws as SQLite does. */
export function connect({
  path,
  readOnly = false,
  image,
  busyTimeoutMs = 5_000,
  cacheKiB = 32_768,
}: ConnectionSettings): Connection {
  if (path !== ':memory:' && !existsSync(dirname(path))) {
    throw new ArchiveUnavailable(
      'missing',
      `The archive ${path} cannot be opened: its directory is missing.`,
    );
  }
  const connection = new Database(image ?? path, {
    readonly: readOnly,
    fileMustExist: readOnly && image === undefined,
    timeout: busyTimeoutMs,
  });
  const prepare = connection.prepare.bind(connection);
  Object.assign(connection, { prepare: (sql: string) => prepare(planOnce(sql)) });
  try {
    if (!readOnly) {
      // Only takes on an empty file, before WAL. Cards are two kilobytes: smaller pages stay empty by an eighth, larger
      // ones cost reads of single cards more.
      connection.pragma('page_size = 16384');
      // Readers go on while one process writes.
      connection.pragma('journal_mode = WAL');
      // With WAL a power cut may lose the last commits but never damages the file; FULL costs a sync each.
      connection.pragma('synchronous = NORMAL');
      // A bulk import lets the log grow; give the space back afterwards.
      connection.pragma('journal_size_limit = 67108864');
    }
    connection.pragma('foreign_keys = ON');
    connection.pragma(`cache_size = -${cacheKiB}`);
    connection.pragma('temp_store = MEMORY');
    // Touches the file, so that what is no database fails here.
    connection.pragma('schema_version');
  } catch (error) {
    connection.close();
    throw error;
  }
  return connection;
}

/**
 * A keeper of statements whose text depends on the shape of a query: each text is prepared once. The oldest
 * go when there are more than 200, so that oddly shaped queries can't fill the memory.
 */
export function keepStatements<Parameters extends object, Row>(
  connection: Connection,
): (sql: string) => Database.Statement<[Parameters], Row> {
  const kept = new Map<string, Database.Statement<[Parameters], Row>>();
  return (sql) => {
    const known = kept.get(sql);
    if (known) {
      kept.delete(sql);
      kept.set(sql, known);
      return known;
    }
    const statement = connection.prepare<[Parameters], Row>(sql);
    kept.set(sql, statement);
    const [oldest] = kept.keys();
    if (kept.size > 200 && oldest !== undefined) kept.delete(oldest);
    return statement;
  };
}
