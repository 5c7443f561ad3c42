import { expect, test } from 'vitest';
import type { Article } from '../../../../src/model/article.ts';
import { datelineExport } from '../../../../src/reading/formats/export/dateline-export.ts';
import { formatOf } from '../../../../src/reading/formats/formats.ts';
import { draftOf, readAll, reasonsOf, settings } from '../readings.ts';

const article: Article = {
  ...{
    id: 'a7q2k0x9m4v1c8t3',
    slug: 'a',
    url: 'https://d.example/a',
    headline: 'A',
    standfirst: 'In short.',
  },
  ...{ byline: 'Ann Lee', authors: [{ name: 'Ann Lee', kind: 'person', role: 'Reporter', email: null }] },
  dateline: { text: 'SEOUL, Nov. 3 (Yonhap)', place: 'SEOUL', date: 'Nov. 3', agency: 'Yonhap' },
  ...{
    credit: 'Yonhap',
    source: { slug: 's', name: 'S' },
    language: 'ko',
    publishedAt: '2024-11-03T11:59:00Z',
  },
  publication: {
    text: 'Nov. 3, 2024 - 20:59',
    timeZone: 'Asia/Seoul',
    precision: 'minute',
    basis: 'printed',
  },
  ...{ updatedAt: '2024-11-04T00:00:00Z', crawledAt: '2024-11-03' },
  images: [{ url: null, caption: 'C', credit: 'AFP' }],
  ...{ keywords: ['k'], wordCount: 2, summaryOnly: false, tags: [], quoteCount: 0 },
  warnings: [{ code: 'x', message: 'y' }],
  ...{ contentHash: 'ab', revision: 2, storedAt: '2024-11-05T00:00:00Z' },
  body: {
    text: 'One.\n\nTwo.',
    blocks: [
      { kind: 'heading', level: 2, start: 0, end: 4 },
      { kind: 'block-quote', level: null, start: 6, end: 10 },
    ],
  },
  ...{ mentions: [], quotes: [] },
};
const line = JSON.stringify(article);

test('an exported article is recognised among all formats', () => {
  expect(formatOf(line, 'a.ndjson')?.name).toBe('dateline');
});

test('an article comes back whole, with what its archive made of it', () => {
  const [reading] = readAll(datelineExport, line, 'e.ndjson');
  const { id, slug, tags, quoteCount, revision, storedAt, ...said } = article;
  expect(reading).toMatchObject({
    kind: 'article',
    article: {
      ...said,
      origin: { path: 'e.ndjson', line: 1, format: 'dateline' },
      stored: { id, slug, revision, storedAt },
    },
  });
});

test('an article in our form that no archive has stored is read like any document', () => {
  const { slug, tags, quoteCount, revision, storedAt, mentions, quotes, wordCount, contentHash, ...said } =
    article;
  const { sourceKey, ...draft } = draftOf(datelineExport, JSON.stringify(said));
  expect(sourceKey).toBe('https://d.example/a');
  const { id, ...rest } = said;
  expect(draft).toMatchObject(rest);
});

test('an article with a mention that does not match its text is rejected', () => {
  const mention = { ...{ tag: 'place/seoul', name: 'Seoul', field: 'body', image: null, role: null } };
  const untrue = { ...mention, start: 0, end: 5, exact: 'Seoul', method: 'x', confidence: 1 };
  const broken = JSON.stringify({ ...article, mentions: [untrue] });
  expect(reasonsOf(datelineExport, broken)[0]).toContain(
    'the mention of place/seoul at offset 0 of the body',
  );
});

test('what an archive keeps beside articles is read, and its head says nothing to an import', () => {
  const deleted = { deleted: { id: 'a7q2', slug: 'a', revision: 1 } };
  const head = { dateline: { export: 1, archive: 'x', seq: 3, at: '2024-11-05T00:00:00Z' } };
  const readings = readAll(datelineExport, `${JSON.stringify(head)}\n${JSON.stringify(deleted)}\n`);
  expect(readings).toEqual([{ kind: 'record', record: deleted }]);
  expect(formatOf(JSON.stringify(head), 'a.ndjson')?.name).toBe('dateline');
});

test('an article whose blocks do not cover its body is rejected', () => {
  const broken = JSON.stringify({ ...article, body: { text: 'One. Two.', blocks: [] } });
  expect(reasonsOf(datelineExport, broken)[0]).toContain('blocks do not cover the body');
});

test('an import that names its source takes no id from an export, so that it replaces no article of another', () => {
  const given = { ...settings, source: { slug: 'evening-echo', name: 'Evening Echo' } };
  const [reading, ...others] = readAll(datelineExport, line, 'e.ndjson', given);
  expect(others).toEqual([]);
  expect(reading).toMatchObject({
    kind: 'draft',
    draft: { source: given.source, sourceKey: 'https://d.example/a', headline: article.headline },
  });
  const deleted = JSON.stringify({ deleted: { id: 'a7q2', slug: 'a', revision: 1 } });
  expect(readAll(datelineExport, deleted, 'e.ndjson', given)).toMatchObject([
    { kind: 'reject', reject: { line: 1, reason: expect.stringContaining('without --source') } },
  ]);
});
