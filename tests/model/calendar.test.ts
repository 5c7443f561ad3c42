import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CalendarUnit,
  calendarEdges,
  isTimeZone,
  readPeriod,
  readTimestamp,
} from '../../src/model/calendar.ts';

describe('a date is a period in its time zone', () => {
  const cases: [string, string, string, string][] = [
    ['2024-11-03', 'UTC', '2024-11-03T00:00:00Z', '2024-11-04T00:00:00Z'],
    ['2024-11-03', 'Asia/Seoul', '2024-11-02T15:00:00Z', '2024-11-03T15:00:00Z'],
    ['2024-02', 'UTC', '2024-02-01T00:00:00Z', '2024-03-01T00:00:00Z'],
    ['2024', 'America/New_York', '2024-01-01T05:00:00Z', '2025-01-01T05:00:00Z'],
    // 25 and 23 hours long.
    ['2024-11-03', 'America/New_York', '2024-11-03T04:00:00Z', '2024-11-04T05:00:00Z'],
    ['2024-03-10', 'America/New_York', '2024-03-10T05:00:00Z', '2024-03-11T04:00:00Z'],
    // Begins at one o'clock.
    ['2024-04-26', 'Africa/Cairo', '2024-04-25T22:00:00Z', '2024-04-26T21:00:00Z'],
    // Did not happen.
    ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-30T10:00:00Z'],
    ['9999', 'UTC', '9999-01-01T00:00:00Z', '9999-12-31T23:59:59Z'],
    ['0000', 'Asia/Seoul', '0000-01-01T00:00:00Z', '0000-12-31T15:32:08Z'],
  ];
  test.each(cases)('%s in %s', (date, zone, from, before) => {
    expect(readPeriod(date, zone)).toEqual({ from, before });
  });

  test.each([
    '2024-02-30',
    '2023-02-29',
    '2024-13',
    '2024-00-01',
    '2024-1',
    '24',
    '',
    '2024-11-03T00:00',
    '+2024',
  ])('%s is none', (text) => expect(readPeriod(text, 'UTC')).toBeUndefined());

  test('whose days follow each other without gap or overlap, and hold the instants of that local date', () => {
    const zones = fc.constantFrom(
      'UTC',
      'Asia/Seoul',
      'America/New_York',
      'America/Sao_Paulo',
      'Africa/Cairo',
      'Australia/Lord_Howe',
      'Pacific/Apia',
    );
    const days = fc.date({ min: new Date('1950-01-01'), max: new Date('2037-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, zones, (date, timeZone) => {
        const day = (offset: number) =>
          new Date(date.getTime() + offset * 86_400_000).toISOString().slice(0, 10);
        const today = readPeriod(day(0), timeZone);
        const tomorrow = readPeriod(day(1), timeZone);
        expect(today?.before).toBe(tomorrow?.from);
        if (!today || today.from === today.before) return;
        const local = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
        expect(local.format(new Date(today.from))).toBe(day(0));
        expect(local.format(new Date(Date.parse(today.before) - 1000))).toBe(day(0));
      }),
    );
  });
});

describe('a timestamp is an instant', () => {
  const cases: [string, string, string | undefined][] = [
    ['2024-11-03T11:59:00Z', 'UTC', '2024-11-03T11:59:00Z'],
    ['2024-11-03T20:59:00+09:00', 'UTC', '2024-11-03T11:59:00Z'],
    ['2024-11-03T20:59:00 09:00', 'UTC', '2024-11-03T11:59:00Z'],
    ['2024-11-03T20:59', 'Asia/Seoul', '2024-11-03T11:59:00Z'],
    ['2024-11-03T11:59:00.001Z', 'UTC', '2024-11-03T11:59:01Z'],
    ['2024-11-03T24:00:00Z', 'UTC', undefined],
    ['2024-02-30T00:00:00Z', 'UTC', undefined],
    ['2024-11-03', 'UTC', undefined],
    ['now', 'UTC', undefined],
  ];
  test.each(cases)('%s in %s', (text, zone, instant) => expect(readTimestamp(text, zone)).toBe(instant));
});

test('a time zone has a name', () => {
  for (const zone of ['UTC', 'Asia/Seoul', 'europe/paris']) expect(isTimeZone(zone)).toBe(true);
  for (const zone of ['+09:00', 'Asia/Seul', '', 'Z9', '../etc']) expect(isTimeZone(zone)).toBe(false);
});

describe('the edges of a timeline', () => {
  const edges = (from: string, last: string, unit: CalendarUnit, zone = 'UTC', openEnd = true) =>
    calendarEdges({ from, last, openEnd }, unit, zone, 500);

  test('are those of the calendar in its zone, days that last 23 hours included', () => {
    expect(edges('2024-03-30T12:00:00Z', '2024-03-31T12:00:00Z', 'day', 'Europe/Berlin')).toEqual([
      '2024-03-29T23:00:00Z',
      '2024-03-30T23:00:00Z',
      '2024-03-31T22:00:00Z',
    ]);
  });

  test('of weeks are Mondays, of months their first days', () => {
    expect(edges('2024-11-03T00:00:00Z', '2024-11-03T01:00:00Z', 'week')).toEqual([
      '2024-10-28T00:00:00Z',
      '2024-11-04T00:00:00Z',
    ]);
    expect(edges('2024-01-31T00:00:00Z', '2024-03-01T00:00:00Z', 'month', 'UTC', false)).toEqual([
      '2024-01-01T00:00:00Z',
      '2024-02-01T00:00:00Z',
      '2024-03-01T00:00:00Z',
    ]);
  });

  test('hold an instant that lies on one', () => {
    expect(edges('2024-01-01T00:00:00Z', '2024-01-01T00:00:00Z', 'year')).toHaveLength(2);
  });

  test('are at most as many as asked for', () => {
    expect(edges('2000-01-01T00:00:00Z', '2024-01-01T00:00:00Z', 'day')).toBeUndefined();
  });
});
