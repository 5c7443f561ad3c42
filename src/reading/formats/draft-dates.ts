import type { Publication, Warning } from '../../model/article.ts';
import type { Instant } from '../../model/instant.ts';
import type { DateOrder } from '../fields/date-order.ts';
import { printedPublication, timeZoneAssumed } from '../fields/printed-publication.ts';
import { readDate } from '../fields/read-date.ts';

/** What a draft says of its dates. */
export interface DraftDates {
  publishedAt: Instant | null;
  publication: Publication | null;
  updatedAt: Instant | null;
  /** Time of the last change, also if it is not after the publication. */
  modifiedAt: Instant | null;
  warnings: Warning[];
}

/**
 * The dates of a document from what it prints, each list surest first: the first of `published` that is a date
 * counts, a day giving way to the same day with a time further down; without one, the first of `updated` does.
 * A change is only one that comes later. `order` says how `03/11/2024` is meant.
 *
 * `draftDates(['2024-11-03'], ['2024-11-04T10:00:00Z'], null)` → published at the beginning of the 3rd in UTC
 * (with a warning), updated on the 4th at ten
 */
export function draftDates(
  published: (string | null)[],
  updated: (string | null)[],
  timeZone: string | null,
  order?: DateOrder,
): DraftDates {
  const read = (printed: string | null) =>
    printed === null ? undefined : readDate(printed.trim(), { timeZone, order, farAhead: true });
  const dates = published.map(read).filter((date) => date !== undefined);
  const changed = updated.map(read).find((date) => date !== undefined);
  const first = dates[0];
  const exact = first && (first.precision === 'day' ? dates.find((date) => isSameDay(date, first)) : first);
  const date = exact ?? first ?? changed;
  if (!date) {
    const unread = [...published, ...updated].find((printed) => printed !== null && printed.trim() !== '');
    const message = `Unrecognised date: "${unread}".`;
    const warnings = unread ? [{ code: 'date-not-understood', message }] : [];
    return { publishedAt: null, publication: null, updatedAt: null, modifiedAt: null, warnings };
  }
  const { publishedAt, publication, warnings } = printedPublication(date);
  const isLater = changed !== undefined && changed.instant > publishedAt;
  if (isLater && changed.zone === 'assumed' && warnings.length === 0)
    warnings.push(timeZoneAssumed(changed.text));
  const modifiedAt = changed?.instant ?? null;
  return { publishedAt, publication, updatedAt: isLater ? modifiedAt : null, modifiedAt, warnings };
}

function isSameDay(
  date: { instant: Instant; precision: string },
  day: { instant: Instant; precision: string },
): boolean {
  const apart = Math.abs(Date.parse(date.instant) - Date.parse(day.instant));
  return date.precision !== 'day' && apart < 36 * 3_600_000;
}
