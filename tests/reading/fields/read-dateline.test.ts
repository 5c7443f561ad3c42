import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readDateline } from '../../../src/reading/fields/read-dateline.ts';

it.each([
  ['SEOUL, Nov. 3 (Yonhap) -- The EU', 'SEOUL', 'Nov. 3', 'Yonhap'],
  ['WASHINGTON (AP) — The president', 'WASHINGTON', null, 'AP'],
  ['LONDON, March 1 - The bank', 'LONDON', 'March 1', null],
  ['NEW YORK, Nov 3 (Reuters) - Stocks', 'NEW YORK', 'Nov 3', 'Reuters'],
  ['HARTFORD, Conn., March 26 - A firm', 'HARTFORD, Conn.', 'March 26', null],
  ['SEOUL/TOKYO, Nov 3 (Reuters) - Two', 'SEOUL/TOKYO', 'Nov 3', 'Reuters'],
  ['Paris, 3 novembre (AFP) - Le', 'Paris', '3 novembre', 'AFP'],
  ['KYIV, Ukraine (AP) — The', 'KYIV, Ukraine', null, 'AP'],
  ['THE HAGUE, the Netherlands, March 31 - The', 'THE HAGUE, the Netherlands', 'March 31', null],
  ['LOS ANGELES, Tuesday – The', 'LOS ANGELES', 'Tuesday', null],
  ['BRUSSELS, March 27, Reuter - The', 'BRUSSELS', 'March 27', 'Reuter'],
  ['(Reuters) - Shares', null, null, 'Reuters'],
  ['RIO DE JANEIRO -- The', 'RIO DE JANEIRO', null, null],
  ['JAKARTA, Indonesia — An airport', 'JAKARTA, Indonesia', null, null],
  ['Paris, le 3 novembre 2024 (AFP) - Le', 'Paris', '3 novembre 2024', 'AFP'],
  ['BERLIN (dpa) - Der', 'BERLIN', null, 'dpa'],
  ['Madrid, 3 nov (EFE).- El', 'Madrid', '3 nov', 'EFE'],
  ['МОСКВА, 3 ноября (ТАСС). Президент', 'МОСКВА', '3 ноября', 'ТАСС'],
  ['(서울=연합뉴스) 홍길동 기자 = 정부는', '서울', null, '연합뉴스'],
  ['新华社北京11月3日电（记者李明）国务院', '北京', '11月3日', '新华社'],
  ['（中新社上海3日电）国务院', '上海', '3日', '中新社'],
])('reads the opening of wire copy: %s', (text, place, date, agency) => {
  expect(readDateline(text)?.dateline).toMatchObject({ place, date, agency });
});

it('gives the paragraph without it', () => {
  expect(readDateline('SEOUL, Nov. 3 (Yonhap) -- The EU said.')).toMatchObject({
    dateline: { text: 'SEOUL, Nov. 3 (Yonhap)' },
    rest: 'The EU said.',
  });
});

it.each([
  '',
  'NATO — The alliance said',
  'IBM -- which makes computers',
  'UPDATE - The market closed',
  'The plan - a good one - failed',
  '"My visit of the Demilitarised Zone -- DMZ -- between',
  'Breakfast - The meal of kings',
  'Thursday - the day before',
])('is not fooled by other openings: %s', (text) => {
  expect(readDateline(text)).toBeUndefined();
});

it('never throws, and what it leaves is the end of the paragraph', () => {
  const words = fc.constantFrom(
    'SEOUL',
    ', ',
    'Nov. 3',
    ' (',
    'AP',
    ')',
    ' - ',
    ' -- ',
    '—',
    'The',
    ' ',
    'N.Y.',
    '/',
  );
  const texts = fc.oneof(
    fc.string(),
    fc.array(words).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const read = readDateline(text);
      expect(
        read === undefined || (text.slice(read.start) === read.rest && text.includes(read.dateline.text)),
      ).toBe(true);
    }),
  );
});
