import {
  closeSync,
  copyFileSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Archive } from '../../../src/archive/archive.ts';
import { boundedBudget } from '../../../src/archive/sqlite/budget.ts';
import { openSqliteArchive } from '../../../src/archive/sqlite/open.ts';
import type { Position } from '../../../src/model/query.ts';
import { sampleAppOver } from '../../routes/sample-app.ts';
import { sampleArticle, sampleEntry } from '../sample-articles.ts';

let folder: string;
let whole: string;
let ids: string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-damage-'));
  whole = join(folder, 'whole.db');
  const archive = openSqliteArchive({ path: whole });
  await archive.writes.writeTags([sampleEntry('person/ada-birch'), sampleEntry('topic/harbours')]);
  const articles = Array.from({ length: 60 }, (_, number) =>
    sampleArticle({
      key: `report ${number}`,
      headline: `Report ${number} from the harbour`,
      publishedAt: `20${10 + (number % 14)}-0${1 + (number % 9)}-11T07:08:09Z`,
      tags: ['person/ada-birch', 'topic/harbours'],
      quotes: [{ exact: `We will build pier ${number} by spring`, speaker: 'person/ada-birch' }],
      // Large enough for overflow pages.
      body: `The council of ward ${number} met. ${invented(number === 7 ? 60_000 : 4_000, number)}`,
    }),
  );
  const stored = await archive.writes.writeArticles(articles);
  await archive.writes.correct(stored[0]?.id ?? '', [{ do: 'set', standfirst: 'Corrected.' }], 'desk');
  ids = stored.map(({ id }) => id);
  await archive.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Words that compress badly, the same each time. */
function invented(length: number, seed: number): string {
  const random = createRandom(seed + 1);
  let text = '';
  while (text.length < length) text += `${Math.floor(random() * 36 ** 6).toString(36)} `;
  return text;
}

function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

const pageBytes = 16_384;
const randomBytes = (count: number, random: () => number) =>
  Buffer.from(Array.from({ length: count }, () => random() * 256));

/** Kinds of damage to a page, at a place in it that `random` chooses. */
const kinds: Record<string, (random: () => number) => { at: number; bytes: Buffer }> = {
  'a page of one byte': () => ({ at: 0, bytes: Buffer.alloc(pageBytes, 0xaa) }),
  'a page of zeros': () => ({ at: 0, bytes: Buffer.alloc(pageBytes) }),
  'a page of random bytes': (random) => ({ at: 0, bytes: randomBytes(pageBytes, random) }),
  'a sector of zeros': (random) => ({ at: 512 * Math.floor(random() * 32), bytes: Buffer.alloc(512) }),
  'a sector of random bytes': (random) => ({
    at: 512 * Math.floor(random() * 32),
    bytes: randomBytes(512, random),
  }),
  'a sector of ones': (random) => ({
    at: 512 * Math.floor(random() * 32),
    bytes: Buffer.alloc(512, 0xff),
  }),
};

function overwrite(path: string, at: number, bytes: Buffer): void {
  const file = openSync(path, 'r+');
  writeSync(file, bytes, 0, bytes.length, at);
  closeSync(file);
}

/** Opens a copy of the archive as a server does. `damage` changes the file afterwards. */
async function serveDamaged(name: string, damage: (path: string) => void) {
  const path = join(folder, `${name}.db`);
  copyFileSync(whole, path);
  const open = () => openSqliteArchive({ path, budget: boundedBudget, shareSnapshots: true, migrate: false });
  const archive = open();
  const app = sampleAppOver(archive, { responseCacheBytes: 0 });
  damage(path);
  const close = async () => {
    await app.close();
    await archive.close();
    for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
  };
  return { app, archive, path, close, open };
}

