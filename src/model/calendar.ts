import { LRUCache } from 'lru-cache';
import { Temporal } from 'temporal-polyfill';
import type { Instant } from './instant.ts';

/** Time range from `from` (inclusive) to `before` (exclusive). */
export interface Period {
  from: Instant;
  before: Instant;
}

/** Temporal needs about 2 ms for the months of fifteen years, so results are cached. */
const periodCache = new LRUCache<string, { period: Period | undefined }>({ max: 1_000 });
const edgesCache = new LRUCache<string, { edges: Instant[] | undefined }>({ max: 50 });

const calendarWord = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const timestamp = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?( ?Z|[ +-]\d{2}(?::?\d{2})?)?$/i;
const earliest = Temporal.Instant.from('0000-01-01T00:00:00Z');
const latest = Temporal.Instant.from('9999-12-31T23:59:59Z');

/** Valid names seen so far, because a check takes half a millisecond. */
const knownTimeZones = new Set(['UTC']);

/** True for a time zone of the IANA database (`Asia/Seoul`, `UTC`), false for an offset. */
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
 * Returns the period of a year, month or day in a time zone. Handles days that are not 24 hours long or do
 * not begin at midnight. Undefined for an invalid date: `2024-02-30`, `2024-13`, `yesterday`.
 */
// "2024-11-03", "Asia/Seoul" → { from: "2024-11-02T15:00:00Z", before: "2024-11-03T15:00:00Z" }
export function readPeriod(text: string, timeZone: string): Period | undefined {
  // Reject long input before it reaches the cache.
  if (text.length > 10) return undefined;
  const key = `${text} ${timeZone}`;
  const known = periodCache.get(key) ?? { period: periodOf(text, timeZone) };
  periodCache.set(key, known);
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
 * Returns the instant of a timestamp, rounded up to whole seconds. Without an offset it is local time in the
 * zone. A space before the offset is read as "+", because an unencoded plus in a URL becomes a space.
 * Undefined if the text is not a timestamp.
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
    return formatInstant(instant);
  } catch (cause) {
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}

/** Unit of time that timelines count by. */
export type CalendarUnit = 'day' | 'week' | 'month' | 'year';

/**
 * Returns the start of every day, week (from Monday), month or year in a time zone from `from` to `last`,
 * followed by the end of the last one. With `openEnd`, the last period contains `last`; otherwise `last` is
 * the exclusive end. Undefined if there are more than `most` periods.
 */
// 2024-11-03T11:59:00Z … 2024-12-01T00:00:00Z, month, UTC → [2024-11-01T00:00:00Z, 2024-12-01T00:00:00Z]
export function calendarEdges(
  time: { from: Instant; last: Instant; openEnd: boolean },
  unit: CalendarUnit,
  timeZone: string,
  most: number,
): Instant[] | undefined {
  const key = [time.from, time.last, time.openEnd, unit, timeZone, most].join(' ');
  const known = edgesCache.get(key) ?? { edges: edgesOf(time, unit, timeZone, most) };
  edgesCache.set(key, known);
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
    // Always add to the first day: adding month by month would drift at month ends.
    const edge = first
      .add({ [`${unit}s`]: count })
      .toZonedDateTime(timeZone)
      .toInstant();
    edges.push(formatInstant(edge));
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
  return formatInstant(date.toZonedDateTime(timeZone).toInstant());
}

function formatInstant(instant: Temporal.Instant): Instant {
  const whole = instant.round({ smallestUnit: 'second', roundingMode: 'ceil' });
  const kept =
    Temporal.Instant.compare(whole, earliest) < 0
      ? earliest
      : Temporal.Instant.compare(whole, latest) > 0
        ? latest
        : whole;
  return kept.toString({ smallestUnit: 'second' });
}
