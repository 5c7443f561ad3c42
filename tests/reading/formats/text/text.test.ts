import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../../src/model/draft.ts';
import { text as textFormat } from '../../../../src/reading/formats/text/text.ts';
import type { Reading, ReadingSettings } from '../../../../src/reading/reader.ts';

const settings: ReadingSettings = { source: null, timeZone: 'Asia/Seoul', language: null, map: {} };

function read(content: string | Uint8Array, overrides: Partial<ReadingSettings> = {}): Reading[] {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return [...textFormat.read({ path: 'wire/a.txt', bytes }, { ...settings, ...overrides })];
}

function drafts(content: string | Uint8Array, overrides: Partial<ReadingSettings> = {}): Draft[] {
  return read(content, overrides).flatMap((reading) => (reading.kind === 'draft' ? [reading.draft] : []));
}

function draftOf(content: string | Uint8Array, overrides: Partial<ReadingSettings> = {}): Draft {
  const [draft, ...others] = drafts(content, overrides);
  if (!draft || others.length > 0) throw new Error('expected one article');
  return draft;
}

const paragraphs = ({ body }: Draft) => body.blocks.map(({ start, end }) => body.text.slice(start, end));

describe('the seeded article', () => {
  const bytes = readFileSync('seeds/articles/000_3e34dd70f7b57985.txt');
  const draft = draftOf(bytes);

  it('gives headline, byline, dates and credit', () => {
    expect(draft).toMatchObject({
      headline: "EU's Borrell vows to advance security, defense ties with S. Korea",
      byline: 'Yonhap',
      authors: [{ name: 'Yonhap', kind: 'agency' }],
      publishedAt: '2024-11-03T11:59:00Z',
      publication: {
        text: 'Nov. 3, 2024 - 20:59',
        timeZone: 'Asia/Seoul',
        precision: 'minute',
        basis: 'printed',
      },
      crawledAt: '2024-11-03',
      credit: 'Yonhap',
      language: 'en',
      keywords: [],
      warnings: [],
    });
  });

  it('has its caption once, with its credit apart', () => {
    expect(draft.images).toEqual([
      {
        url: null,
        caption: expect.stringMatching(/^EU High Representative .* in Tokyo on Nov\. 1\.$/),
        credit: 'AFP',
      },
    ]);
    expect(draft.images[0]?.caption?.match(/Nakatani/g)).toHaveLength(1);
  });

  it('has eight paragraphs that are the printed ones to the letter', () => {
    const printed = bytes.toString('utf8').trim().split('\n\n').slice(5);
    expect(paragraphs(draft)).toEqual(printed.map((line) => line.replace(' (Yonhap)', '').trim()));
    expect(paragraphs(draft)).toHaveLength(8);
  });

  it('is read in UTC with a warning when nobody says the zone', () => {
    const unzoned = draftOf(bytes, { timeZone: null });
    expect(unzoned.publishedAt).toBe('2024-11-03T20:59:00Z');
    expect(unzoned.warnings.map(({ code }) => code)).toEqual(['time-zone-assumed']);
  });

  it('is the same article with other line ends, marks and spaces', () => {
    const spoilt = `\ufeff${bytes.toString('utf8').replaceAll('\n', '\r\n').replaceAll('Demilitarized', 'Demili\u00adtarized')}`;
    expect(draftOf(spoilt.replace('Sunday he', 'Sunday\u00a0he'))).toEqual(draft);
    expect(draftOf(Buffer.from(`\ufeff${bytes.toString('utf8')}`, 'utf16le'))).toEqual(draft);
  });
});

const wire = `BC-HARBOUR-OPENS-1ST
 3-NOV-2024 20:59:00.00
HARBOUR OPENS AFTER NINE YEARS OF WORK AND FOUR MAYORS
    By ANN LEE, Reuters
    OSLO, Nov 3 (Reuters) - The city's new harbour opened on
Sunday after nine years of work, and ships from self-
governing islands were the first to moor.
    "By Monday, everybody will have forgotten what it cost,"
said the mayor, who had asked her three predecessors to the
party.
    Revenue 1.2 mln vs 0.9 mln
    Visitors 300,000 vs 280,000
 REUTER
`;

