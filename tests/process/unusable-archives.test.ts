import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openArchive } from '../../src/archive/open-archive.ts';
import { commands, runCommandLine } from '../../src/cli/command-line.ts';
import { sampleArticle } from '../archive/sample-articles.ts';

let folder: string;
let healthy: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-'));
  healthy = join(folder, 'healthy.db');
  const archive = await openArchive({ engine: 'sqlite', path: healthy });
  const articles = Array.from({ length: 60 }, (_, number) =>
    sampleArticle({ headline: `Report ${number}`, body: `The pier is ${number} metres long. `.repeat(40) }),
  );
  await archive.writes.writeArticles(articles);
  await archive.close();
  writeFileSync(
    join(folder, 'article.txt'),
    'Pier opens\n\nBy Ann Lee\n\nSEAHAVEN (AP) — The pier opened.\n',
  );
  writeFileSync(join(folder, 'corrections.ndjson'), '');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  code: number;
  out: string[];
  err: string[];
}

/** Runs a command in this process on the archive at a path. */
async function run(words: string[], path: string): Promise<Ended> {
  const out: string[] = [];
  const err: string[] = [];
  const terminal = { out: (line: string) => void out.push(line), err: (line: string) => void err.push(line) };
  const code = await runCommandLine(words, { DATABASE_URL: `sqlite:${path}` }, terminal);
  return { code, out, err };
}

/** Expects one sentence about the archive, without a stack. */
function expectSentence({ code, err }: Ended, path: string): void {
  expect(err).toHaveLength(1);
  expect(err[0]).not.toMatch(/\n|\bat .*:\d+:\d+|Error/);
  expect(err[0]).toContain(path);
  expect(err[0]).toMatch(/^[A-Z].*\.$/);
  expect(code).toBe(1);
}

let copies = 0;
/** Makes a file that is no usable archive, and returns its path. */
function spoil(change: (path: string) => void): string {
  const path = join(folder, `spoilt-${copies++}.db`);
  cpSync(healthy, path);
  change(path);
  return path;
}

const overwrite = (path: string, from: number, to: number) => {
  const bytes = readFileSync(path);
  bytes.fill(0xa5, from, Math.min(to, bytes.length));
  writeFileSync(path, bytes);
};

const sql = (statements: string) => (path: string) => {
  const database = new Database(path);
  database.exec(statements);
  database.close();
};

/** Files that no command can use. */
const unusable: [string, (path: string) => void][] = [
  ['another program’s', (path) => writeFileSync(path, 'Dear diary,\n'.repeat(1000))],
  ['damaged at its beginning', (path) => overwrite(path, 0, 16_384)],
  ['damaged in its list of tables', (path) => overwrite(path, 100, 16_384)],
  ['damaged in its list of migrations', sql("UPDATE schema_migrations SET checksum = 'other'")],
  [
    'made by a newer version',
    sql("INSERT INTO schema_migrations VALUES (99, '0099_future.sql', 'abc', '2030-01-01T00:00:00.000Z')"),
  ],
  ['another program’s database', (path) => replace(path, sql('CREATE TABLE films (title)'))],
  ['a folder', (path) => replace(path, mkdirSync)],
];

function replace(path: string, make: (path: string) => void): void {
  rmSync(path);
  make(path);
}

/** All commands that use the archive, except those that run until a signal. */
const calls: [string, () => string[]][] = [
  ['import', () => ['import', join(folder, 'article.txt'), '--threads', '0']],
  ['import --dry-run', () => ['import', join(folder, 'article.txt'), '--threads', '0', '--dry-run']],
  ['seed', () => ['seed']],
  ['correct', () => ['correct', join(folder, 'corrections.ndjson')]],
  ['correct --rules', () => ['correct', '--rules']],
  ['correct --withdraw', () => ['correct', '--withdraw', '1']],
  ['proposals', () => ['proposals']],
  ['withdraw', () => ['withdraw', 'report-1']],
  ['restore', () => ['restore', 'report-1']],
  ['release', () => ['release', 'report-1']],
  ['purge', () => ['purge', 'report-1']],
  ['held', () => ['held']],
  ['compact', () => ['compact']],
  ['reextract', () => ['reextract', '--threads', '0']],
  ['reindex', () => ['reindex']],
  ['key list', () => ['key', 'list']],
  ['key create', () => ['key', 'create', 'desk']],
  ['key revoke', () => ['key', 'revoke', '1']],
  ['export', () => ['export', '--output', join(folder, 'out.ndjson')]],
  ['export csv', () => ['export', '--format', 'csv', '--output', join(folder, 'out.csv')]],
  ['export --site', () => ['export', '--site', join(folder, 'site'), '--url', 'https://a.example']],
  ['backup', () => ['backup', join(folder, 'backup.db')]],
  ['migrate', () => ['migrate']],
  ['webhook list', () => ['webhook', 'list']],
  ['webhook add', () => ['webhook', 'add', 'https://a.example']],
  ['webhook remove', () => ['webhook', 'remove', '1']],
];

