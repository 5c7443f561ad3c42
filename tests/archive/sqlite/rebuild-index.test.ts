import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Archive } from '../../../src/archive/archive.ts';
import type { ReindexSettings } from '../../../src/archive/engine.ts';
import { sqliteEngine } from '../../../src/archive/sqlite/engine.ts';
import { openSqliteArchive } from '../../../src/archive/sqlite/open.ts';
import { type RebuildTimes, rebuildSearchIndex } from '../../../src/archive/sqlite/search/rebuild-index.ts';
import { openSession, type Session } from '../../../src/archive/sqlite/session.ts';
import { allHeadlines } from '../pages.ts';
import { sampleArticle, sampleEntry } from '../sample-articles.ts';
import { searchFor } from '../search-for.ts';

let path: string;
let archive: Archive;

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-reindex-'));
  path = join(folder, 'archive.db');
  archive = openSqliteArchive({ path });
  onTestFinished(async () => {
    await archive.close();
    rmSync(folder, { recursive: true });
  });
});

const found = (text: string) => allHeadlines(archive, { filter: { search: searchFor(text) } });

/** Rebuilds the index in steps of ten articles, as another process would. */
function rebuild(settings: ReindexSettings = {}, times: Partial<RebuildTimes> = {}, session = openOther()) {
  return rebuildSearchIndex(session, settings, { transactionMs: 0, pauseMs: 0, renewalMs: 300, ...times });
}

function openOther(settings: { readOnly?: boolean } = {}): Session {
  const session = openSession({ path, ...settings });
  onTestFinished(() => session.close());
  return session;
}

/** Begins a rebuild that never goes on after its first step. */
async function hang(): Promise<{ goOn(): void; ended: Promise<unknown> }> {
  const reached = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  const ended = rebuild({
    onProgress() {
      reached.resolve();
      return held.promise;
    },
  });
  ended.catch(() => undefined);
  await reached.promise;
  return { goOn: held.resolve, ended };
}

function query<Row>(sql: string): Row[] {
  const database = new Database(path, { readonly: true });
  try {
    return database.prepare<[], Row>(sql).all();
  } finally {
    database.close();
  }
}

/** Returns the words of the vocabulary with their numbers of articles. */
const vocabulary = () =>
  query('SELECT form, language, stem, articles FROM vocabulary ORDER BY form, language');

const nextTables = () => query("SELECT name FROM sqlite_schema WHERE name LIKE '%next%'");

/** Returns the terms in the index of the articles, of deleted ones too until they are merged. */
function terms(): string[] {
  const database = new Database(path);
  try {
    database.exec("INSERT INTO article_search (article_search) VALUES ('optimize')");
    database.exec('CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, article_search, row)');
    return database.prepare<[], string>('SELECT term FROM temp.terms').pluck().all();
  } finally {
    database.close();
  }
}

/** Replaces the index by an empty one, as of an archive that an earlier version made. */
function emptyIndex(): void {
  const database = new Database(path);
  for (const table of ['article_search', 'quote_search'])
    database.exec(`INSERT INTO ${table} (${table}) VALUES ('delete-all')`);
  database.exec('DELETE FROM vocabulary; UPDATE search_index SET version = NULL');
  database.close();
}

const herons = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) =>
    sampleArticle({
      headline: `Heron ${from + index}`,
      body: `Herons were seen in bay ${from + index}. “We count them”, said Ada.`,
      quotes: [{ exact: `We counted ${from + index} herons` }],
      publishedAt: new Date(Date.UTC(2024, 0, 1) + ((from + index) % 97) * 3_600_000)
        .toISOString()
        .replace('.000', ''),
    }),
  );

