import { Temporal } from 'temporal-polyfill';
import type { Publication } from '../../model/article.ts';
import type { Instant } from '../../model/instant.ts';
import { type CalendarDate, type DateOrder, findCalendarDate } from './calendar-date.ts';
import { type ClockTime, readClockTime } from './clock-time.ts';
import { zoneOf } from './zone-names.ts';

export interface DateSettings {
  /** IANA zone of dates that print none; null when nobody said, and then UTC is assumed. */
  timeZone: string | null;
  /** How `03.11.2024` is meant; without it such a date is not read. */
  order?: DateOrder | undefined;
  /** What counts as now: dates after the next year are refused. By default the clock's. */
  now?: Instant | undefined;
}

/** A date as printed, and the instant it means. */
export interface PrintedDate {
  instant: Instant;
  precision: Publication['precision'];
  /** As printed, label and frame aside: `text === source.slice(start, end)`. */
  text: string;
  start: number;
  end: number;
  /** IANA zone or offset in which it was read: `Asia/Seoul`, `+09:00`, `UTC`. */
  timeZone: string;
  /** Whether the zone stands in the text, was given by the settings, or had to be assumed to be UTC. */
  zone: 'printed' | 'given' | 'assumed';
}

/**
 * The first date in a text, with the time of day and the zone that stand beside it, as an instant. It reads the
 * forms that news prints in many languages (see calendar-date.ts and clock-time.ts); `yesterday` and `Nov. 3`
 * are no dates, for they mean nothing without another one. Local times are converted by the zone's history, so
 * that daylight saving time is right; a time that a clock skipped or showed twice is read as RFC 5545 reads it.
 * What is unknown counts as the beginning: a day begins at midnight in its zone. Years before 1000 and after the
 * next one are refused.
 */
// "Published : Nov. 3, 2024 - 20:59", { timeZone: "Asia/Seoul" }
//   → { instant: "2024-11-03T11:59:00Z", precision: "minute", text: "Nov. 3, 2024 - 20:59", timeZone: "Asia/Seoul", … }
export function readDate(printed: string, { timeZone, order, now }: DateSettings): PrintedDate | undefined {
  const exact = exactInstant(printed, timeZone, now);
  if (exact) return exact;
  const text = withAsciiDigits(printed);
  const date = findCalendarDate(text, order);
  const thisYear = now ? Number(now.slice(0, 4)) : new Date().getUTCFullYear();
  if (!date || date.year < 1000 || date.year > thisYear + 1) return undefined;
  const time = date.precision === 'day' ? (timeAfter(text, date) ?? timeBefore(text, date)) : undefined;
  const named = time?.zone && zoneOf(time.zone, timeZone);
  const zone = named || timeZone || 'UTC';
  const instant = instantIn(zone, date, time?.clock);
  if (!instant) return undefined;
  const start = time?.start ?? date.start;
  const end = time?.end ?? date.end;
  return {
    instant,
    precision: time ? time.clock.precision : date.precision,
    text: printed.slice(start, end),
    start,
    end,
    timeZone: zone,
    zone: named ? 'printed' : timeZone ? 'given' : 'assumed',
  };
}

/** Arabic-Indic, Persian and Devanagari digits as ASCII ones, of the same length: `٣` → `3`. */
function withAsciiDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g, (digit) =>
    String(digit.charCodeAt(0) - (digit < '\u06f0' ? 0x660 : digit < '\u0966' ? 0x6f0 : 0x966)),
  );
}

const isoInstant = /^(\d{4})-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(Z?)$/;

