import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import { allHeadlines } from '../archive/pages.ts';
import { inventedDocument, inventedLines, writeInvented } from '../importing/invented-documents.ts';
import { temporaryFolder } from '../importing/temporary-folder.ts';
import { zipOf } from '../importing/zip-of.ts';
import { killAtEnd } from './kill-at-end.ts';

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** Starts `dateline import` over the archive of a folder. */
function startImport(folder: string, args: string[]) {
  const child = killAtEnd(
    spawn(process.execPath, ['src/main.js', 'import', ...args, '--threads', '0'], {
      env: { ...process.env, DATABASE_URL: `sqlite:${join(folder, 'archive.db')}`, LOG_LEVEL: 'silent' },
      stdio: ['pipe', 'pipe', 'pipe'],
    }),
  );
  const ended: Ended = { code: null, out: '', err: '' };
  child.stdout.on('data', (part) => {
    ended.out += part;
  });
  child.stderr.on('data', (part) => {
    ended.err += part;
  });
  const end = once(child, 'close').then(() => ({ ...ended, code: child.exitCode }));
  return { child, end };
}

async function importing(folder: string, args: string[], stdin = ''): Promise<Ended> {
  const { child, end } = startImport(folder, args);
  child.stdin.end(stdin);
  return await end;
}

async function archiveOf(folder: string): Promise<Archive> {
  const archive = await openArchive({ engine: 'sqlite', path: join(folder, 'archive.db') });
  onTestFinished(() => archive.close());
  return archive;
}

const headline = (number: number) => inventedDocument(number).headline;

test('a file is imported, the report says so, and the exit code is 0', async () => {
  const folder = await temporaryFolder();
  await writeInvented(join(folder, 'wire.ndjson'), 3);
  const { code, out, err } = await importing(folder, [join(folder, 'wire.ndjson')]);
  // On a slow machine it shows its progress.
  expect(err).toMatch(/^(?:\d articles? · .*\n)*$/);
  expect(out).toMatch(/^3 read, 3 new, 0 changed, 0 same, 0 skipped in /);
  expect(code).toBe(0);
  expect(await allHeadlines(await archiveOf(folder))).toEqual([2, 1, 0].map(headline));
});

test('standard input is read', async () => {
  const folder = await temporaryFolder();
  const { code, out } = await importing(folder, ['-', '--json'], inventedLines(2));
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ ending: 'complete', read: 2, new: 2, skips: [] });
});

test('a folder is read with its folders, archive files and links, without what is hidden or tells of it', async () => {
  const folder = await temporaryFolder();
  const wire = join(folder, 'wire');
  await mkdir(join(wire, '2024', '05'), { recursive: true });
  await writeFile(join(wire, '2024', '05', 'a.ndjson'), inventedLines(1, 0));
  await writeFile(join(wire, 'b.ndjson.gz'), gzipSync(inventedLines(1, 1)));
  await writeFile(join(wire, 'c.zip'), zipOf({ 'd.ndjson': Buffer.from(inventedLines(1, 2)) }));
  await writeFile(join(wire, '.hidden.ndjson'), inventedLines(1, 3));
  await writeFile(join(wire, 'README.md'), '# Wire\n\nWhat this folder holds and who may use it.\n');
  await writeFile(join(folder, 'linked.ndjson'), inventedLines(1, 4));
  await symlink(join(folder, 'linked.ndjson'), join(wire, 'e.ndjson'));
  const { code } = await importing(folder, [wire]);
  expect(code).toBe(0);
  expect(await allHeadlines(await archiveOf(folder))).toEqual([4, 2, 1, 0].map(headline));
});

test('files of one name in two folders are two files', async () => {
  const folder = await temporaryFolder();
  for (const year of ['2023', '2024']) {
    await mkdir(join(folder, year));
    await writeFile(
      join(folder, year, 'a.txt'),
      `Bridge opens in ${year}\n\nBy Ann Lee\n\nThe bridge of ${year} is open.\n`,
    );
  }
  await importing(folder, [join(folder, '2023')]);
  await importing(folder, [join(folder, '2024')]);
  expect((await (await archiveOf(folder)).reads.summary()).articles).toBe(2);
});

