import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { openArchive } from '../../src/archive/open-archive.ts';
import { sampleArticle } from '../archive/sample-articles.ts';
import { temporaryFolder } from '../importing/temporary-folder.ts';
import { killAtEnd } from './kill-at-end.ts';
import { runDateline } from './run-dateline.ts';

/** A folder with an archive of so many articles, and the environment that leads there. */
async function newArchive(count: number, length = 1) {
  const folder = await temporaryFolder();
  const path = join(folder, 'dateline.db');
  const archive = await openArchive({ engine: 'sqlite', path });
  await archive.writes.writeArticles(
    Array.from({ length: count }, (_, number) =>
      sampleArticle({
        key: `n${number}`,
        headline: `Report ${number}`,
        publishedAt: `20${10 + (number % 10)}-01-01T00:00:00Z`,
        body: `Report ${number}. ${'The boats came in and went out all day long. '.repeat(length)}`,
        tags: number % 2 === 0 ? ['person/ada-birch'] : [],
      }),
    ),
  );
  await archive.close();
  return { folder, environment: { DATABASE_URL: `sqlite:${path}` } };
}

const linesOf = (text: string) => text.split('\n').slice(0, -1);

test('dateline export writes to standard output what import reads from standard input', async () => {
  const { folder, environment } = await newArchive(40);
  const { code, out, err } = await runDateline(['export'], environment);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(linesOf(out).filter((line) => line.includes('"headline"'))).toHaveLength(40);
  const copy = { DATABASE_URL: `sqlite:${join(folder, 'copy.db')}` };
  const report = await runDateline(['import', '-', '--json'], copy, out);
  expect(JSON.parse(report.out)).toMatchObject({ ending: 'complete', new: 40, skipped: 0 });
  const again = await runDateline(['export'], copy);
  expect(linesOf(again.out).slice(1)).toEqual(linesOf(out).slice(1));
});

test('filters of lists narrow it, a wrong one is said, and a reader may stop reading', async () => {
  const { environment } = await newArchive(300, 200);
  const some = await runDateline(
    ['export', '--articles-only', '--person', 'ada-birch', '--from', '2014', '--to', '2016'],
    environment,
  );
  expect(linesOf(some.out)).toHaveLength(60);
  expect(await runDateline(['export', '--tag', 'person/('], environment)).toMatchObject({ code: 2, out: '' });
  expect(await runDateline(['export', '--resume'], environment)).toMatchObject({ code: 2 });
  const child = killAtEnd(
    spawn(process.execPath, ['src/main.js', 'export'], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  );
  await once(child.stdout, 'data');
  child.stdout.destroy();
  expect((await once(child, 'exit'))[0]).toBe(0);
});

test.each([false, true])(
  'killed at any moment, it goes on to the same file (gzip: %s)',
  async (gzip) => {
    const { folder, environment } = await newArchive(1500, 60);
    const name = gzip ? 'export.ndjson.gz' : 'export.ndjson';
    const path = join(folder, name);
    const options = ['export', '--output', path, ...(gzip ? ['--gzip'] : [])];
    const whole = await runDateline(['export'], environment);
    let resumed = 0;
    for (let kill = 0; kill < 4; kill++) {
      const child = killAtEnd(
        spawn(process.execPath, ['src/main.js', ...options, '--resume'], {
          env: { ...process.env, ...environment },
        }),
      );
      const ended = once(child, 'exit');
      // Each kill comes just after something was written, so that each gets further than the one before.
      const size = async () => (await stat(`${path}.part`).catch(() => undefined))?.size ?? 0;
      const before = await size();
      await expect
        .poll(async () => child.exitCode !== null || (await size()) > before, { interval: 1 })
        .toBe(true);
      child.kill('SIGKILL');
      await ended;
      if ((await size()) > 0) resumed++;
      if ((await readdir(folder)).includes(name)) break;
    }
    expect(resumed).toBeGreaterThan(0);
    const last = await runDateline([...options, '--resume'], environment);
    expect(last).toMatchObject({ code: 0, err: '' });
    const bytes = await readFile(path);
    const lines = linesOf((gzip ? gunzipSync(bytes) : bytes).toString());
    expect(lines.slice(1)).toEqual(linesOf(whole.out).slice(1));
    expect((await readdir(folder)).filter((found) => found.startsWith(`${name}.`))).toEqual([]);
  },
  60_000,
);

test('half a line at the end of what was cut off is written anew', async () => {
  const { folder, environment } = await newArchive(100);
  const { out } = await runDateline(['export', '--articles-only'], environment);
  const path = join(folder, 'cut.ndjson');
  await writeFile(`${path}.part`, out.slice(0, out.length / 2));
  await writeFile(`${path}.gz.part`, gzipSync(out.slice(0, out.length / 2)).subarray(0, -12));
  const options = ['export', '--articles-only', '--resume', '--output'];
  expect(await runDateline([...options, path], environment)).toMatchObject({ code: 0 });
  expect(await readFile(path, 'utf8')).toBe(out);
  expect(await runDateline([...options, `${path}.gz`, '--gzip'], environment)).toMatchObject({ code: 0 });
  expect(gunzipSync(await readFile(`${path}.gz`)).toString()).toBe(out);
});

test('it can be a table, and says which tags there are not', async () => {
  const { environment } = await newArchive(40);
  const table = await runDateline(['export', '--format', 'csv', '--person', 'ada-birch'], environment);
  const [header, ...records] = table.out.split('\r\n').slice(0, -1);
  expect(header).toContain('id,slug,publishedAt,headline');
  expect(records).toHaveLength(20);
  const none = await runDateline(['export', '--articles-only', '--person', 'ada-brich'], environment);
  expect(none).toMatchObject({ code: 0, out: '', err: expect.stringContaining('Did you mean') });
  expect(await runDateline(['export', '--format', 'xls'], environment)).toMatchObject({ code: 2 });
});

test('a place that can not be written to is named', async () => {
  const { folder, environment } = await newArchive(1);
  const outcome = await runDateline(['export', '--output', join(folder, 'none', 'a.ndjson')], environment);
  expect(outcome).toMatchObject({ code: 1, out: '' });
  expect(outcome.err).toContain('no such file or folder');
});
