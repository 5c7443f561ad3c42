import { expect, onTestFinished, test } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { reextract } from '../../src/importing/reextract.ts';
import type { Article } from '../../src/model/article.ts';
import { createArchive } from '../archive/engines.ts';
import { sampleArticle, sampleEntry } from '../archive/sample-articles.ts';

async function newArchive(): Promise<Archive> {
  const { archive, remove } = await createArchive();
  onTestFinished(remove);
  return archive;
}

const bodies = [
  'The harbour was closed on Monday, Mayor Bo Zander said.',
  'Bo Zander opened the quay on Tuesday. "It is open," Zander said.',
];
const here = { threads: 0, batchSize: 1 };

async function write(archive: Archive): Promise<string[]> {
  const results = await archive.writes.writeArticles(
    bodies.map((body, at) =>
      sampleArticle({ headline: `Report ${at}`, body, publishedAt: `2024-05-0${at + 1}T00:00:00Z` }),
    ),
  );
  return results.map(({ id }) => id);
}

async function read(archive: Archive, id = ''): Promise<Article> {
  const found = await archive.reads.article(id);
  if (found.kind !== 'found') throw new Error(`${id} is ${found.kind}`);
  return JSON.parse(found.value);
}

test.each([0, 2])('articles get what the authority of today finds in them (%i threads)', async (threads) => {
  const archive = await newArchive();
  const [one, two] = await write(archive);
  await archive.writes.writeTags([sampleEntry('person/bo-zander')]);
  const report = await reextract(archive, { threads, batchSize: 1 });
  expect(report).toMatchObject({ ending: 'complete', read: 2, changed: 2, same: 0 });
  for (const id of [one, two]) {
    expect((await read(archive, id)).tags.map((tag) => tag.id)).toContain('person/bo-zander');
    expect((await read(archive, id)).revision).toBe(1);
  }
  expect((await read(archive, two)).quotes).toMatchObject([{ speaker: { tag: 'person/bo-zander' } }]);
});

test('again it changes nothing, not even the revision of the archive', async () => {
  const archive = await newArchive();
  await write(archive);
  await reextract(archive, here);
  const revision = (await archive.state()).revision;
  expect(await reextract(archive, here)).toMatchObject({ read: 2, changed: 0, same: 2 });
  expect((await archive.state()).revision).toBe(revision);
});

test('corrections hold', async () => {
  const archive = await newArchive();
  const [one = ''] = await write(archive);
  await archive.writes.writeTags([sampleEntry('person/bo-zander')]);
  await archive.writes.correct(
    one,
    [
      { do: 'remove-tag', tag: 'person/bo-zander' },
      { do: 'set', headline: 'Mine' },
    ],
    'ann',
  );
  await reextract(archive, here);
  expect(await read(archive, one)).toMatchObject({ headline: 'Mine', mentions: [] });
});

test('one article, or those since a day, can be meant', async () => {
  const archive = await newArchive();
  const [one = '', two] = await write(archive);
  expect(await reextract(archive, { ...here, only: 'report-0' })).toMatchObject({ read: 1 });
  expect(await reextract(archive, { ...here, only: one })).toMatchObject({ read: 1, same: 1 });
  expect(await reextract(archive, { ...here, only: 'nothing' })).toBeUndefined();
  expect((await read(archive, two)).mentions).toEqual([]);
  expect(await reextract(archive, { ...here, since: '2024-05-02T00:00:00Z' })).toMatchObject({ read: 1 });
});

test('a signal ends it after the batch under way', async () => {
  const archive = await newArchive();
  await write(archive);
  const stop = new AbortController();
  const report = await reextract(archive, { ...here, signal: stop.signal, onProgress: () => stop.abort() });
  expect(report).toMatchObject({ ending: 'interrupted', read: 1 });
});
