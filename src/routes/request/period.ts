import { z } from 'zod';
import type { Fault } from '../../errors.ts';
import { nearest } from '../../http/request/did-you-mean.ts';
import { invalid } from '../../http/request/parameters.ts';
import { isTimeZone, type Period, readPeriod, readTimestamp } from '../../model/calendar.ts';

const dateWord = (description: string, example: string) =>
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
  if (!isTimeZone(tz)) throw invalid([timeZoneFault(tz)]);
  const faults: Fault[] = [];
  const read = (param: 'date' | 'from' | 'to', text: string | undefined) => {
    if (text === undefined) return undefined;
    const instant = param === 'date' ? undefined : readTimestamp(text, tz);
    const period = instant ? { from: instant, before: instant } : readPeriod(text, tz);
    if (!period) faults.push(dateFault(param, text));
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

function dateFault(param: string, value: string): Fault {
  const forms = ['2024', '2024-11', '2024-11-03'];
  const instants = ['2024-11-03T11:59:00Z', '2024-11-03T20:59:00+09:00'];
  return {
    param,
    value,
    reason: /^\d{4}-\d{2}/.test(value) ? 'is not a valid date' : 'is not a date',
    allowed: param === 'date' ? forms : [...forms, ...instants],
  };
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