function addresses(): string[] {
  return [
    ...['/v1/articles?limit=100', '/v1/articles?q=council', '/v1/articles?q=council&sort=relevance'],
    ...['/v1/articles?tag=person/ada-birch&count=exact', '/v1/articles?include=body,quotes&limit=100'],
    ...[
      '/v1/articles.rss',
      '/v1/articles.ndjson?limit=100',
      '/v1/articles?facets=person',
      '/v1/timeline?q=ward',
    ],
    ...['/v1/people', '/v1/topics', '/v1/sources', '/v1/quotes?limit=100', '/v1/quotes?q=pier'],
    ...['/v1/people/ada-birch', '/v1/changes?limit=100', '/v1/corrections', '/sitemap.xml', '/articles'],
    ...['/healthz', '/readyz', '/v1/articles?q=councill', '/v1/articles?highlight=true&q=ward'],
    ...[0, 7, 20].flatMap((number) => {
      const article = `/v1/articles/${ids[number]}`;
      return [article, `${article}/related`, `${article}/versions`, `${article}/corrections`];
    }),
  ];
}

/** Asks everything, and returns the addresses that were not answered with 503, by what else was wrong with them. */
async function askAll(app: Awaited<ReturnType<typeof serveDamaged>>['app'], label: string) {
  const statuses = new Map<number, number>();
  for (const url of addresses()) {
    const { statusCode, headers, body } = await app.inject(url);
    statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1);
    if (statusCode === 503) {
      expect(JSON.parse(url === '/articles' ? '{}' : body).type ?? '/archive-unavailable').toContain(
        'archive-unavailable',
      );
    } else expect(statusCode, `${label}: ${url}: ${body.slice(0, 200)}`).toBeLessThan(500);
    const isJson = /^application\/(\w+\+)?json/.test(String(headers['content-type']));
    if (isJson) expect(() => JSON.parse(body), `${label}: ${url}`).not.toThrow();
    // What a turn of the event loop ends, it ends now.
    await nextTurn();
  }
  expect((await app.inject('/healthz')).statusCode).toBe(200);
  return statuses;
}

describe.each(Object.keys(kinds))('%s', (kind) => {
  test('is a 503 wherever it is, and ends nothing', async () => {
    const pages = statSync(whole).size / pageBytes;
    const random = createRandom(kind.length);
    let refused = 0;
    for (let page = 1; page < pages; page += 9) {
      const make = kinds[kind];
      const { at, bytes } = make ? make(random) : { at: 0, bytes: Buffer.alloc(0) };
      const served = await serveDamaged('page', (path) => overwrite(path, page * pageBytes + at, bytes));
      const statuses = await askAll(served.app, `${kind} in page ${page} at ${at}`);
      refused += statuses.get(503) ?? 0;
      await served.close();
    }
    expect(refused).toBeGreaterThan(0);
  });
});

test.each([0, 512, 20_000, 200_000, 0.5, 0.95])('a file truncated to %s is a 503', async (length) => {
  const bytes = length < 1 && length > 0 ? Math.floor(statSync(whole).size * length) : length;
  const served = await serveDamaged('truncated', (path) => truncateSync(path, bytes));
  const statuses = await askAll(served.app, `truncated to ${length}`);
  expect(statuses.get(503)).toBeGreaterThan(0);
  await served.close();
});

/** The root page of a table or index, as an offset. */
function rootOf(name: string): number {
  const database = new Database(whole, { readonly: true });
  const root = database.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(name);
  database.close();
  return (Number(root) - 1) * pageBytes;
}

const garbage = Buffer.alloc(pageBytes, 0xaa);

test.each([
  ['article_cards', '/v1/articles'],
  ['article_documents', '/v1/articles?include=body'],
  ['articles_by_publication', '/v1/articles?from=2011-01-01&to=2013-01-01'],
  ['tags_of_type_by_articles', '/v1/people'],
  ['tag_articles', '/v1/articles?tag=person/ada-birch'],
  ['tag_months', '/v1/timeline?from=2011&interval=year'],
  ['article_search_data', '/v1/articles?q=council'],
  ['article_search_idx', '/v1/articles?q=council'],
  ['quotes', '/v1/quotes'],
  ['changes', '/v1/changes'],
  ['corrections_of_article', '/v1/corrections'],
  ['sqlite_autoindex_api_keys_2', 'key'],
])('damage of %s is a 503 of what needs it, and nothing else', async (name, url) => {
  const served = await serveDamaged('root', (path) => overwrite(path, rootOf(name), garbage));
  onTestFinished(served.close);
  const response =
    url === 'key'
      ? await served.app.inject({
          method: 'POST',
          url: '/v1/corrections',
          headers: { authorization: `Bearer dl_${'x'.repeat(40)}` },
          payload: { corrections: [] },
        })
      : await served.app.inject(url);
  expect(response.json()).toMatchObject({ status: 503, title: 'Archive unavailable' });
  expect(response.headers['retry-after']).toBeDefined();
  await nextTurn();
  expect((await served.app.inject('/healthz')).statusCode).toBe(200);
  const other = url === '/v1/changes' ? '/v1/sources' : '/v1/changes';
  expect((await served.app.inject(other)).statusCode).toBe(200);
});

