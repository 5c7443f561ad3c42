import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImportOptions, importDocuments } from '../../src/importing/import-documents.ts';
import { createArchive, type TestArchive } from '../archive/engines.ts';
import { sampleAppOver } from '../routes/sample-app.ts';
import { found } from './found.ts';

/** A line of the public-domain corpus: posts of digital.gov (CC0-1.0), with the topics and bylines that they print. */
interface Row {
  headline: string;
  published: string;
  byline?: string[];
  topics?: string[];
}

const options: ImportOptions = {
  settings: { source: null, timeZone: null, language: 'en', map: {} },
  extraction: false,
  threads: 0,
  batchSize: 100,
};

const fixture = new URL('../fixtures/public-domain-news.ndjson', import.meta.url);
const corpus = join(import.meta.dirname, '../../../shared/corpus/public-domain-news/digitalgov.jsonl.gz');
const inputs: [name: string, read: () => string][] = [
  ['some posts of digital.gov', () => readFileSync(fixture, 'utf8')],
  ['all posts of digital.gov', () => gunzipSync(readFileSync(corpus)).toString()],
];

/** Counts each value once per row, by its words in lower case. */
function countsOf(rows: Row[], valuesOf: (row: Row) => string[] | undefined): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const values = new Set(
      (valuesOf(row) ?? []).map((value) => value.toLowerCase().replace(/[^a-z0-9]+/g, '-')),
    );
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

describe.each(inputs)('%s', (name, read) => {
  const skipped = name.startsWith('all') && !existsSync(corpus);
  if (skipped) {
    it.skip(`are counted like the file counts them: ${corpus} is missing`, () => {});
    return;
  }
  const text = read();
  const rows: Row[] = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const keywords = countsOf(rows, ({ topics }) => topics);
  const authors = countsOf(rows, ({ byline }) => byline);
  let made: TestArchive;
  let app: ReturnType<typeof sampleAppOver>;
  beforeAll(async () => {
    made = await createArchive();
    async function* files() {
      yield found('posts.ndjson', text);
    }
    await importDocuments(made.archive, files(), options);
    app = sampleAppOver(made.archive);
  }, 120_000);
  afterAll(async () => {
    await app?.close();
    await made?.remove();
  });
  const get = async (url: string) => (await app.inject(url)).json();

  it('have as many keywords, each with as many articles, as the file', async () => {
    const listed = new Map<string, number>();
    for (let url: string | null = '/v1/keywords?limit=100'; url !== null; ) {
      const { data, links, page }: Awaited<ReturnType<typeof get>> = await get(url);
      for (const { slug, articleCount } of data) listed.set(slug, articleCount);
      expect(page.total).toEqual({ value: keywords.size, relation: 'eq' });
      url = links.next;
    }
    expect(Object.fromEntries([...listed].toSorted())).toEqual(Object.fromEntries([...keywords].toSorted()));
  });

  it('list the articles of a keyword in a year', async () => {
    const expected = rows.filter(
      ({ topics, published }) => topics?.includes('accessibility') && published.startsWith('2023'),
    );
    const { data, page } = await get('/v1/articles?keyword=accessibility&date=2023&limit=100');
    expect(page.total).toEqual({ value: expected.length, relation: 'eq' });
    expect(data.map(({ headline }: Row) => headline).toSorted()).toEqual(
      expected.map(({ headline }) => headline).toSorted(),
    );
  });

  it('count the articles of an author', async () => {
    const { data } = await get('/v1/authors/jacob-parcell');
    expect(data).toMatchObject({ name: 'Jacob Parcell', articleCount: authors.get('jacob-parcell') });
    if (name.startsWith('all')) expect(data.articleCount).toBe(46);
  });

  it('have the facets that the file has', async () => {
    const { facets } = await get('/v1/articles?facets=keyword,author,section&limit=1');
    for (const [facet, counts] of [
      [facets.keyword, keywords],
      [facets.author, authors],
    ] as const) {
      const most = [...counts.values()].toSorted((a, b) => b - a).slice(0, 10);
      expect(facet.values.map(({ count }: { count: number }) => count)).toEqual(most);
      for (const { value, count } of facet.values) expect([value, counts.get(value)]).toEqual([value, count]);
    }
    expect(facets.section.values).toEqual([]);
  });
});
