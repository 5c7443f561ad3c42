import { expect, test } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import type { FoundFile } from '../../src/importing/found-file.ts';
import { importDocuments } from '../../src/importing/import-documents.ts';
import { found } from './found.ts';

async function* filesOf(...files: FoundFile[]) {
  yield* files;
}

const newArchive = () => openArchive({ engine: 'sqlite', path: ':memory:' });

async function load(archive: Archive, record: object, more: { extraction?: boolean; csv?: string } = {}) {
  const { csv, ...options } = more;
  const file = csv ? found('a.csv', csv) : found('a.ndjson', `${JSON.stringify(record)}\n`);
  const settings = { source: null, timeZone: 'UTC', language: 'en', map: {} };
  const report = await importDocuments(archive, filesOf(file), {
    ...{ settings, threads: 0, batchSize: 10, now: '2026-06-01T12:00:00Z' },
    ...options,
  });
  const { items } = await archive.reads.articles({
    ...{ filter: {}, sort: 'newest', form: 'full', count: 'none', limit: 10 },
  });
  const [article] = items.map((item) => JSON.parse(String(item)));
  const { new: added, changed, same } = report;
  return { outcome: { added, changed, same }, article };
}

const record = {
  ...{ id: '1', title: 'Bridge reopens', date: '2026-05-01T08:00:00Z' },
  body: 'The council voted to reopen the old harbor bridge, Ann Lee said.',
};
const people = [{ name: 'Dana Whitlock', wikidata: 'Q42' }];

test('an article gets the entities that a better reader finds, without a new revision', async () => {
  const archive = await newArchive();
  await load(archive, record);
  const { outcome, article } = await load(archive, { ...record, people });
  expect(outcome).toEqual({ added: 0, changed: 1, same: 0 });
  expect(article.revision).toBe(1);
  expect(article.tags.map(({ id }: { id: string }) => id)).toContain('person/dana-whitlock');
  expect((await load(archive, { ...record, people })).outcome).toEqual({ added: 0, changed: 0, same: 1 });
});

test('metadata that is public makes a new revision', async () => {
  const archive = await newArchive();
  await load(archive, record);
  const { outcome, article } = await load(archive, { ...record, language: 'fr' });
  expect(outcome.changed).toBe(1);
  expect(article).toMatchObject({ language: 'fr', revision: 2 });
});

test('corrections stay in force', async () => {
  const archive = await newArchive();
  const { article } = await load(archive, record);
  await archive.writes.correct(article.id, [{ do: 'set', headline: 'Corrected' }], 'desk');
  const better = await load(archive, { ...record, people });
  expect(better.article.headline).toBe('Corrected');
  expect(better.article.tags.map(({ id }: { id: string }) => id)).toContain('person/dana-whitlock');
});

test('an import without extraction takes nothing away, and one with it adds', async () => {
  const archive = await newArchive();
  await load(archive, record);
  const bare = await load(archive, { ...record, people }, { extraction: false });
  expect(bare.outcome.same).toBe(1);
  expect(bare.article.mentions.length).toBeGreaterThan(0);

  const other = await newArchive();
  expect((await load(other, record, { extraction: false })).article.mentions).toEqual([]);
  const added = await load(other, record);
  expect(added.outcome.changed).toBe(1);
  expect(added.article).toMatchObject({ revision: 1 });
  expect(added.article.mentions.length).toBeGreaterThan(0);
});

test('a document of another format with the same content changes nothing', async () => {
  const archive = await newArchive();
  await load(archive, { ...record, people });
  const csv = `id,title,date,body\n1,${record.title},${record.date},"${record.body}"\n`;
  const { outcome, article } = await load(archive, record, { csv });
  expect(outcome).toEqual({ added: 0, changed: 0, same: 1 });
  expect(article.tags.map(({ id }: { id: string }) => id)).toContain('person/dana-whitlock');
});
