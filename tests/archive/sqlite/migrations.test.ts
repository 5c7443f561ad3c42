import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ArchiveUnavailable } from '../../../src/archive/archive-unavailable.ts';
import { openConnection } from '../../../src/archive/sqlite/connection.ts';
import { sqliteEngine } from '../../../src/archive/sqlite/engine.ts';
import { applyMigrations, migrationsFolder, readMigrations } from '../../../src/archive/sqlite/migrations.ts';
import { openSqliteArchive } from '../../../src/archive/sqlite/open.ts';
import { killAtEnd } from '../../process/kill-at-end.ts';

const migrate = (path: string) => sqliteEngine.migrate({ engine: 'sqlite', path });

describe('migrations', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dateline-migrations-'));
    path = join(folder, 'archive.db');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are applied once, and reported', async () => {
    const names = readMigrations().map(({ name }) => name);
    expect(await migrate(path)).toEqual(names);
    expect(await migrate(path)).toEqual([]);
  });

  it('are refused when an applied file was edited', async () => {
    await migrate(path);
    const connection = openConnection({ path });
    const edited = readMigrations().map((each) => ({ ...each, checksum: 'other' }));
    expect(() => applyMigrations(connection, edited)).toThrow(/0001_archive\.sql was edited/);
    connection.close();
  });

  it('are refused when the database is from a newer version', async () => {
    await migrate(path);
    const connection = openConnection({ path });
    connection.exec("INSERT INTO schema_migrations VALUES (9999, '9999_later.sql', 'x', 'later')");
    connection.close();
    expect(() => openSqliteArchive({ path })).toThrow(/newer version/);
    await expect(migrate(path)).rejects.toThrow(/newer version/);
  });

  it('leave nothing behind when one fails', async () => {
    const copy = join(folder, 'migrations');
    mkdirSync(copy);
    copyFileSync(join(migrationsFolder, '0001_archive.sql'), join(copy, '0001_archive.sql'));
    writeFileSync(join(copy, '0002_wrong.sql'), 'CREATE TABLE half (a INTEGER); SELECT nonsense;');
    const connection = openConnection({ path });
    expect(() => applyMigrations(connection, readMigrations(copy))).toThrow();
    expect(connection.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'half'").get()).toBeUndefined();
    connection.close();
    const later = readMigrations().slice(1);
    expect(await migrate(path)).toEqual(later.map(({ name }) => name));
  });

  it('refuse a database made before the first release, and say how to export and import it', async () => {
    await migrate(path);
    const connection = openConnection({ path });
    connection
      .prepare('UPDATE schema_migrations SET checksum = ?')
      .run('3e681e92dd29fa501eb3e977e8bad9fda4b9153d13627374ff369c2ffe51261d');
    connection.close();
    const refusal = new ArchiveUnavailable(
      'older',
      `The archive ${path} was made before the first release and cannot be read: export it with the version that made it (dateline export --output FILE.ndjson), then import the file into a new archive with this version (dateline import FILE.ndjson).`,
    );
    expect(() => openSqliteArchive({ path })).toThrow(refusal);
    await expect(migrate(path)).rejects.toThrow(refusal);
    const archive = openSqliteArchive({ path, readOnly: true });
    await expect(archive.check()).rejects.toThrow(refusal);
    await archive.close();
  });

  it('are not applied twice by processes that start at once', async () => {
    const script = `
      const { sqliteEngine } = await import(${JSON.stringify(new URL('../../../src/archive/sqlite/engine.ts', import.meta.url).href)});
      console.log((await sqliteEngine.migrate({ path: ${JSON.stringify(path)} })).length);`;
    const counts = await Promise.all(
      Array.from({ length: 4 }, async () => {
        const child = killAtEnd(spawn(process.execPath, ['--input-type=module', '--eval', script]));
        let output = '';
        for await (const chunk of child.stdout) output += chunk;
        return Number(output);
      }),
    );
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(readMigrations().length);
  });

  it('are waited for by an archive that may not migrate', async () => {
    new Database(path).close();
    const archive = openSqliteArchive({ path, migrate: false });
    await expect(archive.check()).rejects.toThrow(/lacks migration 0001_archive\.sql/);
    await expect(async () => archive.reads.summary()).rejects.toThrow(/lacks migration/);
    await migrate(path);
    expect(await archive.reads.summary()).toMatchObject({ articles: 0 });
    await archive.close();
  });
});
