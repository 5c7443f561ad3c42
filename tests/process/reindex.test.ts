import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, expect, test } from 'vitest';
import { inventedLines } from '../importing/invented-documents.ts';
import { temporaryFolder } from '../importing/temporary-folder.ts';
import { killAtEnd } from './kill-at-end.ts';
import { runDateline } from './run-dateline.ts';

let path: string;
let environment: Record<string, string>;

beforeEach(async () => {
  path = join(await temporaryFolder(), 'dateline.db');
  environment = { DATABASE_URL: `sqlite:${path}` };
});

const importInvented = (count: number, from = 0) =>
  runDateline(['import', '-', '--no-extraction'], environment, inventedLines(count, from));

/** Makes the index one of other rules. */
function makeOld(): void {
  const database = new Database(path);
  database.exec("UPDATE search_index SET version = 'terms 0, ICU 1.0, Unicode 1.0'");
  database.close();
}

test('migrate and import warn of an old search index, and reindex ends that', async () => {
  await importInvented(20);
  expect((await runDateline(['migrate'], environment)).err).toBe('');
  makeOld();
  const warning =
    /^Searches may miss articles because other rules made the index .*; run dateline reindex\.\n$/;
  const migrated = await runDateline(['migrate'], environment);
  expect(migrated).toMatchObject({ code: 0, err: expect.stringMatching(warning) });
  const imported = await importInvented(2, 20);
  expect(imported).toMatchObject({ code: 0, err: expect.stringMatching(warning) });

  const reindexed = await runDateline(['reindex', '--json'], environment);
  expect(reindexed).toMatchObject({ code: 0, err: '' });
  expect(JSON.parse(reindexed.out)).toEqual({
    rebuilt: 'index',
    articles: 22,
    words: 0,
    milliseconds: expect.any(Number),
    complete: true,
  });
  expect((await runDateline(['migrate'], environment)).err).toBe('');
  expect((await runDateline(['reindex'], environment)).out).toMatch(/^22 articles indexed in \d+\.\d s\.\n$/);
});

test('a killed reindex leaves the old index, and the next one does all', async () => {
  await importInvented(3_000);
  const child = killAtEnd(
    spawn(process.execPath, ['src/main.js', 'reindex'], {
      env: { ...process.env, ...environment },
      stdio: 'ignore',
    }),
  );
  const database = new Database(path);
  const isBegun = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'article_search_next'");
  while (isBegun.get() === undefined && child.exitCode === null) await new Promise(setImmediate);
  child.kill('SIGKILL');
  await once(child, 'close');
  expect(isBegun.get()).toBeDefined();
  expect(await importInvented(10, 3_000)).toMatchObject({ code: 0 });
  expect((await runDateline(['reindex'], environment)).out).toMatch(/^3,010 articles indexed/);
  expect(isBegun.get()).toBeUndefined();
  const integrity = "INSERT INTO article_search (article_search) VALUES ('integrity-check')";
  expect(() => database.exec(integrity)).not.toThrow();
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  database.close();
}, 120_000);