describe('dateline reindex', () => {
  it('finds the words of all articles and quotes again', async () => {
    await archive.writes.writeArticles(herons(0, 60));
    const before = { words: vocabulary(), found: await found('heron') };
    emptyIndex();
    expect(await found('heron')).toEqual([]);
    const { rebuilt, articles, complete } = await sqliteEngine.reindex({ engine: 'sqlite', path });
    expect({ rebuilt, articles, complete }).toEqual({ rebuilt: 'index', articles: 60, complete: true });
    expect(await found('heron')).toEqual(before.found);
    expect(vocabulary()).toEqual(before.words);
    const quotes = await archive.reads.quotes({
      search: searchFor('counting'),
      limit: 100,
      count: 'exact',
    });
    expect(quotes.total).toEqual({ value: 60, relation: 'eq' });
  });

  it('serves the old index meanwhile, and keeps what is written, changed and moved', async () => {
    await archive.writes.writeArticles(herons(0, 100));
    let round = 0;
    await rebuild({
      async onProgress() {
        if (round === 6) return;
        // The same instants again, so that articles make room and get other keys.
        await archive.writes.writeArticles(herons(300 + round * 20, 20));
        await archive.writes.writeArticles([
          sampleArticle({
            key: `Heron ${round * 15}`,
            headline: `Heron ${round * 15}`,
            body: `Egrets replaced them, ${round}.`,
          }),
        ]);
        round += 1;
        expect(await found('heron')).toContain('Heron 99');
        expect(await found('egret')).toHaveLength(round);
      },
    });
    const live = { words: vocabulary(), heron: await found('heron'), egret: await found('egret') };
    expect(live.egret).toHaveLength(6);
    expect(live.heron).toHaveLength(220);

    // A rebuild without writes beside it has the same result.
    await rebuild();
    expect({ words: vocabulary(), heron: await found('heron'), egret: await found('egret') }).toEqual(live);
  });

  it('keeps the counts of words when a person is renamed meanwhile', async () => {
    const story = (number: number) =>
      sampleArticle({ headline: `Tern ${number}`, body: 'A tern', tags: ['person/ada-birch'] });
    await archive.writes.writeTags([sampleEntry('person/ada-birch')]);
    await archive.writes.writeArticles(Array.from({ length: 40 }, (_, number) => story(number)));
    const before = vocabulary();
    let renamed = 0;
    await rebuild({
      async onProgress() {
        renamed += 1;
        await archive.writes.writeTags([sampleEntry('person/ada-birch', { name: `Ada Finch ${renamed}` })]);
      },
    });
    expect(renamed).toBeGreaterThan(3);
    expect(vocabulary()).toEqual(before);
    await archive.writes.writeTags([sampleEntry('person/ada-birch', { name: 'Ada Elm' })]);
    expect(vocabulary()).toEqual(before);
    expect(await found('tern')).toHaveLength(40);
  });

  it('has no word of an article that is purged or withdrawn meanwhile', async () => {
    const written = await archive.writes.writeArticles([
      ...herons(0, 60),
      // The first and the last articles that the rebuild reaches.
      ...['2020', '2021', '2030', '2031'].map((year) =>
        sampleArticle({
          headline: `Year ${year}`,
          body: `xylosecretum${'abcd'.charAt(Number(year) % 4)}`,
          publishedAt: `${year}-01-01T00:00:00Z`,
        }),
      ),
    ]);
    const [early, earlyToo, late, lateToo] = written.slice(60).map(({ id }) => id);
    let steps = 0;
    await rebuild({
      async onProgress() {
        steps += 1;
        if (steps !== 2) return;
        await archive.writes.purge([early ?? '', late ?? '']);
        await archive.writes.withdraw([earlyToo ?? '', lateToo ?? '']);
      },
    });
    expect(steps).toBeGreaterThan(4);
    expect(terms().filter((term) => term.startsWith('xylo'))).toEqual([]);
    expect(JSON.stringify(vocabulary())).not.toContain('xylo');
    expect(await found('heron')).toHaveLength(60);
  });

  it('leaves the old index when it is stopped', async () => {
    await archive.writes.writeArticles(herons(0, 50));
    const stop = new AbortController();
    const result = await rebuild({ signal: stop.signal, onProgress: () => stop.abort() });
    expect(result).toMatchObject({ articles: 10, complete: false });
    expect(await found('heron')).toHaveLength(50);
    expect(nextTables()).toEqual([]);
  });

  it('leaves the old index and frees the space when the disk is full', async () => {
    await archive.writes.writeArticles(herons(0, 300));
    const session = openOther();
    const pages = Number(session.connection.pragma('page_count', { simple: true }));
    session.connection.pragma(`max_page_count = ${pages + 8}`);
    await expect(rebuild({}, {}, session)).rejects.toMatchObject({ reason: 'full' });
    expect(nextTables()).toEqual([]);
    expect(await found('heron')).toHaveLength(300);
    await rebuild();
    expect(await found('heron')).toHaveLength(300);
  });

  it('refuses an archive that cannot be written', async () => {
    await archive.writes.writeArticles(herons(0, 5));
    await expect(rebuild({}, {}, openOther({ readOnly: true }))).rejects.toMatchObject({
      reason: 'read-only',
    });
  });

  it('refuses to run twice at once, and the first one completes', async () => {
    await archive.writes.writeArticles(herons(0, 60));
    let second: Promise<unknown> | undefined;
    const first = await rebuild(
      {
        onProgress() {
          second ??= rebuild({}, { renewalMs: 60_000 }).catch((error: unknown) => error);
        },
      },
      { pauseMs: 100 },
    );
    expect(first).toMatchObject({ articles: 60, complete: true });
    expect(await second).toMatchObject({
      reason: 'busy',
      message: expect.stringContaining('Another dateline reindex rebuilds the search index'),
    });
    expect(await found('heron')).toHaveLength(60);
  });
});

describe('a rebuild that was killed', () => {
  beforeEach(async () => {
    await archive.writes.writeArticles(herons(0, 40));
  });

  it('is followed by the next one, and cannot go on then', async () => {
    const { goOn, ended } = await hang();
    await archive.writes.writeArticles(herons(40, 10));
    expect(await rebuild()).toMatchObject({ articles: 50, complete: true });
    goOn();
    await expect(ended).rejects.toMatchObject({ reason: 'busy' });
    expect(nextTables()).toEqual([]);
    expect(await found('heron')).toHaveLength(50);
  });

  it('leaves tables that get writes for some minutes, and are dropped by a later write', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const { goOn, ended } = await hang();
    await archive.writes.writeArticles(herons(40, 1));
    expect(query('SELECT rowid FROM article_search_next')).toHaveLength(11);
    vi.setSystemTime(Date.now() + 10 * 60_000);
    await archive.writes.writeArticles(herons(50, 1));
    expect(nextTables()).toEqual([]);
    goOn();
    await expect(ended).rejects.toMatchObject({ reason: 'busy' });
    expect(await found('heron')).toHaveLength(42);
  });

  it('leaves no purged word after a compaction', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    await hang();
    vi.setSystemTime(Date.now() + 10 * 60_000);
    await sqliteEngine.compact({ engine: 'sqlite', path });
    expect(nextTables()).toEqual([]);
  });
});
