import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Archive } from '../../../src/archive/archive.ts';
import { sqliteEngine } from '../../../src/archive/sqlite/engine.ts';
import { openSqliteArchive } from '../../../src/archive/sqlite/open.ts';
import { allHeadlines } from '../pages.ts';
import { sampleArticle } from '../sample-articles.ts';
import { searchFor } from '../search-for.ts';

let path: string;
let archive: Archive;

beforeEach(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-version-'));
  path = join(folder, 'archive.db');
  archive = openSqliteArchive({ path });
  onTestFinished(async () => {
    await archive.close();
    rmSync(folder, { recursive: true });
  });
  await archive.writes.writeArticles([sampleArticle({ headline: 'Herons', body: 'Herons were counted' })]);
});

const found = (text: string) => allHeadlines(archive, { filter: { search: searchFor(text) } });
const reindex = () => sqliteEngine.reindex({ engine: 'sqlite', path });

/** Changes the archive as another process does. */
function run(sql: string): void {
  const database = new Database(path);
  database.exec(sql);
  database.close();
}

describe('the version of the search index', () => {
  it('is that of the program in a new archive', async () => {
    expect(await archive.warnings()).toEqual([]);
  });

  it('is a warning if other rules made the words, until the index is built again', async () => {
    run("UPDATE search_index SET version = 'terms 0, ICU 1.0, Unicode 1.0'");
    expect(await archive.warnings()).toEqual([
      expect.stringMatching(
        /\(terms 0, ICU 1\.0, Unicode 1\.0; now terms \d+, .*\); run dateline reindex\.$/,
      ),
    ]);
    expect(await reindex()).toMatchObject({ rebuilt: 'index', complete: true });
    expect(await archive.warnings()).toEqual([]);
  });

  it('is a warning if an earlier version stored the articles', async () => {
    run('UPDATE search_index SET version = NULL');
    expect(await archive.warnings()).toEqual([
      'Searches miss the articles that an earlier version stored; run dateline reindex.',
    ]);
    await reindex();
    expect(await archive.warnings()).toEqual([]);
  });

  it('is a warning if other rules made the stems, which are made again without the index', async () => {
    const count = () =>
      new Database(path, { readonly: true }).prepare('SELECT * FROM vocabulary ORDER BY form').all();
    const before = count();
    run("UPDATE search_index SET stems = 0; UPDATE vocabulary SET stem = 'x' WHERE form = 'herons'");
    expect(await found('heron')).toEqual([]);
    expect(await archive.warnings()).toEqual([expect.stringMatching(/forms of words.*run dateline reindex/)]);
    expect(await reindex()).toMatchObject({ rebuilt: 'vocabulary', articles: 0, words: 1, complete: true });
    expect(await archive.warnings()).toEqual([]);
    expect(await found('heron')).toEqual(['Herons']);
    expect(count()).toEqual(before);
  });

  it('does not keep a second reindex from building the index', async () => {
    expect(await reindex()).toMatchObject({ rebuilt: 'index', articles: 1 });
  });
});