/** Backups are copies of any archive, also of one with another schema, and compacting keeps the schema. */
const whateverSchema = ['backup', 'compact'];
const canCopy = ['damaged in its list of migrations', 'made by a newer version'];

describe.each(unusable)('an archive that is %s', (kind, change) => {
  test.each(calls)('is a sentence of %s', async (call, words) => {
    const path = spoil(change);
    const ended = await run(words(), path);
    if (whateverSchema.includes(call) && canCopy.includes(kind))
      expect(ended).toMatchObject({ code: 0, err: [] });
    else expectSentence(ended, path);
  });
});

/** Damage that some commands do not meet. */
const partly: [string, (path: string) => void][] = [
  ['cut in half', (path) => writeFileSync(path, readFileSync(path).subarray(0, 150_000))],
  ['damaged at its end', (path) => overwrite(path, 400_000, 900_000)],
  ['damaged in its middle', (path) => overwrite(path, 65_536, 900_000)],
];

describe.each(partly)('an archive that is %s', (_, change) => {
  test.each(calls)('is a sentence of %s, unless the damage is elsewhere', async (call, words) => {
    const path = spoil(change);
    const ended = await run(words(), path);
    if (call === 'webhook remove' && ended.code === 2) return;
    if (/revoke|withdraw/.test(call) && /^no /.test(ended.err[0] ?? '')) return;
    if (ended.code === 0 && /key create/.test(call)) return;
    if (ended.code === 0 && !/export|backup/.test(call)) expect(ended.err).toEqual([]);
    else expectSentence(ended, path);
  });
});

/** Tables and columns whose absence SQLite only notices when a statement names them. */
const parts: [string, string][] = [
  ['its cards', 'DROP TABLE article_cards'],
  ['its articles', 'PRAGMA foreign_keys = OFF; DROP TABLE articles'],
  ['its search index', 'DROP TABLE article_search'],
  ['its tags', 'PRAGMA foreign_keys = OFF; DROP TABLE tags'],
  ['a column', 'ALTER TABLE article_cards RENAME COLUMN json TO card'],
];

describe.each(parts)('an archive that has lost %s', (_, statements) => {
  test.each(calls)('is a sentence of %s, unless it needs no such part', async (call, words) => {
    const path = spoil(sql(statements));
    const ended = await run(words(), path);
    if (call === 'webhook remove' && ended.code === 2) return;
    if (/revoke|withdraw/.test(call) && /^no /.test(ended.err[0] ?? '')) return;
    if (ended.code === 0 && /key create/.test(call)) return;
    if (/restore|release/.test(call) && /nothing to/.test(ended.err[0] ?? '')) return;
    if (ended.code === 0 && call !== 'backup') expect(ended.err).toEqual([]);
    else expectSentence(ended, path);
  });
});

const creating = ['import', 'seed', 'key create', 'migrate', 'webhook add'];

describe('an archive that does not exist', () => {
  test.each(calls.filter(([call]) => !creating.includes(call)))(
    'is not created by %s',
    async (call, words) => {
      const path = join(folder, `missing-${copies++}.db`);
      const ended = await run(words(), path);
      if (call === 'import --dry-run') expect(ended).toMatchObject({ code: 0, err: [] });
      else {
        expectSentence(ended, path);
        expect(ended.err[0]).toContain('does not exist');
      }
      expect(existsSync(path)).toBe(false);
    },
  );

  test.each(calls.filter(([call]) => call !== 'import --dry-run'))(
    'is a sentence of %s if its folder is missing, too',
    async (_, words) => {
      const path = join(folder, 'no', 'such', 'folder', 'archive.db');
      expectSentence(await run(words(), path), path);
    },
  );
});

test.skipIf(process.getuid?.() === 0)('an archive that may not be read is a sentence', async () => {
  const path = spoil((file) => chmodSync(file, 0));
  for (const [, words] of calls) expectSentence(await run(words(), path), path);
});

test('an empty file does not replace a backup', async () => {
  const backup = join(folder, 'kept.db');
  writeFileSync(backup, 'earlier backup');
  const path = spoil((file) => writeFileSync(file, ''));
  expectSentence(await run(['backup', backup], path), path);
  expect(readFileSync(backup, 'utf8')).toBe('earlier backup');
});

test('reading commands leave a healthy archive as it is', async () => {
  for (const words of [
    ['key', 'list'],
    ['webhook', 'list'],
    ['correct', '--rules'],
  ])
    expect(await run(words, healthy)).toMatchObject({ code: 0, err: [] });
});

test('every command that uses the archive is tried', () => {
  const tried = new Set(calls.map(([call]) => call.split(' ')[0]));
  const others = commands.map(({ name }) => name).filter((name) => !tried.has(name));
  expect(others).toEqual(['serve', 'mcp', 'openapi', 'version']);
});
