import { LRUCache } from 'lru-cache';
import { Temporal } from 'temporal-polyfill';
import type { Instant } from './instant.ts';

/** A stretch of time: at or after `from`, before `before`. */
export interface Period {
  from: Instant;
  before: Instant;
}

/** Calendars are slow to ask and always say the same: 2 ms for fifteen years of months. */
const readBefore = new LRUCache<string, { period: Period | undefined }>({ max: 1_000 });
const cutBefore = new LRUCache<string, { edges: Instant[] | undefined }>({ max: 50 });

const calendarWord = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const timestamp = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?( ?Z|[ +-]\d{2}:?\d{2})?$/i;
const earliest = Temporal.Instant.from('0000-01-01T00:00:00Z');
const latest = Temporal.Instant.from('9999-12-31T23:59:59Z');

/** Names found to be right: asking takes half a millisecond. No more can gather than there are zones. */
const knownTimeZones = new Set(['UTC']);

/** Whether this is a time zone of the IANA database: `Asia/Seoul`, `UTC`; not an offset. */
export function isTimeZone(name: string): boolean {
  const upper = name.toUpperCase();
  if (knownTimeZones.has(upper)) return true;
  if (!/^[A-Z]/.test(upper)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    knownTimeZones.add(upper);
    return true;
  } catch {
    return false;
  }
}

/**
 * The period of a year, month or day in a time zone, right on days that are longer or shorter than 24 hours or
 * that do not begin at midnight. Undefined for what is no such date: `2024-02-30`, `2024-13`, `yesterday`.
 */
// "2024-11-03", "Asia/Seoul" → { from: "2024-11-02T15:00:00Z", before: "2024-11-03T15:00:00Z" }
export function readPeriod(text: string, timeZone: string): Period | undefined {
  // What is too long is no date, and not kept.
  if (text.length > 10) return undefined;
  const key = `${text} ${timeZone}`;
  const known = readBefore.get(key) ?? { period: periodOf(text, timeZone) };
  readBefore.set(key, known);
  return known.period;
}

function periodOf(text: string, timeZone: string): Period | undefined {
  const match = calendarWord.exec(text);
  if (!match) return undefined;
  const [, year = '', month, day] = match;
  try {
    const first = Temporal.PlainDate.from(`${year}-${month ?? '01'}-${day ?? '01'}`, { overflow: 'reject' });
    const next = first.add(day ? { days: 1 } : month ? { months: 1 } : { years: 1 });
    return { from: startOf(first, timeZone), before: startOf(next, timeZone) };
  } catch (cause) {
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}

/**
 * The instant of a timestamp, rounded up to whole seconds; without an offset it is local time of the zone. A
 * space before the offset is read as the plus sign that an unencoded URL turns into one. Undefined for what is
 * no timestamp.
 */
// "2024-11-03T20:59+09:00", "UTC" → "2024-11-03T11:59:00Z"
export function readTimestamp(text: string, timeZone: string): Instant | undefined {
  const match = timestamp.exec(text);
  if (!match) return undefined;
  const offset = match[1];
  try {
    const instant = offset
      ? Temporal.Instant.from(text.replace(' Z', 'Z').replace(' ', '+'))
      : Temporal.PlainDateTime.from(text, { overflow: 'reject' }).toZonedDateTime(timeZone).toInstant();
    return written(instant);
  } catch (cause) {
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}

/** A stretch of the calendar that timelines count by. */
export type CalendarUnit = 'day' | 'week' | 'month' | 'year';

/**
 * Where the days, weeks (from Monday), months or years of a time zone begin that cover the time from `from` to
 * `last`, and where the last of them ends. With `openEnd`, `last` is an instant that has to lie in a period, else
 * it is where the time ends. Undefined when there are more than `most` periods.
 */
// 2024-11-03T11:59:00Z … 2024-12-01T00:00:00Z, month, UTC → [2024-11-01T00:00:00Z, 2024-12-01T00:00:00Z]
export function calendarEdges(
  time: { from: Instant; last: Instant; openEnd: boolean },
  unit: CalendarUnit,
  timeZone: string,
  most: number,
): Instant[] | undefined {
  const key = [time.from, time.last, time.openEnd, unit, timeZone, most].join(' ');
  const known = cutBefore.get(key) ?? { edges: edgesOf(time, unit, timeZone, most) };
  cutBefore.set(key, known);
  return known.edges?.slice();
}

function edgesOf(
  { from, last, openEnd }: { from: Instant; last: Instant; openEnd: boolean },
  unit: CalendarUnit,
  timeZone: string,
  most: number,
): Instant[] | undefined {
  const end = Temporal.Instant.from(last).add({ seconds: openEnd ? 1 : 0 });
  const first = firstDay(Temporal.Instant.from(from).toZonedDateTimeISO(timeZone).toPlainDate(), unit);
  const edges: Instant[] = [];
  for (let count = 0; ; count += 1) {
    // From the first day each time: adding up months would lose days at their ends.
    const edge = first
      .add({ [`${unit}s`]: count })
      .toZonedDateTime(timeZone)
      .toInstant();
    edges.push(written(edge));
    if (Temporal.Instant.compare(edge, end) >= 0) return edges;
    if (count === most) return undefined;
  }
}

function firstDay(date: Temporal.PlainDate, unit: CalendarUnit): Temporal.PlainDate {
  if (unit === 'week') return date.subtract({ days: date.dayOfWeek - 1 });
  if (unit === 'month') return date.with({ day: 1 });
  if (unit === 'year') return date.with({ month: 1, day: 1 });
  return date;
}

function startOf(date: Temporal.PlainDate, timeZone: string): Instant {
  return written(date.toZonedDateTime(timeZone).toInstant());
}

function written(instant: Temporal.Instant): Instant {
  const whole = instant.round({ smallestUnit: 'second', roundingMode: 'ceil' });
  const kept =
    Temporal.Instant.compare(whole, earliest) < 0
      ? earliest
      : Temporal.Instant.compare(whole, latest) > 0
        ? latest
        : whole;
  return kept.toString({ smallestUnit: 'second' });
}
