import { Temporal } from 'temporal-polyfill';
import type { Publication } from '../../model/article.ts';
import type { Instant } from '../../model/instant.ts';
import { type CalendarDate, findCalendarDate } from './calendar-date.ts';
import { type ClockTime, readClockTime } from './clock-time.ts';
import type { DateOrder } from './date-order.ts';
import { withAsciiDigits } from './digits.ts';
import { isWeekday } from './month-names.ts';
import { zoneOf } from './zone-names.ts';

export interface DateSettings {
  /** IANA time zone of dates that print none. Null means UTC. */
  timeZone: string | null;
  /** Order of numeric dates such as `03/11/2024`. Without it, ambiguous ones are ignored. */
  order?: DateOrder | undefined;
  /** Current time (default: the clock). Dates after the next year are rejected. */
  now?: Instant | undefined;
  /** True to read days after the next year, too, in fields that contain a date and nothing else. */
  farAhead?: boolean | undefined;
}

/** A date found in a text, and its instant. */
export interface PrintedDate {
  instant: Instant;
  precision: Publication['precision'];
  /** Date as printed: `text === source.slice(start, end)`. */
  text: string;
  start: number;
  end: number;
  /** IANA time zone or offset used: `Asia/Seoul`, `+09:00`, `UTC`. */
  timeZone: string;
  /** Origin of the time zone: printed in the text, given by the settings, or UTC by default. */
  zone: 'printed' | 'given' | 'assumed';
}

/**
 * Finds the first date in a text, with the time of day and time zone next to it, and converts it to an instant.
 *
 * Supports the forms used by news in many languages (see calendar-date.ts and clock-time.ts), but not relative dates
 * (`yesterday`) or dates without a year (`Nov. 3`). Local times are converted with the history of the zone; skipped
 * and repeated times (daylight saving) follow RFC 5545. Without a time, the instant is the start of the day, month or
 * year in its zone. Years before 1000 and after the next year are rejected.
 */
// "Published : Nov. 3, 2024 - 20:59", { timeZone: "Asia/Seoul" }
//   → { instant: "2024-11-03T11:59:00Z", precision: "minute", text: "Nov. 3, 2024 - 20:59", timeZone: "Asia/Seoul", … }
export function readDate(
  printed: string,
  { timeZone, order, now, farAhead }: DateSettings,
): PrintedDate | undefined {
  const exact = exactInstant(printed, timeZone, farAhead ? '9999' : now);
  if (exact) return exact;
  const text = withAsciiDigits(printed);
  const date = findCalendarDate(text, order);
  const thisYear = now ? Number(now.slice(0, 4)) : new Date().getUTCFullYear();
  if (!date || date.year < 1000) return undefined;
  // A number of four digits may be anything, if it is no year of our time.
  if (date.year > thisYear + 1 && !(farAhead && date.precision === 'day')) return undefined;
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

const isoInstant = /^(\d{4})-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(Z?)$/;

/** Reads a text that is an ISO 8601 instant already. The general path takes 20 times as long. */
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
  // Date.parse accepts 30 February.
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
  /** Range of date and time together. */
  start: number;
  end: number;
}

const yearMark = String.raw`(?:\.(?=\s)|\s?(?:г\.?|года|р\.|року|r\.|roku|م|ب\.ظ)(?![\p{L}\p{M}]))?`;
const weekdayAfter = String.raw`(?:\s?[,،]?\s?[(（]?(?<weekday>[\p{L}\p{M}\u200c]{1,16}(?:-feira)?)\.?[)）]?(?![\p{L}\p{M}]))?`;
const timeWord = String.raw`(?:(?:at|um|à|a las|a la|alle|alle ore|ore|às|kl\.?|om|klo|в|у|о|об|v|ve|u|ob|o|o godz\.|godz\.|g\.|saat|la ora|ora|στις|ώρα|pukul|jam|lúc|about|الساعة|في الساعة|ساعت|בשעה|שעה|เวลา|को|hora|hodin)\s+)?`;
const beforeTime = new RegExp(
  String.raw`T(?=\d)|${yearMark}${weekdayAfter}[\s,،;:|·•–—/(-]*${timeWord}`,
  'iuy',
);
/** The same with a weekday in parentheses only, for words that are none. */
const beforeBareTime = new RegExp(
  String.raw`T(?=\d)|${yearMark}(?:\s?[(（]\p{L}{1,9}\.?[)）])?[\s,،;:|·•–—/(-]*${timeWord}`,
  'iuy',
);
const zoneName =
  /\s?[([]?((?:GMT|UTC)\s?[+−-]\d{1,2}(?::?\d{2})?|[+−-]\d{2}(?::?\d{2})?(?!\d)|[A-Z][A-Za-z]+\/[A-Z][A-Za-z_]+|[A-Z]{1,4}(?![\p{L}]))[)\]]?/uy;

/** Reads the time after a date: `3 Nov 2024, 20:59 KST`. In the form of ctime the year follows the time. */
function timeAfter(text: string, date: CalendarDate): TimeOfDate | undefined {
  const gap = gapBeforeTime(text, date.end);
  const clock = readClockTime(text, date.end + gap);
  if (!clock) return undefined;
  const { zone, end } = zoneAfter(text, clock.end);
  const year = new RegExp(String.raw`^\s?${date.year}(?!\d)`).exec(text.slice(end))?.[0].length ?? 0;
  return { clock, zone, start: date.start, end: end + year };
}

function gapBeforeTime(text: string, start: number): number {
  beforeTime.lastIndex = start;
  const match = beforeTime.exec(text);
  const weekday = match?.groups?.weekday;
  if (weekday === undefined || isWeekday(weekday)) return match?.[0].length ?? 0;
  beforeBareTime.lastIndex = start;
  return beforeBareTime.exec(text)?.[0].length ?? 0;
}

/** Reads the time before a date: `20:59 KST, 3 Nov 2024`. */
function timeBefore(text: string, date: CalendarDate): TimeOfDate | undefined {
  const before = text.slice(0, date.start);
  for (const { index } of before.matchAll(
    /(?<![\d:.])\d{1,2}(?=[:.h]\d{2}|\s?[ap]\.?m|\d{2}\s?(?:GMT|UTC))/giu,
  )) {
    const clock = readClockTime(text, index);
    if (!clock || clock.end > date.start) continue;
    const { zone, end } = zoneAfter(text, clock.end);
    if (/^[\s,;|·•–—-]*(?:(?:on|am|le|el|il|on the|del|vom|ngày|dne)\s)?\s*$/iu.test(before.slice(end)))
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
