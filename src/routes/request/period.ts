import { z } from 'zod';
import type { Fault } from '../../errors.ts';
import { invalid } from '../../http/request/parameter-faults.ts';
import { isTimeZone, type Period, readPeriod, readTimestamp } from '../../model/calendar.ts';
import type { Instant } from '../../model/instant.ts';
import { nearest } from '../../model/nearest.ts';

/** Returns the schema of a parameter that takes a date. */
export const dateWord = (description: string, example: string) =>
  z.string().max(50).meta({ number: true }).optional().meta({ description, example });

export const periodParameters = {
  date: dateWord('Published in this year, month or day in the time zone `tz`.', '2024-11-03'),
  from: dateWord('Published at or after: a year, month or day, or an instant.', '2024-11-01'),
  to: dateWord('Published up to: a year, month or day, inclusive, or before an instant.', '2024-11-30'),
  tz: z.string().max(50).default('UTC').meta({
    description: 'IANA time zone of dates without an offset.',
    example: 'Asia/Seoul',
  }),
};

interface Given {
  date?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  tz: string;
}

/**
 * Parses the parameters of a period into instants. Throws an `invalid-parameter` Problem for dates that do not exist, a
 * range that ends before it begins, and an unknown time zone.
 */
export function readPeriodParameters({ date, from, to, tz }: Given): Partial<Period> {
  requireTimeZone(tz);
  const faults: Fault[] = [];
  const read = (param: 'date' | 'from' | 'to', text: string | undefined) => {
    if (text === undefined) return undefined;
    const instant = param === 'date' ? undefined : readTimestamp(text, tz);
    const period = instant ? { from: instant, before: instant } : readPeriod(text, tz);
    if (!period) faults.push(dateFault(param, text, tz));
    return period;
  };
  const day = read('date', date);
  const start = read('from', from);
  const end = read('to', to);
  if (date !== undefined && (from !== undefined || to !== undefined)) {
    faults.push({ param: 'date', value: date, reason: 'cannot be combined with from and to' });
  }
  if (start && end && start.from >= end.before) {
    faults.push({
      param: 'to',
      value: to,
      reason: `ends at or before from (${start.from})`,
    });
  }
  if (faults.length > 0) throw invalid(faults);
  const lower = day?.from ?? start?.from;
  const upper = day?.before ?? end?.before;
  return { ...(lower && { from: lower }), ...(upper && { before: upper }) };
}

/**
 * Parses a parameter that takes an instant, or the beginning of a year, month or day. Throws an `invalid-parameter`
 * Problem for others and for an unknown time zone.
 */
export function readSince(param: string, value: string, tz: string): Instant {
  requireTimeZone(tz);
  const since = readTimestamp(value, tz) ?? readPeriod(value, tz)?.from;
  if (since === undefined) throw invalid([dateFault(param, value, tz)]);
  return since;
}

function requireTimeZone(tz: string): void {
  if (!isTimeZone(tz)) throw invalid([timeZoneFault(tz)]);
}

function dateFault(param: string, value: string, tz: string): Fault {
  const forms = ['2024', '2024-11', '2024-11-03'];
  const instants = ['2024-11-03T11:59:00Z', '2024-11-03T20:59:00+09:00'];
  const suggestion = suggestedDate(param, value, tz);
  return {
    param,
    value,
    reason: reasonOf(param, value, tz),
    allowed: param === 'date' ? forms : [...forms, ...instants],
    ...(suggestion && { suggestion }),
  };
}

function reasonOf(param: string, value: string, tz: string): string {
  const [, day] = /^(\d{4}(?:-\d{2}){0,2})(?:[T ].*)?$/i.exec(value) ?? [];
  if (day === undefined) return 'is not a date in one of the allowed forms';
  if (!readPeriod(day, tz)) return 'is not a valid date';
  if (param === 'date') return 'takes a year, month or day, and no time; use from and to for instants';
  return 'has a time that is not valid or not written like 11:59:00Z';
}

/** Returns a date that is written in another form in the form of this API; undefined if it could mean two days. */
function suggestedDate(param: string, value: string, tz: string): string | undefined {
  const [, year, month, day = '', rest = ''] =
    /^(\d{4})[-/.]?(\d{1,2})(?:[-/.]?(\d{1,2}))?(?:[T ](.*))?$/i.exec(value) ?? [];
  if (year === undefined || month === undefined) return undefined;
  const date = [year, month, day].flatMap((part) => (part ? [part.padStart(2, '0')] : [])).join('-');
  if (!readPeriod(date, tz)) return undefined;
  const instant = `${date}T${rest}`;
  return param !== 'date' && rest && readTimestamp(instant, tz) ? instant : date;
}

function timeZoneFault(value: string): Fault {
  const suggestion = nearest(value, Intl.supportedValuesOf('timeZone'));
  return {
    param: 'tz',
    value,
    reason: 'is not a time zone of the IANA database',
    allowed: 'an IANA name such as Asia/Seoul',
    ...(suggestion && { suggestion }),
  };
}
