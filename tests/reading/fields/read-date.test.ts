import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DateOrder } from '../../../src/reading/fields/date-order.ts';
import { readDate } from '../../../src/reading/fields/read-date.ts';

const seoul = { timeZone: 'Asia/Seoul', now: '2026-01-01T00:00:00Z' };

describe('a printed date is read as an instant', () => {
  const forms: [string, string, string][] = [
    ['Published : Nov. 3, 2024 - 20:59', '2024-11-03T11:59:00Z', 'minute'],
    ['2024-11-03T20:59:00+09:00', '2024-11-03T11:59:00Z', 'second'],
    ['2024-11-03T11:59:00.123Z', '2024-11-03T11:59:00Z', 'second'],
    ['20241103T205900+0900', '2024-11-03T11:59:00Z', 'second'],
    ['3 November 2024 08:59 PM GMT', '2024-11-03T20:59:00Z', 'minute'],
    ['Sun, 03 Nov 2024 11:59:00 +0000', '2024-11-03T11:59:00Z', 'second'],
    ['Sun Nov  3 11:59:00 UTC 2024', '2024-11-03T11:59:00Z', 'second'],
    ['03 Nov 24 11:59 GMT', '2024-11-03T11:59:00Z', 'minute'],
    [' 1-MAR-1987 12:34:56.78', '1987-03-01T03:34:56Z', 'second'],
    ['1159 GMT 3 Nov 2024', '2024-11-03T11:59:00Z', 'minute'],
    ['8:59 PM ET, Sun November 3, 2024', '2024-11-04T01:59:00Z', 'minute'],
    ['Nov 3, 2024 6:59 a.m. EST', '2024-11-03T11:59:00Z', 'minute'],
    ['2024/11/03', '2024-11-02T15:00:00Z', 'day'],
    ['2024. 11. 3. 20:59', '2024-11-03T11:59:00Z', 'minute'],
    ['Monday, May 18, 2015', '2015-05-17T15:00:00Z', 'day'],
    ['3rd of May, 2019 at 5pm', '2019-05-03T08:00:00Z', 'minute'],
    ['2024년 11월 3일(일) 오후 8:59', '2024-11-03T11:59:00Z', 'minute'],
    ['2024年11月3日 20:59', '2024-11-03T11:59:00Z', 'minute'],
    ['3 novembre 2024 à 20h59', '2024-11-03T11:59:00Z', 'minute'],
    ['3. November 2024, 20:59 Uhr', '2024-11-03T11:59:00Z', 'minute'],
    ['3 de noviembre de 2024', '2024-11-02T15:00:00Z', 'day'],
    ['3 ноября 2024 г., 20:59', '2024-11-03T11:59:00Z', 'minute'],
    ['Ngày 3 tháng 11 năm 2024', '2024-11-02T15:00:00Z', 'day'],
    ['٣ نوفمبر ٢٠٢٤', '2024-11-02T15:00:00Z', 'day'],
    ['2024/11/03(日) 20:59', '2024-11-03T11:59:00Z', 'minute'],
    ['12 July 2023 14:30 WITA', '2023-07-12T06:30:00Z', 'minute'],
    ['November 2024', '2024-10-31T15:00:00Z', 'month'],
    ['2024', '2023-12-31T15:00:00Z', 'year'],
  ];
  it.each(forms)('%s', (text, instant, precision) => {
    expect(readDate(text, seoul)).toMatchObject({ instant, precision });
  });
});

