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

  const reasonOf = (work: () => unknown): string => {
    try {
      work();
    } catch (error) {
      if (!(error instanceof ArchiveUnavailable)) throw error;
      expect(error.message).toContain(path);
      expect(error.message).not.toMatch(/SELECT|INSERT|SQLITE_/);
      return error.reason;
    }
    return 'available';
  };

  it('says that its directory is missing', () => {
    path = join(folder, 'no', 'archive.db');
    expect(reasonOf(() => openSqliteArchive({ path }))).toBe('missing');
  });

  it('says that there is no file to read', () => {
    expect(reasonOf(() => openSqliteArchive({ path, readOnly: true }))).toBe('missing');
  });

  it('says that the file is no database', () => {
    writeFileSync(path, 'These are the headlines. '.repeat(100));
    expect(reasonOf(() => openSqliteArchive({ path }))).toBe('not-an-archive');
  });

  it('says that it is read-only when it is written to', () => {
    openSqliteArchive({ path }).close();
    const archive = openSqliteArchive({ path, readOnly: true });
    expect(reasonOf(() => archive.writeArticles([sampleArticle()]))).toBe('read-only');
    archive.close();
  });

  it('says that another process is writing, and can be read meanwhile', () => {
    const archive = openSqliteArchive({ path, busyTimeoutMs: 50 });
    const other = new Database(path);
    other.exec('BEGIN IMMEDIATE');
    expect(reasonOf(() => archive.writeArticles([sampleArticle()]))).toBe('busy');
    expect(archive.summary()).toMatchObject({ articles: 0 });
    other.exec('ROLLBACK');
    expect(archive.writeArticles([sampleArticle()])).toHaveLength(1);
    other.close();
    archive.close();
  });
});