/** A text that is an instant already, as most databases write it: reading it like others takes 20 times as long. */
// "2024-11-03T11:59:00Z" → itself; without Z where that means UTC
function exactInstant(
  text: string,
  timeZone: string | null,
  now: Instant | undefined,
): PrintedDate | undefined {
  const [, digits, utc] = isoInstant.exec(text) ?? [];
  if (digits === undefined || (utc === '' && timeZone !== null && timeZone !== 'UTC')) return undefined;
  const year = Number(digits);
  const thisYear = now ? Number(now.slice(0, 4)) : new Date().getUTCFullYear();
  if (year < 1000 || year > thisYear + 1) return undefined;
  // The 30th of February is no day.
  const instant = utc === '' ? `${text}Z` : text;
  const time = Date.parse(instant);
  if (Number.isNaN(time) || new Date(time).getUTCDate() !== Number(text.slice(8, 10))) return undefined;
  return {
    instant,
    precision: 'second',
    text,
    start: 0,
    end: text.length,
    timeZone: 'UTC',
    zone: utc !== '' ? 'printed' : timeZone ? 'given' : 'assumed',
  };
}

interface TimeOfDate {
  clock: ClockTime;
  /** As printed: `KST`, `+09:00`. */
  zone: string | undefined;
  /** Where date and time begin and end together. */
  start: number;
  end: number;
}

const beforeTime =
  /T(?=\d)|(?:\s?г\.)?(?:\s?[(（]\p{L}{1,9}\.?[)）])?[\s,;:|·•–—/(-]*(?:(?:at|um|à|a las|alle|às|kl\.?|om|klo|в|about)\s+)?/iuy;
const zoneName =
  /\s?[([]?((?:GMT|UTC)\s?[+−-]\d{1,2}(?::?\d{2})?|[+−-]\d{2}(?::?\d{2})?(?!\d)|[A-Z][A-Za-z]+\/[A-Z][A-Za-z_]+|[A-Z]{1,4}(?![\p{L}]))[)\]]?/uy;

/** 3 Nov 2024, 20:59 KST; in ctime's form, the year follows the time. */
function timeAfter(text: string, date: CalendarDate): TimeOfDate | undefined {
  beforeTime.lastIndex = date.end;
  const gap = beforeTime.exec(text)?.[0].length ?? 0;
  const clock = readClockTime(text, date.end + gap);
  if (!clock) return undefined;
  const { zone, end } = zoneAfter(text, clock.end);
  const year = new RegExp(String.raw`^\s?${date.year}(?!\d)`).exec(text.slice(end))?.[0].length ?? 0;
  return { clock, zone, start: date.start, end: end + year };
}

/** 20:59 KST, 3 Nov 2024 */
function timeBefore(text: string, date: CalendarDate): TimeOfDate | undefined {
  const before = text.slice(0, date.start);
  for (const { index } of before.matchAll(
    /(?<![\d:.])\d{1,2}(?=[:.h]\d{2}|\s?[ap]\.?m|\d{2}\s?(?:GMT|UTC))/giu,
  )) {
    const clock = readClockTime(text, index);
    if (!clock || clock.end > date.start) continue;
    const { zone, end } = zoneAfter(text, clock.end);
    if (/^[\s,;|·•–—-]*(?:(?:on|am|le|el|il|on the)\s)?\s*$/iu.test(before.slice(end)))
      return { clock, zone, start: index, end: date.end };
  }
  return undefined;
}

function zoneAfter(text: string, start: number): { zone: string | undefined; end: number } {
  zoneName.lastIndex = start;
  const match = zoneName.exec(text);
  if (!match?.[1] || zoneOf(match[1], null) === undefined) return { zone: undefined, end: start };
  return { zone: match[1], end: start + match[0].length };
}

function instantIn(zone: string, { year, month, day }: CalendarDate, clock?: ClockTime): Instant | undefined {
  try {
    return Temporal.PlainDateTime.from({ year, month, day, ...time(clock) })
      .toZonedDateTime(zone)
      .toInstant()
      .toString({ smallestUnit: 'second' });
  } catch (cause) {
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}

function time(clock: ClockTime | undefined): { hour?: number; minute?: number; second?: number } {
  return clock ? { hour: clock.hour, minute: clock.minute, second: clock.second } : {};
}
