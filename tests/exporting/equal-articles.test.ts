import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { exportLines } from '../../src/exporting/export-lines.ts';
import { importDocuments } from '../../src/importing/import-documents.ts';
import type { ReadArticle } from '../../src/model/draft.ts';
import { contentHash } from '../../src/reading/content-hash.ts';
import { createArchive } from '../archive/engines.ts';
import { sampleArticle } from '../archive/sample-articles.ts';
import { found } from '../importing/found.ts';

/** Documents that differ in little, so that many become equal in some of their parts or in all. */
const documents = fc.array(
  fc.record({
    key: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    headline: fc.constantFrom('Pier opens', 'Pier opens 2', 'Ferry sinks'),
    body: fc.constantFrom('The council met.', 'The ferry was late.'),
    url: fc.constantFrom(null, 'https://harbour.example/pier'),
    source: fc.constantFrom(null, 'the-harbour-post', 'the-island-news'),
    publishedAt: fc.constantFrom('2024-05-06T07:08:09Z', '2024-05-07T00:00:00Z'),
  }),
  { minLength: 3, maxLength: 15 },
);

function article({
  url,
  ...sample
}: Parameters<typeof sampleArticle>[0] & { url: string | null }): ReadArticle {
  const made = { ...sampleArticle(sample), url };
  return { ...made, contentHash: contentHash(made) };
}

async function exported(archive: Archive, history: boolean): Promise<string[]> {
  const request = { filter: {}, metadata: history, history, throttled: false };
  const text = (await Array.fromAsync(exportLines(archive, request))).join('');
  return text.split('\n').slice(0, -1);
}

async function imported(archive: Archive, lines: string[]) {
  const files = (async function* () {
    yield found('export.ndjson', `${lines.join('\n')}\n`);
  })();
  const settings = { source: null, timeZone: null, language: null, map: {} };
  return importDocuments(archive, files, { settings, threads: 0, batchSize: 3 });
}

/** Articles of an export. */
const articlesOf = (lines: string[]) =>
  lines.map((line) => JSON.parse(line)).filter((line) => 'headline' in line);

const texts = ({ tags: _, ...rest }: { tags: unknown }) => rest;

test('two articles that became equal come back as two, with their ids and slugs', async () => {
  const { archive, remove } = await createArchive();
  const copy = await createArchive();
  const pier = { url: null, headline: 'Pier opens' };
  await archive.writes.writeArticles([
    article({ ...pier, key: 'a', source: 'the-harbour-post' }),
    article({ ...pier, key: 'b', source: 'the-island-news', body: 'A draft.' }),
  ]);
  // Its second version is, word for word, the other one.
  await archive.writes.writeArticles([article({ ...pier, key: 'b', source: 'the-island-news' })]);
  const lines = await exported(archive, false);
  expect(articlesOf(lines)).toHaveLength(2);
  expect(await imported(copy.archive, lines)).toMatchObject({ new: 2, same: 0 });
  expect(articlesOf(await exported(copy.archive, false)).map(texts)).toEqual(articlesOf(lines).map(texts));
  expect(await imported(copy.archive, lines)).toMatchObject({ new: 0, changed: 0, same: 2 });
  await remove();
  await copy.remove();
});

test('an article that an import had merged with an equal one comes back with its own id', async () => {
  const { archive, remove } = await createArchive();
  const copy = await createArchive();
  const pier = { url: null, headline: 'Pier opens' };
  await archive.writes.writeArticles([article({ ...pier, key: 'b' })]);
  await copy.archive.writes.writeArticles([article({ ...pier, key: 'a' }), article({ ...pier, key: 'b' })]);
  expect(articlesOf(await exported(copy.archive, false))).toHaveLength(1);
  const [line] = articlesOf(await exported(archive, false));
  expect(await imported(copy.archive, [JSON.stringify(line)])).toMatchObject({ new: 1 });
  expect(await copy.archive.reads.article(line.id)).toMatchObject({ kind: 'found' });
  await remove();
  await copy.remove();
});

test.each([false, true])('every archive comes back from its export, with history: %s', async (history) => {
  await fc.assert(
    fc.asyncProperty(documents, async (written) => {
      const { archive, remove } = await createArchive();
      const copy = await createArchive();
      for (const document of written) await archive.writes.writeArticles([article(document)]);
      const lines = await exported(archive, history);
      const articles = articlesOf(lines);
      expect(await imported(copy.archive, lines)).toMatchObject({ new: articles.length, skipped: 0 });
      expect(articlesOf(await exported(copy.archive, history)).map(texts)).toEqual(articles.map(texts));
      await remove();
      await copy.remove();
    }),
    { numRuns: 20 },
  );
});
