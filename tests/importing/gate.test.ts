import { expect, test } from 'vitest';
import { openArchive } from '../../src/archive/open-archive.ts';
import type { FoundFile } from '../../src/importing/found-file.ts';
import { importDocuments } from '../../src/importing/import-documents.ts';
import { reportLines } from '../../src/importing/report-lines.ts';
import { found } from './found.ts';

const now = '2026-06-01T12:00:00Z';
const body = 'The council voted on Tuesday to reopen the old harbor bridge.';
const article = (fields: object) => ({
  id: '1',
  title: 'Bridge reopens',
  body,
  date: '2026-05-01T08:00:00Z',
  ...fields,
});

async function* filesOf(...files: FoundFile[]) {
  yield* files;
}

async function newArchive() {
  const archive = await openArchive({ engine: 'sqlite', path: ':memory:' });
  const load = (records: object[], { source = 'AP', includeDrafts = false, dryRun = false } = {}) =>
    importDocuments(archive, filesOf(found('a.json', JSON.stringify(records))), {
      settings: {
        source: source ? { slug: source.toLowerCase(), name: source } : null,
        timeZone: null,
        language: 'en',
        map: {},
      },
      ...{ threads: 0, batchSize: 10, extraction: false, format: 'json', now, includeDrafts, dryRun },
    });
  const headlines = async () => {
    const { items } = await archive.reads.articles({
      filter: {},
      sort: 'newest',
      form: 'card',
      count: 'none',
      limit: 10,
    });
    return items.map((item) => JSON.parse(String(item)).headline);
  };
  return { archive, load, headlines };
}

test('the report counts what is held, with the next instant and the field', async () => {
  const { load, headlines } = await newArchive();
  const held = [
    article({ id: '1', embargoedUntil: '2030-01-01T00:00:00Z' }),
    article({ id: '2', title: 'Tides', body: 'The tide was high.', date: '2026-06-02T00:00:00Z' }),
  ];
  const report = await load(held);
  expect(report).toMatchObject({ read: 2, new: 0, held: 2, nextDue: '2026-06-02T00:00:00Z', skipped: 0 });
  expect(reportLines(report).join('\n')).toContain(
    'a.json: held until 2030-01-01T00:00:00Z (embargoedUntil)',
  );
  expect(await headlines()).toEqual([]);
  expect(await load(held, { dryRun: true })).toMatchObject({ held: 2, nextDue: '2026-06-02T00:00:00Z' });
});

test('a draft is rejected by name, and stored as a draft where that is wanted', async () => {
  const { load, headlines } = await newArchive();
  const draft = [article({ status: 'draft' })];
  expect(await load(draft)).toMatchObject({
    skipped: 1,
    drafts: 0,
    skips: [{ reason: 'status is "draft"' }],
  });
  expect(await load(draft, { includeDrafts: true })).toMatchObject({ skipped: 0, drafts: 1 });
  expect(await headlines()).toEqual([]);
});

test('a kill withdraws what is stored, and is rejected if nothing is', async () => {
  const { load, headlines } = await newArchive();
  const kill = [{ id: '1', status: 'canceled' }];
  await load([article({})]);
  expect(await load(kill)).toMatchObject({ withdrawn: 1, skipped: 0 });
  expect(await headlines()).toEqual([]);
  const report = await load([{ id: '9', status: 'canceled' }]);
  expect(report).toMatchObject({ withdrawn: 0, skipped: 1 });
  expect(report.skips[0]?.reason).toBe(
    'withdraws an article (status is "canceled"), which is not in the archive',
  );
});

test('an older version is counted and changes nothing', async () => {
  const { load, headlines } = await newArchive();
  await load([article({ version: 2, title: 'Bridge reopened' })]);
  expect(await load([article({ version: 1 })])).toMatchObject({ older: 1, changed: 0 });
  expect(await headlines()).toEqual(['Bridge reopened']);
});

test.each([
  ['replace', article({ title: 'Another', body: 'Another text.' })],
  ['hold', article({ title: 'Another', body: 'Another text.', embargo: '2030-01-01T00:00:00Z' })],
  ['kill', { id: '1', status: 'canceled' }],
])('a document of one source cannot %s the article of another', async (_, document) => {
  const { load, headlines } = await newArchive();
  await load([article({})]);
  await load([document], { source: 'Gazette' });
  await load([document], { source: '' });
  expect(await headlines()).toContain('Bridge reopens');
});
