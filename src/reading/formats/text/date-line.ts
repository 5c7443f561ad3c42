import { isAgency } from '../../fields/agency-names.ts';
import { isBylinePlace } from '../../fields/byline-places.ts';
import type { DateOrder } from '../../fields/date-order.ts';
import { type PrintedDate, readDate } from '../../fields/read-date.ts';
import { dateLabels } from './date-labels.ts';

/** The dates that a line of dates gives. */
export interface DateLine {
  published: PrintedDate | undefined;
  updated: PrintedDate | undefined;
  /** Place before the date: `Madrid, 14 de marzo de 2024`. */
  place?: string;
}

/** Remarks that a line of dates may contain: zone remarks, reading time, separators. */
const fill =
  /[^\p{L}\p{M}\d]|(?<![\p{L}\p{M}])(?:\d+\s?min(?:ute)?s?(?: read)?|local time|korea time|uhr|updated|published|am|by|at|on|and|ago|saat|klo|hs|h|น|र)(?![\p{L}\p{M}])/giu;

interface DateLineSettings {
  timeZone: string | null;
  order: DateOrder | undefined;
}

/**
 * The dates of a line that holds nothing else: `Published : Nov. 3, 2024 - 20:59`, `Monday, May 18, 2015`,
 * `Published 9:00 a.m., Updated 10:15 a.m. …`. Undefined for sentences in which a date stands.
 */
export function readDateLine(line: string, settings: DateLineSettings): DateLine | undefined {
  if (line.length > 160 || !/\p{Nd}|年/u.test(line)) return undefined;
  const found: DateLine = { published: undefined, updated: undefined };
  const marks = [...line.matchAll(dateLabels)];
  const opening = line.slice(0, marks[0]?.index ?? line.length);
  const openingDate = readDate(opening, { ...settings, farAhead: true });
  if (openingDate) found.published = openingDate;
  let rest = openingDate ? without(opening, openingDate) : opening;
  for (const [index, mark] of marks.entries()) {
    const start = mark.index + mark[0].length;
    const part = line.slice(start, marks[index + 1]?.index ?? line.length);
    const date = readDate(part, { ...settings, farAhead: true });
    if (date) found[mark.groups?.updated ? 'updated' : 'published'] ??= date;
    const later = date ? undefined : timeOfSameDay(found.published, part, settings);
    if (later && mark.groups?.updated) found.updated ??= later.date;
    rest += ` ${date ? without(part, date) : (later?.rest ?? part)}`;
  }
  if (!found.published && !found.updated) return undefined;
  if (rest.replace(fill, '').length <= 3) return found;
  const place = openingDate && marks.length === 0 ? placeBefore(line, openingDate) : undefined;
  return place === undefined ? undefined : { ...found, place };
}

/** Reads a time without a date as one of the day before it: `28 آب 2013، آخر تحديث 14:00`. */
function timeOfSameDay(
  day: PrintedDate | undefined,
  part: string,
  settings: DateLineSettings,
): { date: PrintedDate; rest: string } | undefined {
  if (!day) return undefined;
  const text = `${day.text} ${part}`;
  const date = readDate(text, { ...settings, farAhead: true });
  const hasTime = date !== undefined && date.precision !== 'day' && date.end > day.text.length;
  return hasTime ? { date, rest: text.slice(date.end) } : undefined;
}

/** Returns the place of a line that has nothing but a place and a date. */
function placeBefore(line: string, date: PrintedDate): string | undefined {
  if (line.slice(date.end).replace(fill, '') !== '') return undefined;
  const place = line.slice(0, date.start).replace(/[\s,،–—-]+$/u, '');
  const [town = '', region = ''] = place.split(/,\s/, 2);
  const isRegion = /^(?:\p{Lu}[\p{L}.]+(?:\s\p{Lu}[\p{L}.]+){0,2})?$/u.test(region);
  const isWhole = place === (region === '' ? town : `${town}, ${region}`);
  return isWhole && isRegion && isBylinePlace(town) && !isAgency(town) ? place : undefined;
}

function without(text: string, date: PrintedDate): string {
  return `${text.slice(0, date.start)} ${text.slice(date.end)}`;
}
