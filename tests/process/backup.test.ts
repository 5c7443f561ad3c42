import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openArchive } from '../../src/archive/open-archive.ts';
import { sampleArticle } from '../archive/sample-articles.ts';
import { writeInvented } from '../importing/invented-documents.ts';
import { temporaryFolder } from '../importing/temporary-folder.ts';
import { runDateline } from './run-dateline.ts';

/** A folder with an archive of one article, and the environment that leads there. */
async function newArchive() {
  const folder = await temporaryFolder();
  const path = join(folder, 'dateline.db');
  const archive = await openArchive({ engine: 'sqlite', path });
  await archive.writeArticles([sampleArticle({ headline: 'Pier opens' })]);
  return { folder, path, archive, environment: { DATABASE_URL: `sqlite:${path}` } };
}

/** How many articles a copy has, by its own count and by its change log, which one transaction keeps equal. */
async function countsOf(path: string) {
  const copy = await openArchive({ engine: 'sqlite', path }, { readOnly: true });
  try {
    return { articles: (await copy.summary()).articles, changes: await copy.lastChange() };
  } finally {
    await copy.close();
  }
}

test('a backup made while another process imports is whole, and of one moment', async () => {
  const { folder, path, archive, environment } = await newArchive();
  const file = join(folder, 'wire.ndjson');
  await writeInvented(file, 3_000);
  const child = spawn(process.execPath, ['tests/process/import-child.ts', path, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  await once(child.stdout, 'data');
  child.stdout.resume();
  const copies = join(folder, 'copies');
  await mkdir(copies);
  const seen: number[] = [];
  for (const name of ['first.db', 'second.db']) {
    const copy = join(copies, name);
    expect(await runDateline(['backup', copy], environment)).toMatchObject({ code: 0, err: '' });
    seen.push(child.exitCode ?? -1);
    const { articles, changes } = await countsOf(copy);
    expect(articles).toBe(changes);
    expect(articles).toBeGreaterThan(1);
    const connection = new Database(copy);
    expect(connection.pragma('integrity_check', { simple: true })).toBe('ok');
    connection.exec("INSERT INTO article_search (article_search) VALUES ('integrity-check')");
    connection.close();
  }
  expect(seen[0], 'the import had ended before the first backup was made').toBe(-1);
  await ended;
  expect(await countsOf(path)).toEqual({ articles: 3_001, changes: 3_001 });
  await archive.close();
  expect((await readdir(copies)).filter((name) => name.includes('.part'))).toEqual([]);
}, 60_000);

test('a copy put in place of the archive is the archive as it was', async () => {
  const { folder, path, archive, environment } = await newArchive();
  const copy = join(folder, 'copy.db');
  await runDateline(['backup', copy, '--quick'], environment);
  const identity = await archive.identity();
  await archive.close();
  expect(await readdir(folder)).toContain('copy.db');
  await writeFile(path, await readFile(copy));
  const restored = await openArchive({ engine: 'sqlite', path });
  expect(await restored.identity()).toEqual(identity);
  expect(await restored.article('pier-opens')).toMatchObject({ kind: 'found' });
  await restored.close();
});

test('a backup that can not be made leaves the one before and says why', async () => {
  const { folder, path, archive, environment } = await newArchive();
  await archive.close();
  const copy = join(folder, 'copy.db');
  await writeFile(copy, 'the backup of yesterday');
  const missing = await runDateline(['backup', copy], { DATABASE_URL: `sqlite:${join(folder, 'none.db')}` });
  expect(missing).toMatchObject({ code: 1, out: '' });
  expect(missing.err).toContain('cannot be opened');
  expect(await readFile(copy, 'utf8')).toBe('the backup of yesterday');
  expect(await runDateline(['backup', path], environment)).toMatchObject({ code: 2 });
  expect(await runDateline(['backup'], environment)).toMatchObject({ code: 2 });
  const nowhere = await runDateline(['backup', join(folder, 'none', 'copy.db')], environment);
  expect(nowhere).toMatchObject({ code: 1 });
  expect(nowhere.err).toContain('no such file or folder');
});