test('fields and the time zone can be declared', async () => {
  const folder = await temporaryFolder();
  const line = { overskrift: 'Ferja går igjen', dato: '2024-05-06 07:00', tekst: 'Ferja går igjen i dag.' };
  await writeFile(join(folder, 'nn.ndjson'), `${JSON.stringify(line)}\n`);
  const map = 'headline=overskrift,published=dato,body=tekst';
  const args = [join(folder, 'nn.ndjson'), '--map', map, '--time-zone', 'Europe/Oslo', '--language', 'nn'];
  expect((await importing(folder, args)).code).toBe(0);
  const archive = await archiveOf(folder);
  const { items } = await archive.reads.articles({
    filter: {},
    sort: 'newest',
    form: 'full',
    limit: 1,
    count: 'none',
  });
  expect(JSON.parse(items[0] ?? '')).toMatchObject({
    headline: 'Ferja går igjen',
    publishedAt: '2024-05-06T05:00:00Z',
    language: 'nn',
  });
});

test('what can not be read is named with file, line and reason, kept, and taken in once it is mended', async () => {
  const folder = await temporaryFolder();
  const lines = inventedLines(4).split('\n');
  lines[2] = lines[2]?.replace('"headline":', '"headline":,') ?? '';
  await writeFile(join(folder, 'wire.ndjson'), lines.join('\n'));
  const first = await importing(folder, [join(folder, 'wire.ndjson')]);
  expect(first.code).toBe(3);
  expect(first.out).toMatch(/3 read, 3 new, 0 changed, 0 same, 1 skipped/);
  expect(first.out).toMatch(/wire\.ndjson:3: \S/);

  const kept = await readFile(join(folder, 'quarantine.ndjson'), 'utf8');
  const entry = JSON.parse(kept);
  expect(entry.quarantined).toMatchObject({ path: expect.stringMatching(/wire\.ndjson$/), line: 3 });
  entry.content = entry.content.replace('"headline":,', '"headline":');
  await writeFile(join(folder, 'mended.ndjson'), `${JSON.stringify(entry)}\n`);
  const second = await importing(folder, [join(folder, 'mended.ndjson')]);
  expect(second.out).toMatch(/^1 read, 1 new/);
  expect(second.code).toBe(0);
  expect(await allHeadlines(await archiveOf(folder))).toEqual([3, 2, 1, 0].map(headline));
});

test('a quarantine file that is imported as it is ends, though it grows meanwhile', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'wire.ndjson'), `${inventedLines(1)}{"headline":\n{"headline":\n`);
  await importing(folder, [join(folder, 'wire.ndjson')]);
  const { out, code } = await importing(folder, [join(folder, 'quarantine.ndjson')]);
  expect(out).toMatch(/0 read, 0 new, 0 changed, 0 same, 2 skipped/);
  expect(code).toBe(3);
});

test('--on-error stop ends at the first document that can not be read, with exit code 1', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'wire.ndjson'), `${inventedLines(2)}{"headline":\n${inventedLines(2, 2)}`);
  const { code, out } = await importing(folder, [join(folder, 'wire.ndjson'), '--on-error', 'stop']);
  expect(out).toMatch(/^2 read, 2 new, 0 changed, 0 same, 1 skipped/);
  expect(out).toMatch(/Stopped at the first rejected document/);
  expect(code).toBe(1);
});

test('the report can be written to a file', async () => {
  const folder = await temporaryFolder();
  await importing(folder, ['-', '--report', join(folder, 'report.json')], inventedLines(2));
  expect(JSON.parse(await readFile(join(folder, 'report.json'), 'utf8'))).toMatchObject({ read: 2, new: 2 });
});

test.each([
  [['missing.ndjson'], 1, /missing\.ndjson: no such file or folder/],
  [[], 2, /missing argument: PATH/],
  [['-', '--limit', 'few'], 2, /invalid value "few" for --limit; expected a whole number from 1/],
  [['-', '--map', 'headline'], 2, /invalid value "headline" for --map; expected pairs/],
  [['-', '--map', 'headlin=title'], 2, /unknown field "headlin" in --map; did you mean headline=title/],
  [['-', '--time-zone', 'Mars/Olympus'], 2, /expected an IANA time zone/],
  [['-', '--format', 'docx'], 2, /invalid value "docx" for --format; expected one of .*text/],
  [['-', '--resume'], 2, /--resume works with files and folders/],
])('a wrong call %j ends with exit code %i and says what is wrong', async (args, expected, message) => {
  const { code, err } = await importing(await temporaryFolder(), args);
  expect(err).toMatch(message);
  expect(err).not.toMatch(/\n {4}at /);
  expect(code).toBe(expected);
});