describe('a date is read in the languages of newspapers and the forms of databases', () => {
  const utc = { timeZone: null, now: '2026-01-01T00:00:00Z' };
  const forms: [string, string][] = [
    ['Madrid, 14 de marzo de 2024', '2024-03-14T00:00:00Z'],
    ['jueves 14 de marzo de 2024 a las 14:05 CET', '2024-03-14T13:05:00Z'],
    ['quinta-feira, 1.º de março de 2024, 14h05', '2024-03-01T14:05:00Z'],
    ["14 d'agost de 2024", '2024-08-14T00:00:00Z'],
    ['الأربعاء، 28 آب/اغسطس 2013', '2013-08-28T00:00:00Z'],
    ['28 تشرين الثاني/نوفمبر 2013، الساعة 14:05', '2013-11-28T14:05:00Z'],
    ['3 كانون الأول 2024', '2024-12-03T00:00:00Z'],
    ['14 غشت 2024', '2024-08-14T00:00:00Z'],
    ['14 جويلية 2024', '2024-07-14T00:00:00Z'],
    ['14 مارس 2024 2:05 م', '2024-03-14T14:05:00Z'],
    ['יום חמישי, 14 במרץ 2024, 14:05', '2024-03-14T14:05:00Z'],
    ['۱۴ ژانویه ۲۰۲۴', '2024-01-14T00:00:00Z'],
    ['गुरुवार, १४ मार्च २०२४, 02:05 PM IST', '2024-03-14T08:35:00Z'],
    ['14 जून 2024', '2024-06-14T00:00:00Z'],
    ['14 Mart 2024 Perşembe 14:05', '2024-03-14T14:05:00Z'],
    ['Πέμπτη, 14 Μαρτίου 2024 2:05 μ.μ.', '2024-03-14T14:05:00Z'],
    ['14 марта 2024 года в 14:05', '2024-03-14T14:05:00Z'],
    ['14 липня 2024 року', '2024-07-14T00:00:00Z'],
    ['14 sierpnia 2024 r., godz. 14:05', '2024-08-14T14:05:00Z'],
    ['čtvrtek 14. března 2024 v 14:05', '2024-03-14T14:05:00Z'],
    ['14. maaliskuuta 2024 klo 14.05', '2024-03-14T14:05:00Z'],
    ['2024. márc. 14., csütörtök 14:05', '2024-03-14T14:05:00Z'],
    ['2024 m. kovo 14 d. 14:05', '2024-03-14T14:05:00Z'],
    ['2024. gada 14. marts', '2024-03-14T00:00:00Z'],
    ['3. listopada 2024.', '2024-10-03T00:00:00Z'],
    ['3 listopada 2024', '2024-11-03T00:00:00Z'],
    ['Thứ Năm, 14/3/2024, 14:05 (GMT+7)', '2024-03-14T07:05:00Z'],
    ['Kamis, 14 Agustus 2024 14:05 WIB', '2024-08-14T07:05:00Z'],
    ['วันพฤหัสบดีที่ 14 มีนาคม 2567 เวลา 14:05 น.', '2024-03-14T14:05:00Z'],
    ['14 มี.ค. พ.ศ. 2567', '2024-03-14T00:00:00Z'],
    ['2024년 3월 14일 목요일 오후 2시 5분', '2024-03-14T14:05:00Z'],
    ['令和6年3月14日（木）14時05分', '2024-03-14T14:05:00Z'],
    ['平成元年3月14日', '1989-03-14T00:00:00Z'],
    ['中華民國113年3月14日', '2024-03-14T00:00:00Z'],
    ['二〇二四年十二月三十一日', '2024-12-31T00:00:00Z'],
    ['２０２４年３月１４日', '2024-03-14T00:00:00Z'],
    ['2024年3月14日 星期四 下午2点5分', '2024-03-14T14:05:00Z'],
    ['2012-11-02 04:16:13.000123 PM EST', '2012-11-02T21:16:13Z'],
    ['2020-3-5 9:05', '2020-03-05T09:05:00Z'],
    ['2020:03:05 10:00:00', '2020-03-05T10:00:00Z'],
    ['20200305100000', '2020-03-05T10:00:00Z'],
    ['05-MAR-20 10.00.00.000000 PM', '2020-03-05T22:00:00Z'],
    ['Mar  5 2020 10:00:00:000PM', '2020-03-05T22:00:00Z'],
  ];
  it.each(forms)('%s', (text, instant) => {
    expect(readDate(text, utc)?.instant).toBe(instant);
  });
});

describe('a year of two digits is read where the value is nothing but a date', () => {
  const forms: [string, DateOrder | undefined, string | undefined][] = [
    ['27/02/15', 'day-first', '2015-02-27T00:00:00Z'],
    ['05/03/20', 'day-first', '2020-03-05T00:00:00Z'],
    ['05/03/20 14:05', 'month-first', '2020-05-03T14:05:00Z'],
    ['24-03-14', 'year-first', '2024-03-14T00:00:00Z'],
    ['27.02.15', undefined, '2015-02-27T00:00:00Z'],
    ['99-12-31', undefined, '1999-12-31T00:00:00Z'],
    ['12/31/99', undefined, '1999-12-31T00:00:00Z'],
    ['27/02/15', undefined, undefined],
    ['05/03/20', undefined, undefined],
    ['they won 27/02/15 games', 'day-first', undefined],
  ];
  it.each(forms)('%s, %s', (text, order, instant) => {
    expect(readDate(text, { timeZone: null, order, now: '2026-01-01T00:00:00Z' })?.instant).toBe(instant);
  });
});

