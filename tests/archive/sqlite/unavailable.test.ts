import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ArchiveUnavailable } from '../../../src/archive/archive-unavailable.ts';
import { openSqliteArchive } from '../../../src/archive/sqlite/open.ts';
import { sampleArticle } from '../sample-articles.ts';

describe('an archive that is not available', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dateline-unavailable-'));
    path = join(folder, 'archive.db');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const reasonOf = async (work: () => unknown): Promise<string> => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof ArchiveUnavailable)) throw error;
      expect(error.message).toContain(path);
      expect(error.message).not.toMatch(/SELECT|INSERT|SQLITE_/);
      return error.reason;
    }
    return 'available';
  };

  it('says that its directory is missing', async () => {
    path = join(folder, 'no', 'archive.db');
    expect(await reasonOf(() => openSqliteArchive({ path }))).toBe('missing');
  });

  it('says that there is no file to read', async () => {
    expect(await reasonOf(() => openSqliteArchive({ path, readOnly: true }))).toBe('missing');
  });

  it('says that the file is no database', async () => {
    writeFileSync(path, 'These are the headlines. '.repeat(100));
    expect(await reasonOf(() => openSqliteArchive({ path }))).toBe('not-an-archive');
  });

  it('says that it is read-only when it is written to', async () => {
    await openSqliteArchive({ path }).close();
    const archive = openSqliteArchive({ path, readOnly: true });
    expect(await reasonOf(() => archive.writes.writeArticles([sampleArticle()]))).toBe('read-only');
    await archive.close();
  });

  it('says that another process is writing, and can be read meanwhile', async () => {
    const archive = openSqliteArchive({ path, writeWaitMs: 50 });
    const other = new Database(path);
    other.exec('BEGIN IMMEDIATE');
    expect(await reasonOf(() => archive.writes.writeArticles([sampleArticle()]))).toBe('busy');
    expect(archive.reads.summary()).toMatchObject({ articles: 0 });
    other.exec('ROLLBACK');
    expect(await archive.writes.writeArticles([sampleArticle()])).toHaveLength(1);
    other.close();
    await archive.close();
  });
});