test('an archive with damage is reported as not ready for a minute, and counted', async () => {
  const served = await serveDamaged('reported', (path) => overwrite(path, rootOf('article_cards'), garbage));
  onTestFinished(served.close);
  expect((await served.app.inject('/readyz')).statusCode).toBe(200);
  await served.app.inject('/v1/articles');
  const ready = await served.app.inject('/readyz');
  expect(ready.json()).toMatchObject({ status: 503, detail: expect.stringContaining('damaged') });
  expect(ready.body).not.toContain(served.path);
  expect(served.archive.faults.counts().get('damaged')).toBe(1);
  await served.app.inject('/v1/articles');
  expect(served.archive.faults.counts().get('damaged')).toBe(2);
});

test('an archive is whole again when its file is restored and opened again', async () => {
  const served = await serveDamaged('restored', (path) => overwrite(path, rootOf('article_cards'), garbage));
  expect((await served.app.inject('/v1/articles')).statusCode).toBe(503);
  await served.app.close();
  await served.archive.close();
  copyFileSync(whole, served.path);
  const archive: Archive = served.open();
  const app = sampleAppOver(archive);
  onTestFinished(async () => {
    await app.close();
    await archive.close();
  });
  expect((await app.inject('/v1/articles')).statusCode).toBe(200);
  expect((await app.inject('/readyz')).statusCode).toBe(200);
});

test.each(['deleted', 'replaced'])('a file that was %s while it was open is not ready', async (how) => {
  const served = await serveDamaged(how, (path) => {
    rmSync(path);
    if (how === 'replaced') copyFileSync(whole, path);
  });
  onTestFinished(served.close);
  expect((await served.app.inject('/readyz')).json()).toMatchObject({ status: 503 });
  // The process still has the old file.
  expect((await served.app.inject('/v1/articles')).statusCode).toBe(200);
});

test('a damaged log of writes is a 503, and whole pages are still read', async () => {
  const served = await serveDamaged('log', () => undefined);
  onTestFinished(served.close);
  await served.archive.writes.writeArticles([sampleArticle({ headline: 'In the log' })]);
  const log = `${served.path}-wal`;
  overwrite(log, 32, Buffer.alloc(statSync(log).size - 32, 0xaa));
  const other = openSqliteArchive({
    path: served.path,
    budget: boundedBudget,
    shareSnapshots: true,
    migrate: false,
  });
  const app = sampleAppOver(other, { responseCacheBytes: 0 });
  await askAll(app, 'log');
  await app.close();
  await other.close();
});

test('damage that a write meets is a 503', async () => {
  const served = await serveDamaged('written', (path) => overwrite(path, rootOf('articles'), garbage));
  onTestFinished(served.close);
  await expect(
    served.archive.writes.writeArticles([sampleArticle({ headline: 'New' })]),
  ).rejects.toMatchObject({
    reason: 'damaged',
  });
  await nextTurn();
  expect((await served.app.inject('/v1/sources')).statusCode).toBe(200);
});

test('an export ends when the order of articles is damaged', async () => {
  const served = await serveDamaged('order', (path) => {
    const database = new Database(path);
    // Every page would lead back to the beginning.
    database.exec(
      'DROP INDEX articles_by_publication; UPDATE articles SET published_at = published_at % 1000;',
    );
    database.close();
  });
  onTestFinished(served.close);
  const pages = async () => {
    let position: Position | undefined;
    // The archive has fifteen pages.
    for (let page = 0; page < 100; page += 1) {
      const query = { filter: {}, sort: 'oldest', form: 'card', limit: 4, count: 'none' } as const;
      ({ next: position } = await served.archive.reads.articles({ ...query, ...(position && { position }) }));
      if (position === undefined) return;
    }
  };
  await expect(pages()).rejects.toMatchObject({ reason: 'damaged' });
});
