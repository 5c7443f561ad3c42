import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openArchive } from '../../src/archive/open-archive.ts';
import type { FoundFile } from '../../src/importing/found-file.ts';
import { importDocuments } from '../../src/importing/import-documents.ts';
import { reportLines } from '../../src/importing/report-lines.ts';
import { hasPhrase } from '../../src/importing/warning-phrases.ts';
import type { ReadingSettings } from '../../src/reading/reader.ts';
import { found } from './found.ts';

const settings = { source: null, timeZone: 'UTC', language: 'en', map: {} };
const options = { settings, threads: 0, batchSize: 10, now: '2026-06-01T12:00:00Z' };

async function* filesOf(files: FoundFile[]) {
  yield* files;
}

async function load(
  files: Record<string, string>,
  more: { dryRun?: boolean; limit?: number; settings?: ReadingSettings } = {},
) {
  const archive = await openArchive({ engine: 'sqlite', path: ':memory:' });
  const list = Object.entries(files).map(([path, text]) => found(path, text));
  return { archive, report: await importDocuments(archive, filesOf(list), { ...options, ...more }) };
}

const record = (id: number, fields: object = {}) => ({
  ...{ id: String(id), title: `Bridge ${id} reopens`, body: `The council voted to reopen bridge ${id}.` },
  ...{ author: 'Ann Lee', date: '2026-05-01T08:00:00Z' },
  ...fields,
});
const lines = (...records: object[]) => records.map((each) => `${JSON.stringify(each)}\n`).join('');

test('warnings are counted by kind, with the first place of each', async () => {
  const { report } = await load({
    'a.ndjson': lines(
      record(1),
      record(2, { date: null }),
      record(3, { date: null }),
      record(4, { title: '' }),
    ),
  });
  expect(report.warnings).toEqual([
    { code: 'undated', count: 2, first: { path: 'a.ndjson', line: 2 } },
    { code: 'headline-missing', count: 1, first: { path: 'a.ndjson', line: 4 } },
  ]);
  const text = reportLines(report).join('\n');
  expect(text).toContain('  2 without a date: first a.ndjson:2');
  expect(text).toContain('  1 with a headline made from the text: first a.ndjson:4');
});

test('rejects of one kind are one line if they are many', async () => {
  const broken = Array.from({ length: 5 }, (_, index) => `{"title": ${index}x}\n`).join('');
  const { report } = await load({ 'a.ndjson': lines(record(1)) + broken, 'b.txt': '' });
  expect(report.skipReasons.map(({ count }) => count)).toEqual([5, 1]);
  const text = reportLines(report).filter((line) => line.startsWith('  '));
  expect(text).toHaveLength(2);
  expect(text).toContainEqual(expect.stringMatching(/^ {2}5 skipped: .* \(the first is a\.ndjson:2\)$/));
  expect(text).toContainEqual('  b.txt: empty file');
});

test('a dry run shows what would be stored, and where dates are from', async () => {
  const text = 'SEOUL, Nov. 3, 2024 (Yonhap) — Ann Lee met the mayor.';
  const files = { 'a.ndjson': lines(record(1), record(2, { date: null, body: text })), 'b.txt': '' };
  const { report } = await load(files, { dryRun: true });
  expect(report).toMatchObject({ dryRun: true, read: 2, new: 2, same: 0, skipped: 1 });
  expect(report.preview).toMatchObject([
    { headline: 'Bridge 1 reopens', basis: 'printed', precision: 'second', byline: 'Ann Lee', warnings: [] },
    { publishedAt: '2024-11-03T00:00:00Z', basis: 'dateline', warnings: ['published-from-dateline'] },
  ]);
  const shown = reportLines(report);
  expect(shown[0]).toMatch(/^Headline +Date and its origin +Byline +People +Notes$/);
  expect(shown[1]).toMatch(/^Bridge 1 reopens +2026-05-01 08:00 stated +Ann Lee +/);
  expect(shown[2]).toMatch(/2024-11-03 from dateline/);
  expect(shown.join('\n')).toContain('2 read, 2 would be new');
  expect(shown.at(-1)).toBe('Nothing was written.');
});

test('a dry run shows a day as it was printed', async () => {
  const { report } = await load(
    { 'a.csv': 'headline,body,date\nBridge opens,The council voted on Tuesday.,14.02.2014\n' },
    { dryRun: true, settings: { ...options.settings, timeZone: 'Europe/Stockholm' } },
  );
  expect(report.preview).toMatchObject([{ publishedAt: '2014-02-13T23:00:00Z' }]);
  expect(reportLines(report)[1]).toContain(' 2014-02-14 stated');
});

test('a dry run tells known and changed articles from new ones', async () => {
  const { archive } = await load({ 'a.ndjson': lines(record(1), record(2)) });
  const again = lines(record(1), record(2, { title: 'Bridge 2 closes' }), record(3), record(3));
  const report = await importDocuments(archive, filesOf([found('a.ndjson', again)]), {
    ...options,
    dryRun: true,
  });
  expect(report).toMatchObject({ read: 4, new: 1, changed: 1, same: 2 });
});

test('a dry run of many articles shows fifty and counts the others', async () => {
  const many = Array.from({ length: 60 }, (_, index) => record(index));
  const { report } = await load({ 'a.ndjson': lines(...many) }, { dryRun: true });
  expect(report.preview).toHaveLength(50);
  expect(reportLines(report)).toContain('… and 10 more');
});

test('headlines in wide letters do not shift the columns', async () => {
  const wide = '한국과 유럽연합은 안보 협력을 강화하기로 했다고 외교부가 일요일 밝혔다';
  const { report } = await load({ 'a.ndjson': lines(record(1, { title: wide })) }, { dryRun: true });
  expect(reportLines(report)[1]).toMatch(/^[^…]{24}… {2}2026-05-01/);
});

test('every warning of a reader has a phrase in the report', () => {
  const folder = new URL('../../src/', import.meta.url);
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /^(reading|importing)\/.*\.ts$|^model\/release\.ts$/.test(path))
    .map((path) => readFileSync(new URL(path, folder), 'utf8'));
  const codes = sources.flatMap((source) =>
    [...source.matchAll(/\bcode: '(undated|[a-z]+(?:-[a-z]+)+)'/g)].map(([, code = '']) => code),
  );
  expect(codes.length).toBeGreaterThan(10);
  expect([...new Set(codes)].filter((code) => !hasPhrase(code))).toEqual([]);
});
