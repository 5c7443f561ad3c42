import { type DateForm, dateForms } from './calendar-forms.ts';
import type { DateOrder } from './date-order.ts';
import { isWeekday } from './month-names.ts';

/** A date found in a text, without time of day. `start` and `end` are offsets in UTF-16 code units. */
export interface CalendarDate {
  year: number;
  month: number;
  day: number;
  precision: 'day' | 'month' | 'year';
  start: number;
  end: number;
}

/**
 * Finds the first date in a text, including a weekday before it. Ignores impossible days (`2024-02-30`), and numeric
 * dates that are ambiguous without `order`.
 */
// "Sun, Nov. 3, 2024 - 20:59" → { year: 2024, month: 11, day: 3, precision: "day", start: 0, end: 17 }
export function findCalendarDate(text: string, order?: DateOrder): CalendarDate | undefined {
  if (!/\d|年/.test(text)) return undefined;
  let first: CalendarDate | undefined;
  for (const form of dateForms) first = firstOf(form, text, order, first?.start) ?? first;
  return first && { ...first, start: weekdayBefore(text, first.start) };
}

/** Returns the first date of a form before an offset. */
function firstOf(
  { pattern, read }: DateForm,
  text: string,
  order: DateOrder | undefined,
  before = Number.POSITIVE_INFINITY,
): CalendarDate | undefined {
  for (const match of text.matchAll(pattern)) {
    if (match.index >= before) return undefined;
    const [year, month, day] = read(match.groups ?? {}, order) ?? [];
    if (year === undefined || !isReal(year, month ?? 1, day ?? 1)) continue;
    return {
      year,
      month: month ?? 1,
      day: day ?? 1,
      precision: day !== undefined ? 'day' : month !== undefined ? 'month' : 'year',
      start: match.index,
      end: match.index + match[0].length,
    };
  }
  return undefined;
}

function isReal(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

const beforeDay =
  /(?<![\p{L}\d])(?<name>[\p{L}\p{M}\u200c]{2,16}(?:-feira)?)(?:\.?[,،]\s{0,2}|\.?\s{1,2})(?:(?:den|der|dem|the|le|el|il|o|dne|dnia|dia|día|ngày|tanggal)\s)?$/iu;

function weekdayBefore(text: string, start: number): number {
  // A weekday and an article are shorter than this.
  const from = Math.max(0, start - 32);
  const match = beforeDay.exec(text.slice(from, start));
  return match?.groups?.name && isWeekday(match.groups.name) ? from + match.index : start;
}
