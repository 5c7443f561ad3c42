import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type Database from 'better-sqlite3';
import { foldedWords } from '../../model/fold.ts';
import { addressHash, sourceAddress } from '../../model/source-address.ts';
import { ArchiveUnavailable } from '../archive-unavailable.ts';
import { unpackDocument } from '../core/article-json/packed-document.ts';
import { contentDigest } from '../core/article-json/prepared-article.ts';
import { searchVersion } from '../core/words/search-version.ts';
import { stemVersion } from '../core/words/stems/stem-of.ts';
import { type Connection, openConnection } from './connection.ts';

/** One step of the schema: `0001_archive.sql` creates it, later files change it. */
export interface Migration {
  version: number;
  name: string;
  sql: string;
  /** SHA-256 of the file, hexadecimal. */
  checksum: string;
}

export const migrationsFolder = fileURLToPath(new URL('../../../migrations/sqlite/', import.meta.url));

/** Reads the migrations of a folder, in order. Throws an Error if a number is missing or repeated. */
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

function readApplied(connection: Database.Database): Applied[] {
  const known = connection
    .prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'schema_migrations'")
    .get();
  if (known === undefined) return [];
  return connection
    .prepare<[], Applied>('SELECT version, name, checksum FROM schema_migrations ORDER BY version')
    .all();
}

/** Throws ArchiveUnavailable if a database without migrations has tables, which are those of another program. */
function refuseOtherTables(connection: Connection): void {
  const other = connection.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table'").get();
  if (other === undefined) return;
  throw new ArchiveUnavailable(
    'not-an-archive',
    `The database ${connection.name} belongs to another program; check DATABASE_URL.`,
  );
}

/**
 * SHA-256 of the first of the eight migrations that were squashed into `0001_archive.sql` before the first release.
 * Databases made by them have the same tables, but store documents in formats that are no longer read.
 */
const preReleaseChecksum = '3e681e92dd29fa501eb3e977e8bad9fda4b9153d13627374ff369c2ffe51261d';

/**
 * Returns the migrations that a database still lacks. Throws ArchiveUnavailable if it was made before the first
 * release or by another program, if a file was edited after it was applied, or if the database has migrations that this
 * version of Dateline does not know.
 */
export function pendingMigrations(connection: Connection, migrations: Migration[]): Migration[] {
  const applied = readApplied(connection);
  if (applied.length === 0) refuseOtherTables(connection);
  for (const { version, name, checksum } of applied) {
    if (checksum === preReleaseChecksum) {
      throw new ArchiveUnavailable(
        'older',
        `The archive ${connection.name} was made before the first release and cannot be read: export it with the ` +
          'version that made it (dateline export --output FILE.ndjson), then import the file into a new archive ' +
          'with this version (dateline import FILE.ndjson).',
      );
    }
    const migration = migrations[version - 1];
    if (migration === undefined) {
      throw new ArchiveUnavailable(
        'newer',
        `The archive ${connection.name} was migrated to ${name} by a newer version of Dateline; update Dateline.`,
      );
    }
    if (migration.checksum !== checksum) {
      throw new ArchiveUnavailable(
        'migration-edited',
        `Migration ${migration.name} was edited after it was applied to the archive ${connection.name}; restore the file.`,
      );
    }
  }
  return migrations.slice(applied.length);
}

/**
 * Applies the pending migrations, each in its own transaction, and returns the names of those applied. Each transaction
 * takes the write lock before it checks what is pending. If two processes start at once, one waits and then has nothing
 * to do.
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
  addFunctions(connection);
  while (applyNext.immediate());
  return done;
}

/**
 * Returns a table or column that the migrations of a database made and that is gone, as `articles` or `articles.slug`;
 * undefined if there is none. Databases of other versions are not compared.
 */
export function missingPart(database: Database.Database): string | undefined {
  const applied = readApplied(database);
  const migrations = readMigrations().slice(0, applied.length);
  if (!applied.every(({ checksum }, index) => checksum === migrations[index]?.checksum)) return undefined;
  const fresh = openConnection({ path: ':memory:' });
  try {
    applyMigrations(fresh, migrations);
    const present = new Set(partsOf(database));
    return partsOf(fresh).find((part) => !present.has(part));
  } finally {
    fresh.close();
  }
}

/** Returns the names of all tables and of their columns. */
function partsOf(database: Database.Database): string[] {
  return database
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table'
       UNION ALL
       SELECT sqlite_schema.name || '.' || part.name
       FROM sqlite_schema JOIN pragma_table_xinfo(sqlite_schema.name) AS part
       WHERE sqlite_schema.type = 'table'`,
    )
    .pluck()
    .all();
}

/** Adds the functions that migrations compute new columns with. */
function addFunctions(connection: Connection): void {
  connection.function('source_address', (url: unknown) => {
    const address = typeof url === 'string' ? sourceAddress(url) : undefined;
    return address === undefined ? null : addressHash(address);
  });
  connection.function('unpacked_document', (packed: unknown) =>
    packed instanceof Uint8Array ? unpackDocument(packed) : null,
  );
  connection.function('search_version', () => searchVersion());
  connection.function('stem_version', () => stemVersion);
  connection.function('content_digest', (contentHash: unknown) =>
    Buffer.from(contentDigest(String(contentHash)), 'hex'),
  );
  connection.function('folded_words', (text: unknown) => JSON.stringify(foldedWords(String(text))));
}
