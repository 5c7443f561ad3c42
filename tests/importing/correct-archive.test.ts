import { expect, onTestFinished, test } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { correctArchive, mapTags } from '../../src/importing/correct-archive.ts';
import { createArchive } from '../archive/engines.ts';
import { sampleArticle } from '../archive/sample-articles.ts';

async function newArchive(): Promise<Archive> {
  const { archive, remove } = await createArchive();
  onTestFinished(remove);
  await archive.writes.writeArticles([
    sampleArticle({ key: 'pier', headline: 'Pier opens', tags: ['person/kim'] }),
  ]);
  return archive;
}

async function* lines(...objects: (object | string)[]): AsyncGenerator<string> {
  for (const object of objects) yield typeof object === 'string' ? object : JSON.stringify(object);
}

const article = async (archive: Archive, reference: string) => {
  const found = await archive.reads.article(reference);
  return found.kind === 'found' ? JSON.parse(found.value) : found;
};

test('a line names its article by slug, by id or as the import knows it', async () => {
  const archive = await newArchive();
  const report = await correctArchive(
    archive,
    lines(
      { article: 'pier-opens', do: 'set', headline: 'Quay opens' },
      '',
      { sourceKey: 'pier', source: 'the-harbour-post', do: 'remove-tag', tag: 'person/kim' },
      { sourceKey: 'later', source: 'the-harbour-post', do: 'set', headline: 'Right at once' },
    ),
    'ann',
  );
  expect(report).toEqual({ applied: 3, faults: [] });
  expect(await article(archive, 'quay-opens')).toMatchObject({ headline: 'Quay opens', tags: [] });
  await archive.writes.writeArticles([sampleArticle({ key: 'later', headline: 'Wrong' })]);
  expect(await article(archive, 'right-at-once')).toMatchObject({ headline: 'Right at once' });
});

test('a line without an article corrects tags', async () => {
  const archive = await newArchive();
  await correctArchive(archive, lines({ do: 'rename-tag', tag: 'person/kim', name: 'Kim Yong-hyun' }), 'ann');
  expect((await article(archive, 'pier-opens')).tags).toMatchObject([{ name: 'Kim Yong-hyun' }]);
});

test('the same file again changes nothing', async () => {
  const archive = await newArchive();
  const file = () => lines({ article: 'pier-opens', do: 'set', standfirst: 'At last.' });
  await correctArchive(archive, file(), 'ann');
  const before = await article(archive, 'pier-opens');
  await correctArchive(archive, file(), 'ann');
  expect(await article(archive, 'pier-opens')).toEqual(before);
  const found = await archive.reads.corrected('pier-opens');
  expect(found.kind === 'found' && found.value.corrections).toHaveLength(1);
});

test('faulty lines are told with their number, and the others hold', async () => {
  const archive = await newArchive();
  const report = await correctArchive(
    archive,
    lines(
      '{',
      { article: 'nothing', do: 'set', headline: 'A' },
      { article: 'pier-opens', do: 'set' },
      { do: 'merge-tags', tag: 'person/a', into: 'place/a' },
      { article: 'pier-opens', do: 'set', headline: 'Held' },
    ),
    'ann',
  );
  expect(report.applied).toBe(1);
  expect(report.faults.map(({ line }) => line)).toEqual([1, 2, 3, 4]);
  expect(report.faults[1]?.reason).toBe('no article with id or slug "nothing"');
  expect(await article(archive, 'held')).toMatchObject({ headline: 'Held' });
});

test('of a table of more rules than one transaction stores, only the faulty ones are left out', async () => {
  const archive = await newArchive();
  const rules = Array.from({ length: 450 }, (_, number) => `word ${number},hide,`);
  rules.splice(300, 0, 'storms,lead,topic/nothing', 'word 1 2,paint,');
  const report = await mapTags(archive, ['tag,action,target', ...rules].join('\n'), 'ann');
  expect(report.applied).toBe(450);
  expect(report.faults).toMatchObject([
    { line: 302, reason: expect.stringContaining('topic/nothing is no topic') },
    { line: 303, reason: expect.stringContaining('unknown action "paint"') },
  ]);
  const stored = (await archive.reads.tagCorrections()).map(({ correction }) => correction.tag);
  expect(stored).toEqual(Array.from({ length: 450 }, (_, number) => `keyword/word-${number}`));
});
