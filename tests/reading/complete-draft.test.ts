import { expect, it } from 'vitest';
import type { Draft } from '../../src/model/draft.ts';
import { completeDraft } from '../../src/reading/complete-draft.ts';
import { contentHash } from '../../src/reading/content-hash.ts';
import { text } from '../../src/reading/formats/text/text.ts';

const nothing = { mentions: [], quotes: [], inferredTopics: [], discovered: [] };
const importedAt = '2026-11-24T08:00:00Z';

function draftOf(content: string): Draft {
  const settings = { source: null, timeZone: 'UTC', language: 'en', map: {} };
  const [reading] = text.read({ path: 'a.txt', bytes: Buffer.from(content) }, settings);
  if (reading?.kind !== 'draft') throw new Error('expected an article');
  return reading.draft;
}

function settled(content: string) {
  const { publishedAt, publication, warnings } = completeDraft(draftOf(content), nothing, { importedAt });
  return { publishedAt, basis: publication?.basis ?? null, warnings: warnings.map(({ code }) => code) };
}

const body = 'The harbour opened, and everybody came to see it.\n';

it.each([
  [
    'the printed date',
    `Harbour opens\n\nNov. 3, 2024 - 20:59\n\n${body}`,
    '2024-11-03T20:59:00Z',
    'printed',
    [],
  ],
  [
    'else the full date of the dateline',
    `Harbour opens\n\nOSLO, Dec. 3, 2019 (NTB) - ${body}`,
    '2019-12-03T00:00:00Z',
    'dateline',
    ['published-from-dateline'],
  ],
  [
    "else the dateline's last such day before the crawl",
    `date 2020-05-01\n\nHarbour opens\n\nOSLO, Dec. 3 (NTB) - ${body}`,
    '2019-12-03T00:00:00Z',
    'dateline',
    ['published-from-dateline'],
  ],
  [
    'none for the day of a dateline without a year',
    `Harbour opens\n\nOSLO, Dec. 3 (NTB) - ${body}`,
    null,
    null,
    ['undated'],
  ],
  [
    'none for the time of a crawl',
    `date 2024-11-03 Home\n\nHarbour opens\n\n${body}`,
    null,
    null,
    ['undated'],
  ],
  ['none for the time of the import', `Harbour opens\n\n${body}`, null, null, ['undated']],
])('resolves the publication date: %s', (_, content, publishedAt, basis, warnings) => {
  expect(settled(content)).toEqual({ publishedAt, basis, warnings });
});

it('says where it looked for a date', () => {
  const draft = draftOf(`date 2024-11-03 Home\n\nHarbour opens\n\n${body}`);
  expect(completeDraft(draft, nothing, { importedAt }).warnings.map(({ message }) => message)).toEqual([
    'No publication date found: none is in the metadata or beside the headline; there is no dateline with a date; 2024-11-03 is only the time of the crawl.',
  ]);
});

it('counts the words of the body', () => {
  expect(completeDraft(draftOf(`Harbour opens\n\n${body}`), nothing, { importedAt }).wordCount).toBe(9);
});

it('returns the same hash for the same content, regardless of layout and time of import', () => {
  const draft = draftOf(`Harbour opens\n\n${body}`);
  const again = draftOf(`\ufeffHarbour  opens\r\n\r\n\r\n${body.replace(' and', '\u00a0and')}`);
  const { contentHash: hash } = completeDraft(draft, nothing, { importedAt: '2027-01-01T00:00:00Z' });
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(contentHash(again)).toBe(hash);
  expect(contentHash({ ...draft, sourceKey: 'b.txt#0', crawledAt: '2024-11-04' })).toBe(hash);
});

it('returns another hash for another word, block or date', () => {
  const draft = draftOf(`Harbour opens\n\n${body}`);
  const changed: Draft[] = [
    draftOf(`Harbour opens\n\n${body.replace('everybody', 'nobody')}`),
    { ...draft, publishedAt: '2024-11-03T00:00:00Z' },
    {
      ...draft,
      body: { ...draft.body, blocks: draft.body.blocks.map((block) => ({ ...block, kind: 'heading' })) },
    },
    { ...draft, credit: 'AP' },
  ];
  expect(new Set([draft, ...changed].map(contentHash)).size).toBe(5);
});

it.each<[string, { url?: string; path?: string }, boolean, string | null]>([
  ['the address', { url: 'https://a.example/2018/05/08/fair' }, false, 'address'],
  ['the address it was fetched from', { path: 'https://a.example/2018/05/08/fair' }, false, 'address'],
  ['the path, if wanted', { path: 'blog/2018-05-08-fair.md' }, true, 'path'],
  ['the path only if wanted', { path: 'blog/2018-05-08-fair.md' }, false, null],
  ['no day after the import', { path: 'scan-20991231.txt' }, true, null],
  ['no day that is not whole', { url: 'https://a.example/2018/05/fair' }, true, null],
])('a document without a date has that of %s', (_, { url = null, path = 'a.txt' }, dateFromPath, basis) => {
  const draft = draftOf(`Harbour opens\n\n${body}`);
  const dated = { ...draft, url, origin: { ...draft.origin, path } };
  const { publishedAt, publication, warnings } = completeDraft(dated, nothing, { importedAt, dateFromPath });
  expect([publishedAt, publication?.basis ?? null, warnings.map(({ code }) => code)]).toEqual([
    basis && '2018-05-08T00:00:00Z',
    basis,
    [basis ? `published-from-${basis}` : 'undated'],
  ]);
});

it('a printed date goes before that of the address, and the address before a dateline without a year', () => {
  const url = 'https://a.example/2018/05/08/fair';
  const printed = draftOf(`Harbour opens\n\nNov. 3, 2024 - 20:59\n\n${body}`);
  expect(completeDraft({ ...printed, url }, nothing, { importedAt }).publication?.basis).toBe('printed');
  const wire = draftOf(`Harbour opens\n\nOSLO, Nov. 3 (NTB) - ${body}`);
  const crawledAt = '2020-01-01';
  expect(completeDraft({ ...wire, url, crawledAt }, nothing, { importedAt }).publishedAt).toBe(
    '2018-05-08T00:00:00Z',
  );
});

it.each([
  ['blog/_posts/2019-05-08-fair.md', '2019-05-08T00:00:00Z'],
  ['_posts/town/2019-5-8-fair.md', '2019-05-08T00:00:00Z'],
  ['blog/notes/2019-05-08-fair.md', null],
  ['blog/_posts/fair.md', null],
])('dates %s by its name if it is a post of Jekyll', (path, expected) => {
  const draft = draftOf(`Harbour opens\n\n${body}`);
  const { publishedAt } = completeDraft({ ...draft, origin: { ...draft.origin, path } }, nothing, {
    importedAt,
  });
  expect(publishedAt).toBe(expected);
});
