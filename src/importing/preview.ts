import { Temporal } from 'temporal-polyfill';
import { isTimeZone } from '../model/calendar.ts';
import type { ReadArticle } from '../model/draft.ts';
import { warningPhrase } from './warning-phrases.ts';

/** An article as a dry run shows it. Plain data. */
export interface PreviewRow {
  path: string;
  line: number | null;
  headline: string;
  publishedAt: string | null;
  /** Precision and origin of `publishedAt`; null if it is undated. */
  precision: string | null;
  basis: string | null;
  /** Time zone in which the date was printed. */
  timeZone: string | null;
  byline: string | null;
  /** Names of people, most mentioned first. */
  people: string[];
  /** Codes of warnings. */
  warnings: string[];
}

/** Maximum number of articles that a dry run shows. */
export const previewLimit = 50;
const maxPeople = 20;

/** Returns the row of an article. `nameOf` returns the name of a tag. */
export function previewRow(
  { origin, headline, publishedAt, publication, byline, mentions, warnings }: ReadArticle,
  nameOf: (tag: ReadArticle['mentions'][number]['tag']) => string,
): PreviewRow {
  const counts = new Map<string, number>();
  for (const { tag } of mentions) {
    if (!tag.startsWith('person/')) continue;
    const name = nameOf(tag);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return {
    path: origin.path,
    line: origin.line,
    headline,
    publishedAt,
    precision: publication?.precision ?? null,
    basis: publication?.basis ?? null,
    timeZone: publication?.timeZone ?? null,
    byline,
    people: [...counts]
      .sort((a, b) => b[1] - a[1])
      .slice(0, maxPeople)
      .map(([name]) => name),
    warnings: [...new Set(warnings.map(({ code }) => code))],
  };
}

const columns = { headline: 44, date: 27, byline: 20, people: 32 };
/** Number of people that a row names. */
const peopleShown = 2;

/** Formats rows as a table for people, with the first place of each. */
export function previewLines(rows: readonly PreviewRow[], total: number): string[] {
  if (rows.length === 0) return [];
  const line = (headline: string, date: string, byline: string, people: string, warnings: string): string =>
    [
      inColumn(headline, columns.headline),
      inColumn(date, columns.date),
      inColumn(byline, columns.byline),
      inColumn(people, columns.people),
      warnings,
    ]
      .join('  ')
      .trimEnd();
  const more = total - rows.length;
  return [
    line('Headline', 'Date and its origin', 'Byline', 'People', 'Notes'),
    ...rows.map((row) =>
      line(
        row.headline,
        dateOf(row),
        row.byline ?? '–',
        peopleOf(row),
        row.warnings.flatMap(noteOf).join(', '),
      ),
    ),
    ...(more > 0 ? [`… and ${more.toLocaleString('en')} more`] : []),
    '',
  ];
}

const origins: Record<string, string> = {
  printed: 'stated',
  dateline: 'from dateline',
  address: 'from address',
  path: 'from path',
  editor: 'set by editor',
  crawled: 'time of crawl',
  imported: 'time of import',
};

/** Lengths of an instant for each precision. */
const lengths: Record<string, number> = { year: 4, month: 7, day: 10 };

function dateOf({ publishedAt, precision, basis, timeZone }: PreviewRow): string {
  if (publishedAt === null) return 'none found';
  const length = lengths[precision ?? ''];
  // A day is that of the place where it was printed; in UTC it may be the day before.
  const isZone = timeZone !== null && (isTimeZone(timeZone) || /^[+-]\d\d:\d\d$/.test(timeZone));
  const local = () => Temporal.Instant.from(publishedAt).toZonedDateTimeISO(isZone ? timeZone : 'UTC');
  const date = length === undefined ? publishedAt.slice(0, 16) : local().toString().slice(0, length);
  return `${date.replace('T', ' ')} ${origins[basis ?? ''] ?? basis ?? ''}`;
}

function peopleOf({ people }: PreviewRow): string {
  if (people.length === 0) return '–';
  const more = people.length - peopleShown;
  return [...people.slice(0, peopleShown), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

/** Returns a note on a warning. The date and its origin, and the fields not used, are shown elsewhere. */
function noteOf(code: string): string[] {
  if (/^(?:undated|published-from-.*|field-unmapped)$/.test(code)) return [];
  return [warningPhrase(code).replace(/^(?:with|that) (?:an? )?/, '')];
}

/** Cuts or fills a text to a width in columns of a terminal. */
function inColumn(text: string, width: number): string {
  let taken = 0;
  let fitting = '';
  const line = text.replace(/\s+/g, ' ');
  const isWhole = widthOf(line) <= width;
  for (const character of line) {
    const next = widthOf(character);
    if (taken + next > (isWhole ? width : width - 1)) break;
    fitting += character;
    taken += next;
  }
  if (!isWhole) {
    fitting += '…';
    taken += 1;
  }
  return fitting + ' '.repeat(Math.max(0, width - taken));
}

/** Returns the number of columns: two for wide characters of East Asia, none for combining marks. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\p{M}|\p{Cf}/u.test(character)) continue;
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f300}-\u{1faff}]/u.test(
        character,
      )
        ? 2
        : 1;
  }
  return width;
}
