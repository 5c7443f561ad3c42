import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../../model/instant.ts';

/** How many addresses a file may have (sitemaps.org). */
export const mostEntries = 50_000;

/** Up to so many articles a month one file has them; up to this, a file a day; above, a file an hour. */
const mostByDay = 15 * mostEntries;

/** A month, day or hour of articles, or a stretch of people, topics, organizations and places. */
export type SitemapFile =
  | { kind: 'articles'; from: Instant; before: Instant }
  | { kind: 'tags'; after: number; through: number };

/**
 * The names of the files that have everything. Which file an article or tag is in never changes while its month
 * stays below a bound, and no file is counted to know: a month above 50,000 articles is cut into its days, one far
 * above into its hours, so that a file has a part of what it may have on average.
 */
export function sitemapFiles(months: { month: string; articles: number }[], lastTagNumber: number): string[] {
  const stretches = Math.ceil(lastTagNumber / mostEntries);
  return [
    ...Array.from({ length: stretches }, (_, index) => `tags-${index + 1}.xml`),
    ...months.flatMap(({ month, articles }) =>
      periodsOf(month, articles).map((period) => `articles-${period}.xml`),
    ),
  ];
}

function periodsOf(month: string, articles: number): string[] {
  if (articles <= mostEntries) return [month];
  const { daysInMonth } = Temporal.PlainYearMonth.from(month);
  const days = Array.from({ length: daysInMonth }, (_, day) => `${month}-${twoDigits(day + 1)}`);
  if (articles <= mostByDay) return days;
  return days.flatMap((day) => Array.from({ length: 24 }, (_, hour) => `${day}T${twoDigits(hour)}`));
}

/** What a file has, by its name; undefined for a name that no file has. */
// articles-2024-11-03.xml → from 2024-11-03T00:00:00Z to before 2024-11-04T00:00:00Z
export function sitemapFile(name: string): SitemapFile | undefined {
  const stretch = /^tags-([1-9]\d{0,9})\.xml$/.exec(name)?.[1];
  if (stretch !== undefined) {
    const through = Number(stretch) * mostEntries;
    return { kind: 'tags', after: through - mostEntries, through };
  }
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
