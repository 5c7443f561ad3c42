import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { unpackDocument } from '../../../src/archive/core/article-json/packed-document.ts';
import { sqliteEngine } from '../../../src/archive/sqlite/engine.ts';
import { openSqliteArchive } from '../../../src/archive/sqlite/open.ts';
import { instantOf } from '../../../src/model/instant.ts';
import { arriving } from '../arriving.ts';
import { sampleArticle } from '../sample-articles.ts';

/** A word that only the purged article has, also in its tags, quotes, slug and corrections. */
const secret = 'xylosecretum';
let path: string;

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-compact-'));
  path = join(folder, 'archive.db');
  onTestFinished(() => rmSync(folder, { recursive: true }));
});

/** Returns where the secret word is: in rows, packed documents, the vocabulary of the search, or bytes of the files. */
function traces(): string[] {
  const found: string[] = [];
  const database = new Database(path);
  const tables = database
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'",
    )
    .pluck()
    .all();
  for (const table of tables) {
    for (const row of database.prepare<[], Record<string, unknown>>(`SELECT * FROM "${table}"`).all()) {
      for (const [column, value] of Object.entries(row)) {
        if (textsIn(value, row).some((text) => text.toLowerCase().includes(secret)))
          found.push(`${table}.${column}`);
      }
    }
  }
  for (const index of ['article_search', 'quote_search']) {
    database.exec(`CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, ${index}, row)`);
    const terms = database.prepare<[], string>('SELECT term FROM temp.terms').pluck().all();
    if (terms.some((term) => term.startsWith(secret.slice(0, 6)))) found.push(`vocabulary of ${index}`);
    database.exec('DROP TABLE temp.terms');
  }
  database.close();
  return [...new Set(found)];
}

/** Returns the files of the archive that have the bytes of the secret word. */
function filesWithSecret(): string[] {
  const folder = join(path, '..');
  return readdirSync(folder).filter((name) => {
    const bytes = readFileSync(join(folder, name)).toString('latin1').toLowerCase();
    return bytes.includes(secret);
  });
}

function textsIn(value: unknown, row: Record<string, unknown>): string[] {
  if (typeof value === 'string') return [value];
  if (!(value instanceof Uint8Array)) return [];
  const texts = [Buffer.from(value).toString('latin1')];
  // Only a card has the dictionary of its own document, and this article has none any more.
  try {
    texts.push(unpackDocument(value, typeof row.json === 'string' ? row.json : ''));
  } catch {
    // Not a packed document.
  }
  return texts;
}

test('the text of a purged article is unreachable at once, and its bytes are gone when the archive is compacted', async () => {
  const archive = openSqliteArchive({ path });
  const others = Array.from({ length: 60 }, (_, index) => sampleArticle({ headline: `Tide table ${index}` }));
  await archive.writes.writeArticles(others);
  const story = {
    key: 'purged',
    tags: [`person/${secret}`],
    keywords: [`Key ${secret}`],
    authors: [`Ann ${secret}`],
    quotes: [{ exact: `They said ${secret}`, speaker: `person/${secret}` as const }],
  } as const;
  const sample = {
    ...story,
    tags: [...story.tags],
    keywords: [...story.keywords],
    authors: [...story.authors],
    quotes: [...story.quotes],
  };
  const identity = {
    tag: `person/${secret}`,
    name: secret,
    wikidata: 'Q1',
    sourceIds: [],
    geo: null,
  } as const;
  const [written] = await archive.writes.writeArticles([
    {
      ...sampleArticle({ ...sample, headline: `First ${secret}` }),
      identities: [{ ...identity, sourceIds: [] }],
    },
  ]);
  await archive.writes.writeArticles([
    sampleArticle({ ...sample, headline: `Second ${secret}`, body: `The ${secret}.` }),
  ]);
  const id = written?.id ?? '';
  await archive.writes.correct(id, [{ do: 'set', standfirst: `A ${secret}` }], 'desk');
  await archive.writes.writeArticles([
    arriving({ ...sample, headline: `Third ${secret}`, release: 'hold', dueAt: instantOf(3e9) }),
  ]);
  await archive.writes.writeArticles([
    sampleArticle({ ...sample, key: 'alias', headline: `Second ${secret}`, body: `The ${secret}.` }),
  ]);
  // Otherwise this test looks at the wrong place.
  expect(traces()).toEqual(
    expect.arrayContaining(['vocabulary.form', 'vocabulary of article_search', 'vocabulary of quote_search']),
  );

  await archive.writes.withdraw([id], { note: `Named ${secret}` });
  await archive.writes.purge([id]);
  // The index only marks a row as deleted until it is merged.
  expect(traces().filter((place) => !/^\w+_search_data\.block$/.test(place))).toEqual([]);
  const page = await archive.reads.articles({
    filter: { search: { kind: 'words', words: [secret], match: 'forms', field: null } },
    ...{ sort: 'newest', form: 'card', limit: 5, count: 'none' },
  });
  expect(page.items).toEqual([]);

  // A server goes on reading meanwhile.
  const { complete } = await sqliteEngine.compact({ engine: 'sqlite', path });
  expect(complete).toBe(true);
  expect(filesWithSecret()).toEqual([]);
  expect(traces()).toEqual([]);
  expect(await archive.reads.summary()).toMatchObject({ articles: 60 });
  await archive.close();
});

test('an archive with freed pages becomes smaller', async () => {
  const archive = openSqliteArchive({ path });
  const text = Array.from({ length: 3_000 }, (_, index) => `word${index}`).join(' ');
  const written = await archive.writes.writeArticles(
    Array.from({ length: 60 }, (_, index) =>
      sampleArticle({ headline: `Tide ${index}`, body: `${index} ${text}` }),
    ),
  );
  await archive.writes.purge(written.slice(1).map(({ id }) => id));
  await archive.close();
  const { before, after, complete } = await sqliteEngine.compact({ engine: 'sqlite', path });
  expect(complete).toBe(true);
  expect(after).toBeLessThan(before);
});
