import { closeSync, existsSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { ArchiveUnavailable } from '../archive-unavailable.ts';
import { stablePlan } from './stable-plans.ts';
import { createStatementCache, type StatementCache } from './statement-cache.ts';

/** A connection to a database, with its cache of statements. */
export interface Connection extends Database.Database, StatementCache {}

/** Settings of a connection to a SQLite archive. */
export interface ConnectionSettings {
  path: string;
  readOnly?: boolean;
  /** Creates the file if there is none. Default: true unless `readOnly`. */
  create?: boolean;
  /** Contents of a database to open in memory, in place of the file. */
  image?: Buffer;
  /** Milliseconds to wait for another writer; 5,000 by default. */
  busyTimeoutMs?: number;
  /** Size of SQLite's page cache; 32,768 by default. The operating system's cache is shared by all processes. */
  cacheKiB?: number;
}

/** Opens a database file with the pragmas of every archive. Throws ArchiveUnavailable, or the error of SQLite. */
export function openConnection({
  path,
  readOnly = false,
  create = !readOnly,
  image,
  busyTimeoutMs = 5_000,
  cacheKiB = 32_768,
}: ConnectionSettings): Connection {
  requireFolder(path);
  if (create && path !== ':memory:') createPrivateFile(path);
  const database = new Database(image ?? path, {
    readonly: readOnly,
    fileMustExist: !create && image === undefined && path !== ':memory:',
    timeout: busyTimeoutMs,
  });
  const prepare = database.prepare.bind(database);
  Object.assign(database, { prepare: (sql: string) => prepare(stablePlan(sql)) });
  const connection = Object.assign(database, createStatementCache(database));
  try {
    if (!readOnly) {
      // Only has an effect on an empty file, before WAL. Cards are about 2 kB: smaller pages leave an eighth of
      // their space unused, larger ones make reads of single cards slower.
      connection.pragma('page_size = 16384');
      // Readers continue while one process writes.
      connection.pragma('journal_mode = WAL');
      // With WAL, a power cut may lose the last commits but never damages the file. FULL costs a sync per commit.
      connection.pragma('synchronous = NORMAL');
      // Returns disk space after a bulk import made the log grow.
      connection.pragma('journal_size_limit = 67108864');
    }
    connection.pragma('foreign_keys = ON');
    connection.pragma(`cache_size = -${cacheKiB}`);
    connection.pragma('temp_store = MEMORY');
    // Reads the file, so that a file that is not a database fails here.
    connection.pragma('schema_version');
  } catch (error) {
    connection.close();
    throw error;
  }
  return connection;
}

/** Throws ArchiveUnavailable if the directory of a database is missing, for which SQLite has no code of its own. */
export function requireFolder(path: string): void {
  if (path === ':memory:' || existsSync(dirname(path))) return;
  throw new ArchiveUnavailable(
    'missing',
    `The archive ${path} cannot be opened because its directory is missing; check DATABASE_URL or create it.`,
  );
}

/**
 * Creates an empty file that only its owner can read, unless there is a file. SQLite gives the files beside it the same
 * mode. The database has the secrets of webhooks and cursors.
 */
export function createPrivateFile(path: string): void {
  if (existsSync(path)) return;
  try {
    closeSync(openSync(path, 'ax', 0o600));
  } catch {
    // SQLite says why, or another process was faster.
  }
}