describe('what is no date gives none', () => {
  const none = [
    '',
    'yesterday',
    'tomorrow 5pm',
    'Nov. 3',
    'May',
    '2024-02-30',
    'Feb 30, 2024',
    'The 7 of 12 were 2003 men',
    'since 2019, May 5 has been',
  ];
  it.each(none)('"%s"', (text) => {
    expect(readDate(text, seoul)).toBeUndefined();
  });
  it.each(['0000-01-01', '0024-11-03', '2028-01-01', '9999-12-31'])('the year of %s is refused', (text) => {
    expect(readDate(text, seoul)).toBeUndefined();
  });
});

it('reads three numbers in either order only when the order is known or the day is past 12', () => {
  expect(readDate('25.11.2024', seoul)?.instant).toBe('2024-11-24T15:00:00Z');
  expect(readDate('11/25/2024', seoul)?.instant).toBe('2024-11-24T15:00:00Z');
  expect(readDate('03/11/2024', seoul)).toBeUndefined();
  expect(readDate('03/11/2024', { ...seoul, order: 'day-first' })?.instant).toBe('2024-11-02T15:00:00Z');
  expect(readDate('03/11/2024', { ...seoul, order: 'month-first' })?.instant).toBe('2024-03-10T15:00:00Z');
});

it('reads numbers between stops day first, as everybody who writes them so means them', () => {
  expect(readDate('03.11.2024', seoul)?.instant).toBe('2024-11-02T15:00:00Z');
  expect(readDate('03.11.2024', { ...seoul, order: 'month-first' })?.instant).toBe('2024-11-02T15:00:00Z');
});

it('says whether the zone was printed, given or assumed', () => {
  const text = 'Nov. 3, 2024 - 20:59';
  expect(readDate(`${text} KST`, { timeZone: null })).toMatchObject({ zone: 'printed', timeZone: '+09:00' });
  expect(readDate(text, seoul)).toMatchObject({ zone: 'given', timeZone: 'Asia/Seoul' });
  expect(readDate(text, { timeZone: null })).toMatchObject({ zone: 'assumed', timeZone: 'UTC' });
});

it('knows daylight saving time by the history of the zone', () => {
  const berlin = { timeZone: 'Europe/Berlin' };
  expect(readDate('30 March 2024, 12:00', berlin)?.instant).toBe('2024-03-30T11:00:00Z');
  expect(readDate('31 March 2024, 12:00', berlin)?.instant).toBe('2024-03-31T10:00:00Z');
  expect(readDate('1 July 1975, 12:00', berlin)?.instant).toBe('1975-07-01T11:00:00Z');
});

it('takes an abbreviation that several zones share for the zone of the source', () => {
  expect(readDate('3 Nov 2024 12:00 IST', { timeZone: 'Asia/Kolkata' })?.instant).toBe(
    '2024-11-03T06:30:00Z',
  );
  expect(readDate('3 Nov 2024 12:00 IST', { timeZone: 'Asia/Jerusalem' })?.instant).toBe(
    '2024-11-03T10:00:00Z',
  );
});

it('gives back the words it read, for any text around a date', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      const text = `${before} Nov. 3, 2024 ${after}`;
      const date = readDate(text, seoul);
      expect(date === undefined || text.slice(date.start, date.end) === date.text).toBe(true);
    }),
  );
});

it('reads back every instant from the usual forms', () => {
  const instants = fc.date({ min: new Date('1000-01-02'), max: new Date('2026-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(instants, (date) => {
      const instant = `${date.toISOString().slice(0, 19)}Z`;
      expect(readDate(date.toISOString(), seoul)?.instant).toBe(instant);
      expect(readDate(date.toUTCString(), seoul)?.instant).toBe(instant);
    }),
  );
});

it('never throws', () => {
  const pieces = fc.constantFrom(
    'Nov',
    '3',
    '2024',
    ':',
    '20',
    '59',
    '.',
    '-',
    '/',
    'T',
    'Z',
    'KST',
    'pm',
    '년',
    '月',
    ' ',
    '+25:99',
  );
  fc.assert(
    fc.property(
      fc.array(pieces).map((parts) => parts.join('')),
      (text) => void readDate(text, seoul),
    ),
  );
  fc.assert(fc.property(fc.string(), (text) => void readDate(text, seoul)));
});
