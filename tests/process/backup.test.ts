import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openArchive } from '../../src/archive/open-archive.ts';
import { sampleArticle } from '../archive/sample-articles.ts';
import { inventedLines } from '../importing/invented-documents.ts';
import { temporaryFolder } from '../importing/temporary-folder.ts';
import { killAtEnd } from './kill-at-end.ts';
import { runDateline } from './run-dateline.ts';

/** A folder with an archive of one article, and the environment that leads there. */
async function newArchive() {
  const folder = await temporaryFolder();
  const path = join(folder, 'dateline.db');
  const archive = await openArchive({ engine: 'sqlite', path });
  await archive.writes.writeArticles([sampleArticle({ headline: 'Pier opens' })]);
  return { folder, path, archive, environment: { DATABASE_URL: `sqlite:${path}` } };
}

/** Writes invented documents until the signal, at the pace of the reader. Returns their number. */
async function feed(stdin: Writable, until: AbortSignal): Promise<number> {
  let count = 0;
  while (!until.aborted) {
    if (!stdin.write(inventedLines(20, count))) await once(stdin, 'drain');
    count += 20;
  }
  stdin.end();
  return count;
}

/** Waits until an import has printed the id of an article, and reads on. */
async function untilStored(stdout: Readable): Promise<void> {
  let output = '';
  stdout.on('data', (part) => {
    output += part;
  });
  await expect.poll(() => output.split('\n').length).toBeGreaterThan(2);
}

/** Number of articles in a copy, counted by itself and by its change log, which one transaction keeps equal. */
async function countsOf(path: string) {
  const copy = await openArchive({ engine: 'sqlite', path }, { readOnly: true });
  try {
    return { articles: (await copy.reads.summary()).articles, changes: await copy.changes.last() };
  } finally {
    await copy.close();
  }
}

test('a backup made while another process imports is whole, and of one moment', async () => {
  const { folder, path, archive, environment } = await newArchive();
  const child = killAtEnd(
    spawn(process.execPath, ['tests/process/import-child.ts', path, '-'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    }),
  );
  const ended = once(child, 'exit');
  const backedUp = new AbortController();
  const documents = feed(child.stdin, backedUp.signal);
  await untilStored(child.stdout);
  const copies = join(folder, 'copies');
  await mkdir(copies);
  for (const name of ['first.db', 'second.db']) {
    const copy = join(copies, name);
    expect(await runDateline(['backup', copy], environment)).toMatchObject({ code: 0, err: '' });
    const { articles, changes } = await countsOf(copy);
    expect(articles).toBe(changes);
    expect(articles).toBeGreaterThan(1);
    const connection = new Database(copy);
    expect(connection.pragma('integrity_check', { simple: true })).toBe('ok');
    connection.exec("INSERT INTO article_search (article_search) VALUES ('integrity-check')");
    connection.close();
  }
  backedUp.abort();
  const count = 1 + (await documents);
  await ended;
  expect(await countsOf(path)).toEqual({ articles: count, changes: count });
  await archive.close();
  expect((await readdir(copies)).filter((name) => name.includes('.part'))).toEqual([]);
});

test('a copy put in place of the archive is the archive as it was', async () => {
  const { folder, path, archive, environment } = await newArchive();
  const copy = join(folder, 'copy.db');
  await runDateline(['backup', copy, '--quick'], environment);
  const state = await archive.state();
  await archive.close();
  expect(await readdir(folder)).toContain('copy.db');
  await writeFile(path, await readFile(copy));
  const restored = await openArchive({ engine: 'sqlite', path });
  expect(await restored.state()).toEqual(state);
  expect(await restored.reads.article('pier-opens')).toMatchObject({ kind: 'found' });
  await restored.close();
});

test('a backup that can not be made leaves the one before and says why', async () => {
  const { folder, path, archive, environment } = await newArchive();
  await archive.close();
  const copy = join(folder, 'copy.db');
  await writeFile(copy, 'the backup of yesterday');
  const missing = await runDateline(['backup', copy], { DATABASE_URL: `sqlite:${join(folder, 'none.db')}` });
  expect(missing).toMatchObject({ code: 1, out: '' });
  expect(missing.err).toContain('does not exist; check DATABASE_URL');
  expect(await readFile(copy, 'utf8')).toBe('the backup of yesterday');
  expect(await runDateline(['backup', path], environment)).toMatchObject({ code: 2 });
  expect(await runDateline(['backup'], environment)).toMatchObject({ code: 2 });
  const nowhere = await runDateline(['backup', join(folder, 'none', 'copy.db')], environment);
  expect(nowhere).toMatchObject({ code: 1 });
  expect(nowhere.err).toContain('no such file or folder');
});
