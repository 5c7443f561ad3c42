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

/** Returns the words of the vocabulary with their numbers of articles. */
function vocabulary(): unknown[] {
  const database = new Database(path, { readonly: true });
  try {
    return database
      .prepare('SELECT form, language, stem, articles FROM vocabulary ORDER BY form, language')
      .all();
  } finally {
    database.close();
  }
}

/** Replaces the index by an empty one, as an update with other rules does. */
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
    const { articles, complete } = await sqliteEngine.reindex({ engine: 'sqlite', path });
    expect({ articles, complete }).toEqual({ articles: 60, complete: true });
    expect(await found('heron')).toEqual(before.found);
    expect(vocabulary()).toEqual(before.words);
    const quotes = await archive.reads.quotes({
      search: searchFor('counting'),
      limit: 100,
      count: 'exact',
    });
    expect(quotes.total).toEqual({ value: 60, relation: 'eq' });
  });

  it('serves the old index meanwhile, and keeps what is written, changed, moved and purged', async () => {
    await archive.writes.writeArticles(herons(0, 300));
    let rounds = 0;
    const { complete } = await sqliteEngine.reindex(
      { engine: 'sqlite', path },
      {
        onProgress() {
          rounds += 1;
        },
        onWaiting: () => undefined,
      },
    );
    expect(complete).toBe(true);
    expect(rounds).toBeGreaterThan(0);

    const writing = (async () => {
      for (let round = 0; round < 6; round += 1) {
        // The same instants again, so that articles make room and get other keys.
        await archive.writes.writeArticles(herons(300 + round * 20, 20));
        await archive.writes.writeArticles([
          sampleArticle({
            key: `Heron ${round}`,
            headline: `Heron ${round}`,
            body: `Egrets replaced them, ${round}.`,
          }),
        ]);
        expect(await found('heron')).toContain('Heron 299');
      }
    })();
    await Promise.all([sqliteEngine.reindex({ engine: 'sqlite', path }), writing]);
    const live = { words: vocabulary(), heron: await found('heron'), egret: await found('egret') };
    expect(live.egret).toHaveLength(6);
    expect(live.heron).toHaveLength(420);

    // A rebuild without writes beside it has the same result.
    await sqliteEngine.reindex({ engine: 'sqlite', path });
    expect({ words: vocabulary(), heron: await found('heron'), egret: await found('egret') }).toEqual(live);
  });

  it('leaves the old index when it is stopped', async () => {
    await archive.writes.writeArticles(herons(0, 200));
    const stop = new AbortController();
    const result = await sqliteEngine.reindex(
      { engine: 'sqlite', path },
      { signal: stop.signal, onProgress: () => stop.abort() },
    );
    expect(await found('heron')).toHaveLength(200);
    if (!result.complete) {
      const database = new Database(path, { readonly: true });
      expect(database.prepare("SELECT name FROM sqlite_schema WHERE name LIKE '%next%'").all()).toEqual([]);
      database.close();
    }
  });
});
