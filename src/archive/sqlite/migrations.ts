import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ArchiveUnavailable } from '../archive-unavailable.ts';
import type { Connection } from './connection.ts';

/** One step of the schema: `0001_archive.sql`. */
export interface Migration {
  version: number;
  name: string;
  sql: string;
  /** SHA-256 of the file, hexadecimal. */
  checksum: string;
}

export const migrationsFolder = fileURLToPath(new URL('../../../migrations/sqlite/', import.meta.url));

/** The migrations of a folder in order. Throws a plain Error when names or numbers are out of step. */
export function readMigrations(folder: string = migrationsFolder): Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  return names.sort().map((name, index) => {
    const version = Number(/^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1]);
    if (version !== index + 1) throw new Error(`${name} is not migration ${index + 1} of ${folder}`);
    const sql = readFileSync(`${folder}/${name}`, 'utf8');
    return { version, name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
  });
}

interface Applied {
  version: number;
  name: string;
  checksum: string;
}

function readApplied(connection: Connection): Applied[] {
  const known = connection
    .prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'schema_migrations'")
    .get();
  if (known === undefined) return [];
  return connection
    .prepare<[], Applied>('SELECT version, name, checksum FROM schema_migrations ORDER BY version')
    .all();
}

/**
 * The migrations that a database still lacks. Throws ArchiveUnavailable when a file was edited after it was
 * applied, or when the database has migrations that this version of Dateline does not know.
 */
export function pendingMigrations(connection: Connection, migrations: Migration[]): Migration[] {
  const applied = readApplied(connection);
  for (const { version, name, checksum } of applied) {
    const migration = migrations[version - 1];
    if (migration === undefined) {
      throw new ArchiveUnavailable(
        'newer',
        `The archive was migrated to ${name} by a newer version of Dateline; this one knows ${migrations.length} migrations.`,
      );
    }
    if (migration.checksum !== checksum) {
      throw new ArchiveUnavailable(
        'migration-edited',
        `Migration ${migration.name} was edited after it was applied to this archive; restore the file.`,
      );
    }
  }
  return migrations.slice(applied.length);
}

/**
 * Applies what is pending, each migration in its own transaction, and gives the names of those applied here.
 * Each takes the write lock before it looks, so that of two processes starting at once one waits and then
 * finds the work done.
 */
export function applyMigrations(
  connection: Connection,
  migrations: Migration[] = readMigrations(),
): string[] {
  const done: string[] = [];
  const applyNext = connection.transaction((): boolean => {
    const [next] = pendingMigrations(connection, migrations);
    if (next === undefined) return false;
    connection.exec(`
      CREATE TABLE IF NOT EXISTS schema_migrations (
        version INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        checksum TEXT NOT NULL,
        applied_at TEXT NOT NULL
      ) STRICT`);
    connection.exec(next.sql);
    connection
      .prepare<[Applied & { appliedAt: string }]>(
        `INSERT INTO schema_migrations (version, name, checksum, applied_at)
         VALUES (:version, :name, :checksum, :appliedAt)`,
      )
      .run({
        version: next.version,
        name: next.name,
        checksum: next.checksum,
        appliedAt: new Date().toISOString(),
      });
    done.push(next.name);
    return true;
  });
  if (pendingMigrations(connection, migrations).length === 0) return done;
  while (applyNext.immediate());
  return done;
}