describe('hard-wrapped wire copy', () => {
  const draft = draftOf(wire, { timeZone: 'UTC' });

  it('gives its head', () => {
    expect(draft).toMatchObject({
      headline: 'HARBOUR OPENS AFTER NINE YEARS OF WORK AND FOUR MAYORS',
      authors: [
        { name: 'Ann Lee', kind: 'person' },
        { name: 'Reuters', kind: 'agency' },
      ],
      publishedAt: '2024-11-03T20:59:00Z',
      dateline: { text: 'OSLO, Nov 3 (Reuters)', place: 'OSLO', date: 'Nov 3', agency: 'Reuters' },
      credit: 'REUTER',
    });
  });

  it('is joined to paragraphs, and rows of figures stay rows', () => {
    expect(paragraphs(draft)).toEqual([
      "The city's new harbour opened on Sunday after nine years of work, and ships from self-governing islands were the first to moor.",
      '"By Monday, everybody will have forgotten what it cost," said the mayor, who had asked her three predecessors to the party.',
      'Revenue 1.2 mln vs 0.9 mln',
      'Visitors 300,000 vs 280,000',
    ]);
  });

  it('is joined too when blank lines part its paragraphs', () => {
    const spaced = wire.replace(/\n {4}/g, '\n\n').replace('BC-HARBOUR-OPENS-1ST\n', '');
    expect(paragraphs(draftOf(spaced, { timeZone: 'UTC' })).slice(0, 2)).toEqual(
      paragraphs(draft).slice(0, 2),
    );
  });
});

const page = `Home > World > Europe

Harbour opens after nine years

Four mayors came to the party, and one of them paid

By Ann Lee and Bo Ek

Published : Nov. 3, 2024 - 20:59 Updated : Nov. 4, 2024 - 08:00

Share on Facebook

The new harbour on Sunday. (AP Photo/Jane Doe)

The city's new harbour opened on Sunday after nine years of work.

ADVERTISEMENT

Read more: Why the harbour took nine years

What it cost

Nobody knows what it cost, the mayor said in her speech on Sunday.

- The piers took four years.

Related articles

Old harbour to become a park

Mayor to stand again

The party went on until the morning, and nobody paid for that either.

Ann Lee reported from Oslo.

ann@example.com

Tags: harbours, Oslo

© 2024 The Daily Harbour. All rights reserved.
`;

describe('a page saved as text', () => {
  const draft = draftOf(page);

  it('gives its head, sections and keywords', () => {
    expect(draft).toMatchObject({
      headline: 'Harbour opens after nine years',
      standfirst: 'Four mayors came to the party, and one of them paid',
      byline: 'Ann Lee and Bo Ek',
      publishedAt: '2024-11-03T11:59:00Z',
      updatedAt: '2024-11-03T23:00:00Z',
      keywords: ['World', 'Europe', 'harbours', 'Oslo'],
      images: [{ url: null, caption: 'The new harbour on Sunday.', credit: 'AP Photo/Jane Doe' }],
    });
  });

  it('leaves out what the page prints around the article', () => {
    expect(
      draft.body.blocks.map(({ kind, start, end }) => [kind, draft.body.text.slice(start, end)]),
    ).toEqual([
      ['paragraph', "The city's new harbour opened on Sunday after nine years of work."],
      ['heading', 'What it cost'],
      ['paragraph', 'Nobody knows what it cost, the mayor said in her speech on Sunday.'],
      ['list-item', 'The piers took four years.'],
      ['paragraph', 'The party went on until the morning, and nobody paid for that either.'],
      ['paragraph', 'Ann Lee reported from Oslo.'],
    ]);
  });
});

