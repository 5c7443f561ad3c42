import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../../model/instant.ts';

/** Maximum number of addresses in a file (sitemaps.org). */
export const mostEntries = 50_000;

/** Maximum number of articles in a month with a file per day. A larger month has a file per hour. */
const mostByDay = 15 * mostEntries;

/** A month, day or hour of articles, a range of undated articles in order of storage, or a range of tags. */
export type SitemapFile =
  | { kind: 'undated'; after: number }
  | { kind: 'articles'; from: Instant; before: Instant }
  | { kind: 'tags'; after: number; through: number };

/**
 * Returns the names of all files. A month with more than 50,000 articles has a file per day, a much larger one a file
 * per hour, so that files stay far below their maximum. An article stays in its file until its month passes such a
 * limit.
 */
export function sitemapFiles(
  months: { month: string; articles: number }[],
  undated: number,
  lastTagNumber: number,
): string[] {
  const tagFiles = Math.ceil(lastTagNumber / mostEntries);
  const undatedFiles = Math.ceil(undated / mostEntries);
  return [
    ...Array.from({ length: tagFiles }, (_, index) => `tags-${index + 1}.xml`),
    ...months.flatMap(({ month, articles }) =>
      periodsOf(month, articles).map((period) => `articles-${period}.xml`),
    ),
    ...Array.from({ length: undatedFiles }, (_, index) => `undated-${index + 1}.xml`),
  ];
}

function periodsOf(month: string, articles: number): string[] {
  if (articles <= mostEntries) return [month];
  const { daysInMonth } = Temporal.PlainYearMonth.from(month);
  const days = Array.from({ length: daysInMonth }, (_, day) => `${month}-${twoDigits(day + 1)}`);
  if (articles <= mostByDay) return days;
  return days.flatMap((day) => Array.from({ length: 24 }, (_, hour) => `${day}T${twoDigits(hour)}`));
}

/** Returns the content of a file by its name; undefined for an unknown name. */
// articles-2024-11-03.xml → from 2024-11-03T00:00:00Z to before 2024-11-04T00:00:00Z
export function sitemapFile(name: string): SitemapFile | undefined {
  const tagFile = /^tags-([1-9]\d{0,9})\.xml$/.exec(name)?.[1];
  if (tagFile !== undefined) {
    const through = Number(tagFile) * mostEntries;
    return { kind: 'tags', after: through - mostEntries, through };
  }
  const undatedFile = /^undated-([1-9]\d{0,4})\.xml$/.exec(name)?.[1];
  if (undatedFile !== undefined) return { kind: 'undated', after: (Number(undatedFile) - 1) * mostEntries };
  const [, month, day, hour] = /^articles-(\d{4}-\d{2})(?:-(\d{2})(?:T(\d{2}))?)?\.xml$/.exec(name) ?? [];
  if (month === undefined) return undefined;
  try {
    const first = Temporal.PlainDateTime.from(`${month}-${day ?? '01'}T${hour ?? '00'}:00:00`);
    const next = first.add(
      day === undefined ? { months: 1 } : hour === undefined ? { days: 1 } : { hours: 1 },
    );
    return { kind: 'articles', from: `${first.toString()}Z`, before: `${next.toString()}Z` };
  } catch {
    return undefined;
  }
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