test.skipIf(process.getuid?.() === 0)(
  'a file that may not be read is skipped in a folder and refused by name',
  async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'wire'));
    await writeFile(join(folder, 'wire', 'secret.txt'), 'secret');
    await chmod(join(folder, 'wire', 'secret.txt'), 0);
    expect(await importing(folder, [join(folder, 'wire')])).toMatchObject({
      code: 3,
      out: expect.stringMatching(/secret\.txt: permission denied/),
    });
    expect(await importing(folder, [join(folder, 'wire', 'secret.txt')])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/secret\.txt: permission denied/),
    });
  },
);

test('damaged and hostile files are skipped with a reason, and what lies beside them is read', async () => {
  const folder = await temporaryFolder();
  const wire = join(folder, 'wire');
  await mkdir(wire);
  await writeFile(join(wire, 'a.ndjson'), inventedLines(1));
  await writeFile(join(wire, 'bomb.gz'), gzipSync(Buffer.alloc(100 * 2 ** 20)));
  await writeFile(join(wire, 'broken.zip'), zipOf({ 'a.txt': Buffer.from('A') }).subarray(0, 40));
  await writeFile(join(wire, 'empty.txt'), '');
  await writeFile(join(wire, 'truncated.gz'), gzipSync(inventedLines(50)).subarray(0, 300));
  await writeFile(join(wire, 'up.zip'), zipOf({ '../up.txt': Buffer.from('Up') }));
  await symlink(join(folder, 'gone.txt'), join(wire, 'link.txt'));
  await writeFile(join(wire, 'z.ndjson'), inventedLines(1, 1));
  const { code, out } = await importing(folder, [wire, '--json']);
  const report = JSON.parse(out);
  expect(report.new).toBe(2);
  expect(
    Object.fromEntries(
      report.skips.map((skip: { path: string; reason: string }) => [
        skip.path.slice(wire.length + 1),
        skip.reason,
      ]),
    ),
  ).toEqual({
    bomb: expect.stringMatching(/more than 200 times its size|larger than 64 MiB/),
    'broken.zip': expect.stringMatching(/^zip file: /),
    'empty.txt': 'empty file',
    'link.txt': 'no such file or folder',
    truncated: 'unexpected end of file',
    'up.zip': expect.stringMatching(/invalid relative path/),
  });
  expect(code).toBe(3);
});

test('an archive that is none is named, without a stack, with exit code 1', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'archive.db'), 'This is no database, whatever its name says.');
  const { code, err } = await importing(folder, ['-'], inventedLines(1));
  expect(err).toMatch(/archive\.db is not a SQLite database; check DATABASE_URL or restore a backup\.$/m);
  expect(err).not.toMatch(/\n {4}at /);
  expect(code).toBe(1);
});

test('Ctrl-C ends an import that waits for input: what was read is stored, the exit code is 3', async () => {
  const folder = await temporaryFolder();
  const { child, end } = startImport(folder, ['-', '--json', '--batch-size', '10']);
  // What it has not read when it ends breaks the pipe.
  child.stdin.on('error', () => undefined);
  child.stdin.write(inventedLines(1_000));
  const archive = await archiveOf(folder);
  await expect.poll(async () => (await archive.reads.summary()).articles).toBeGreaterThan(0);
  child.kill('SIGINT');
  const { code, out } = await end;
  expect(JSON.parse(out).ending).toBe('interrupted');
  expect(code).toBe(3);
  expect((await archive.reads.summary()).articles).toBe(JSON.parse(out).new);
});

test('an interrupted import is resumed by the same call with --resume', async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'wire.ndjson');
  await writeInvented(file, 2_000);
  const call = [file, '--no-extraction', '--json'];
  const first = JSON.parse((await importing(folder, [...call, '--limit', '1200'])).out);
  expect(first).toMatchObject({ ending: 'limit', new: 1_200 });
  const second = JSON.parse((await importing(folder, [...call, '--resume'])).out);
  expect(second).toMatchObject({ ending: 'complete', new: 800 });
  expect(second.resumed).toBeGreaterThan(0);
});