describe('several articles in one file', () => {
  const other = page.replace('Harbour opens after nine years', 'A second harbour opens');
  const headlines = (content: string) => drafts(content).map(({ headline }) => headline);
  const both = ['Harbour opens after nine years', 'A second harbour opens'];

  it.each([
    ['a rule of equals signs', '==========\n'],
    ['a rule of dashes', '\n----\n\n'],
    ['stars', '\n* * *\n\n'],
    ['a form feed', '\f'],
    ['the end of a take', 'NNNN\n'],
  ])('are parted by %s', (_, separator) => {
    expect(headlines(`${page}${separator}${other}`)).toEqual(both);
  });

  it('are parted where the first metadata line comes again', () => {
    const seed = readFileSync('seeds/articles/000_3e34dd70f7b57985.txt', 'utf8');
    expect(
      drafts(`${seed}\n${seed.replace("EU's Borrell", 'Borrell')}`).map(({ headline }) => headline),
    ).toEqual([
      "EU's Borrell vows to advance security, defense ties with S. Korea",
      'Borrell vows to advance security, defense ties with S. Korea',
    ]);
  });

  it('are parted where a wire take begins after another', () => {
    const second = wire.replace('HARBOUR OPENS', 'SECOND HARBOUR OPENS');
    const takes = drafts(`${wire}\n${second}\n${second.replace('BC-HARBOUR-OPENS-1ST\n', '')}`);
    expect(takes.map(({ headline }) => headline.slice(0, 14))).toEqual([
      'HARBOUR OPENS ',
      'SECOND HARBOUR',
      'SECOND HARBOUR',
    ]);
  });

  it('have each its own key and line', () => {
    const read = drafts(`${page}\n=====\n${other}`);
    expect(read.map(({ sourceKey }) => sourceKey)).toEqual(['wire/a.txt#0', 'wire/a.txt#1']);
    expect(read[1]?.origin.line).toBe(page.split('\n').length + 2);
  });

  it('are not made of the sections of one', () => {
    const sectioned =
      'A headline\n\nThe first sentence of it.\n\n* * *\n\nA second section goes on here.\n\nAnd ends.\n';
    expect(paragraphs(draftOf(sectioned))).toHaveLength(3);
  });
});

it('reads a header of keys and values', () => {
  const draft = draftOf(
    'Title: Harbour opens\nAuthor: Ann Lee\nDate: 2024-11-03T20:59:00+09:00\nURL: https://example.com/a\nLanguage: en\n\nThe harbour opened on Sunday.\n',
  );
  expect(draft).toMatchObject({
    headline: 'Harbour opens',
    byline: 'Ann Lee',
    publishedAt: '2024-11-03T11:59:00Z',
    url: 'https://example.com/a',
    sourceKey: 'https://example.com/a',
    language: 'en',
  });
});

it('takes the beginning of a text without a headline, and says so', () => {
  const draft = draftOf(
    `The harbour opened on Sunday after nine years. ${'It cost more than the last one, and less than the next. '.repeat(7)}\n`,
  );
  expect(draft.headline).toBe('The harbour opened on Sunday after nine years.');
  expect(draft.warnings.map(({ code }) => code)).toContain('headline-missing');
});

it('rejects a headline without a text, with file and line', () => {
  expect(read('\n\nHarbour opens\n')).toEqual([
    { kind: 'reject', reject: { path: 'wire/a.txt', line: 3, reason: 'headline without text' } },
  ]);
});

it('never throws, and its blocks cover the body', () => {
  const lines = fc.constantFrom(
    '',
    'By Ann Lee',
    'date 2024-11-03 Home',
    '=====',
    'A headline',
    '  An indented line',
    'Photo: x (AP)',
    '(Yonhap)',
    '- item',
    'Related',
    '\f',
    'SEOUL, Nov. 3 (Yonhap) -- It',
  );
  const contents = fc.oneof(
    fc.string(),
    fc.array(fc.oneof(lines, fc.string())).map((parts) => parts.join('\n')),
  );
  fc.assert(
    fc.property(contents, (content) => {
      for (const { body } of drafts(content, { language: 'en' })) {
        expect(body.blocks.map(({ start, end }) => body.text.slice(start, end)).join('\n\n')).toBe(body.text);
        expect(body.blocks.length).toBeGreaterThan(0);
      }
    }),
  );
  fc.assert(fc.property(fc.uint8Array(), (bytes) => void read(bytes, { language: 'en' })));
});

it('a date line that runs into the first paragraph is when the article was published', () => {
  const body = 'On Tuesday, the council decided to mend the old bridge.';
  const draft = draftOf(
    `Council mends the bridge\n\nThursday, May 7, 2015 ${body}\n\nIt will take a year.\n`,
  );
  expect(draft).toMatchObject({ publishedAt: '2015-05-06T15:00:00Z', publication: { precision: 'day' } });
  expect(paragraphs(draft)[0]).toBe(body);
});

it('a date that belongs to the first sentence stays in it', () => {
  const body = 'Thursday, May 7, 2015, was a good day for the council.';
  expect(paragraphs(draftOf(`Council mends the bridge\n\n${body}\n\nIt will take a year.\n`))[0]).toBe(body);
});

