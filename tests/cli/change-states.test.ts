import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import { runCommandLine } from '../../src/cli/command-line.ts';
import { instantOf } from '../../src/model/instant.ts';
import { type Arriving, arriving } from '../archive/arriving.ts';
import { allHeadlines } from '../archive/pages.ts';
import { shellBlocksOf } from '../docs/commands.ts';
import { temporaryFolder } from '../importing/temporary-folder.ts';

const source = 'the-harbour-post';
const url = 'https://harbour.example/pier';
const stories: Arriving[] = [
  { key: 'a', headline: 'Pier opens', source, url },
  { key: 'b', headline: 'Ferry late', source: 'gazette' },
  {
    key: 'c',
    headline: 'Budget',
    source,
    release: 'hold',
    dueAt: instantOf(4e9),
    publishedAt: instantOf(4e9),
  },
  { key: 'd', headline: 'Notes', source: 'gazette', release: 'draft' },
];
let path: string;
let ids: string[];

beforeEach(async () => {
  path = join(await temporaryFolder(), 'dateline.db');
  const archive = await openArchive({ engine: 'sqlite', path });
  ids = (await archive.writes.writeArticles(stories.map(arriving))).map(({ id }) => id);
  await archive.close();
});

async function run(...words: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const terminal = { out: (line: string) => void out.push(line), err: (line: string) => void err.push(line) };
  const code = await runCommandLine(words, { DATABASE_URL: `sqlite:${path}` }, terminal);
  return { code, out: out.join('\n'), err: err.join('\n') };
}

async function open(): Promise<Archive> {
  const archive = await openArchive({ engine: 'sqlite', path });
  onTestFinished(() => archive.close());
  return archive;
}

const headlines = async () => (await allHeadlines(await open())).sort();

describe('an article is named by', () => {
  test.each([
    ['its id', () => ids[0] ?? ''],
    ['its slug', () => 'pier-opens'],
    ['its address at the source', () => `${url}?utm_source=feed`],
    ['its page in this archive', () => 'https://news.example.org/articles/pier-opens'],
    ['its address in the API', () => 'http://localhost:3000/v1/articles/pier-opens.json'],
  ])('%s', async (_, word) => {
    expect(await run('withdraw', word())).toMatchObject({
      code: 0,
      out: `${ids[0]}\twithdrawn\tpier-opens\n1 article withdrawn.`,
    });
    expect(await headlines()).toEqual(['Ferry late']);
    expect(await run('restore', word())).toMatchObject({
      code: 0,
      out: expect.stringContaining('1 article restored.'),
    });
  });
});

test('an argument that names no article stops the command before it changes anything', async () => {
  const { code, err } = await run('withdraw', 'pier-opens', 'nothing');
  expect(code).toBe(1);
  expect(err).toBe('no article nothing; expected an id, a slug or an address of an article');
  expect(await headlines()).toHaveLength(2);
});

test('an address of several articles is refused with their ids', async () => {
  await (await open()).writes.writeArticles([arriving({ key: 'e', headline: 'Pier closes', url })]);
  const { code, err } = await run('withdraw', url);
  expect(code).toBe(1);
  expect(err).toContain(`${url} is the address of several articles; name one by its id: `);
});

test('the commands say what is not in the right state', async () => {
  expect(await run('restore', 'pier-opens')).toMatchObject({
    code: 0,
    err: 'pier-opens is published; nothing to restore',
    out: '0 articles restored.',
  });
  await run('purge', 'pier-opens');
  expect(await run('restore', 'pier-opens')).toMatchObject({ code: 1, err: 'pier-opens was purged' });
});

test.each([
  [[], 'expected articles, --source NAME or --imported-since INSTANT (usage: dateline purge ARTICLE...)'],
  [['a', '--source', 'x'], 'expected articles, --source NAME or --imported-since INSTANT'],
  [['--imported-since', 'yesterday'], 'invalid value "yesterday" for --imported-since; expected a day'],
  [['a', '--note', 'x'], "Unknown option '--note'"],
])('dateline purge %j is refused', async (words, message) => {
  const { code, err } = await run('purge', ...words);
  expect(code).toBe(2);
  expect(err).toContain(message);
});

test('all articles of a source are changed, whatever their state', async () => {
  const dry = await run('withdraw', '--source', 'The Harbour Post', '--dry-run');
  expect(dry.out).toContain(`withdraw\t${ids[0]}\tpublished\tpier-opens`);
  expect(dry.out).toContain(`withdraw\t${ids[2]}\theld\tBudget`);
  expect(dry.out).toContain('2 articles would be changed.');
  expect(await headlines()).toHaveLength(2);
  expect((await run('withdraw', '--source', source, '--note', 'Sold')).out).toContain(
    '2 articles withdrawn.',
  );
  expect(await headlines()).toEqual(['Ferry late']);
  expect((await run('release', '--source', 'gazette')).out).toContain('1 article released.');
  expect(await headlines()).toEqual(['Ferry late', 'Notes']);
});

test('an import is taken back: new articles are withdrawn, changed ones have their earlier text', async () => {
  const archive = await open();
  // Of the articles here, the first import is older than the second by its changes.
  const since = '2999-01-01T00:00:00Z';
  expect((await run('withdraw', '--imported-since', since)).out).toBe('0 articles withdrawn.');
  await archive.writes.writeArticles([arriving({ key: 'b', headline: 'Ferry sunk', source: 'gazette' })]);
  expect((await run('withdraw', '--imported-since', '2000-01-01')).out).toContain('4 articles withdrawn.');
  expect(await headlines()).toEqual([]);
  expect((await run('restore', '--imported-since', '2000-01-01')).out).toContain('4 articles restored.');
});

test('held articles are listed in the order in which they are due, then drafts', async () => {
  const { out } = await run('held');
  expect(out.split('\n')).toEqual([
    `${instantOf(4e9)}\t${ids[2]}\t${source}\tBudget`,
    `draft\t${ids[3]}\tgazette\tNotes`,
  ]);
  await run('purge', ids[2] ?? '', ids[3] ?? '');
  expect((await run('held')).out).toBe('Nothing is held, and there are no drafts.');
});

test('a purge names the command that removes the bytes, and that says how many', async () => {
  expect((await run('purge', 'pier-opens')).out).toContain('Run dateline compact');
  const { code, out } = await run('compact');
  expect(code).toBe(0);
  expect(out).toMatch(/dateline\.db: [\d,]+ bytes before, [\d,]+ bytes now$/);
});

test('an export publishes what is due first', async () => {
  const archive = await open();
  await archive.writes.writeArticles([
    arriving({ headline: 'Overdue', release: 'hold', dueAt: instantOf(1e9) }),
  ]);
  expect(await headlines()).not.toContain('Overdue');
  await run('export', '--output', `${path}.ndjson`);
  expect(await headlines()).toContain('Overdue');
});

const lines = shellBlocksOf('docs/withdrawing.md')
  .flatMap(({ script }) => script.trim().split('\n'))
  .filter((line) => line.startsWith('npm run dateline -- '));

test('the commands of docs/withdrawing.md work, in the order of the page', async () => {
  expect(lines.length).toBeGreaterThan(5);
  for (const line of lines) {
    const words = [...line.replace('npm run dateline -- ', '').matchAll(/"([^"]*)"|(\S+)/g)];
    const { code, err } = await run(...words.map(([, quoted, word]) => quoted ?? word ?? ''));
    expect({ line, code, err }).toEqual({ line, code: 0, err: '' });
  }
});