describe('a date printed beside the headline', () => {
  const sentences =
    'The council of Harwick voted on Tuesday to reopen the old harbor bridge.\n\nThe bridge carries about 4,000 cars a day.\n';
  const forms: [string, string, string | null][] = [
    ['Published 12 May 2023, 14:05 BST | Updated 13 May 2023', '2023-05-12T13:05:00Z', null],
    [
      'By Jane Okafor | Published 12 May 2023, 14:05 BST | Updated 13 May 2023',
      '2023-05-12T13:05:00Z',
      'Jane Okafor',
    ],
    ['Posted on November 26, 2024 by Jane Okafor', '2024-11-26T00:00:00Z', 'Jane Okafor'],
    ['Publié le 14 mars 2024 à 14h05, mis à jour le 15 mars 2024 à 09h10', '2024-03-14T14:05:00Z', null],
    [
      'Pubblicato: 14 marzo 2024 alle 14:05 - Ultimo aggiornamento: 15 marzo 2024',
      '2024-03-14T14:05:00Z',
      null,
    ],
    ['Julkaistu 14.3.2024 klo 14.05, päivitetty 15.3.2024', '2024-03-14T14:05:00Z', null],
    ['Yayınlanma: 14.03.2024 - 14:05 | Son Güncelleme: 15.03.2024 - 09:10', '2024-03-14T14:05:00Z', null],
    ['Опубликовано: 14 марта 2024, 14:05', '2024-03-14T14:05:00Z', null],
    ['प्रकाशित: 14 मार्च 2024, 02:05 PM IST', '2024-03-14T08:35:00Z', null],
    ['公開日 2024年3月14日 14時05分', '2024-03-14T14:05:00Z', null],
  ];
  it.each(forms)('is read: %s', (line, publishedAt, byline) => {
    const draft = draftOf(`Mayor unveils tram plan\n\n${line}\n\n${sentences}`, { timeZone: 'UTC' });
    expect(draft).toMatchObject({ publishedAt, byline });
    expect(paragraphs(draft)).toHaveLength(2);
  });

  it('gives the place before it, but not a name', () => {
    const under = (line: string) => draftOf(`Mayor unveils tram plan\n\n${line}\n\n${sentences}`);
    expect(under('Madrid, 14 de marzo de 2024').dateline).toMatchObject({
      place: 'Madrid',
      date: '14 de marzo de 2024',
    });
    expect(under('Harwick, Maine, November 26, 2024').dateline?.place).toBe('Harwick, Maine');
    expect(under('Ann Lee, November 26, 2024').dateline).toBeNull();
    expect(under('Reuters, November 26, 2024').dateline).toBeNull();
  });

  it('may have the time of the last change alone', () => {
    const content =
      'رئيس البلدية يعلن خطة الترام\n\nالأربعاء، 28 آب/اغسطس 2013، آخر تحديث 14:00 (GMT+0400)\n\nأعلن رئيس البلدية يوم الأربعاء خطة الترام الجديدة.\n\nوقال إن الخطة ستكلف الملايين.\n';
    expect(draftOf(content, { timeZone: 'UTC' })).toMatchObject({
      publishedAt: '2013-08-28T00:00:00Z',
      updatedAt: '2013-08-28T10:00:00Z',
    });
  });

  it('has the reporter of a dateline as author', () => {
    const content =
      'رئيس البلدية يعلن خطة الترام\n\nالقاهرة - أحمد منصور\n\nأعلن رئيس البلدية خطة الترام الجديدة.\n\nوقال إن الخطة ستكلف الملايين.\n';
    expect(draftOf(content)).toMatchObject({
      byline: 'أحمد منصور',
      standfirst: null,
      dateline: { place: 'القاهرة' },
    });
    const korean =
      '시장, 전차 계획 발표\n\n(서울=연합뉴스) 김지연 기자 = 시장은 14일 전차 계획을 발표했다.\n\n시장은 돈이 든다고 말했다.\n';
    expect(draftOf(korean)).toMatchObject({
      authors: [{ name: '김지연', role: '기자' }],
      dateline: { text: '(서울=연합뉴스)', agency: '연합뉴스' },
    });
  });
});
