import { isWeekday, monthOf } from './month-names.ts';

/** Order of a numeric date: `03/11/2024` is 3 November (day first) or 11 March (month first). */
export type DateOrder = 'day-first' | 'month-first';

/** A date found in a text, without time of day. `start` and `end` are offsets in UTF-16 code units. */
export interface CalendarDate {
  year: number;
  month: number;
  day: number;
  precision: 'day' | 'month' | 'year';
  start: number;
  end: number;
}

interface Form {
  pattern: RegExp;
  /** Returns year, month and day, or undefined if the match is not a date. */
  read(groups: Record<string, string>, order: DateOrder | undefined): [number, number?, number?] | undefined;
}

const word = String.raw`\p{L}{2,14}`;

const forms: Form[] = [
  // 2024-11-03, 2024-11-03T…
  { pattern: /(?<![\d.-])(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})(?![\d]|-\d)/gu, read: numbers },
  // 2024/11/03, 2024. 11. 3., 2024.11.03
  {
    pattern: /(?<![\d./])(?<y>\d{4})(?:\/|\.\s?)(?<m>\d{1,2})(?:\/|\.\s?)(?<d>\d{1,2})(?!\d)\.?/gu,
    read: numbers,
  },
  // 2024년 11월 3일, 2024年11月3日
  {
    pattern:
      /(?<!\d)(?<y>\d{4})\s?[년年]\s?(?<m>\d{1,2})\s?[월月]\s?(?<d>\d{1,2})\s?[일日](?:\s?[(（]?[월화수목금토일月火水木金土日](?:[曜]日|요일)?[)）])?/gu,
    read: numbers,
  },
  // Ngày 3 tháng 11 năm 2024
  {
    pattern:
      /(?<!\p{L})(?:ngày\s)?(?<d>\d{1,2})\s(?:tháng|\/)\s?(?<m>\d{1,2}),?\s(?:năm\s)?(?<y>\d{4})(?!\d)/giu,
    read: numbers,
  },
  // 20241103, 20241103T115900Z (NITF, ISO 8601 basic format)
  {
    pattern: /(?<![\d.-])(?<y>(?:1[5-9]|2[01])\d{2})(?<m>0[1-9]|1[0-2])(?<d>[0-3]\d)(?=T\d|$)/gu,
    read: numbers,
  },
  // Nov. 3, 2024; November 3rd 2024; Nov-03-2024
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d])(?<name>${word})\.?[\s-]{0,2}(?<d>\d{1,2})(?:st|nd|rd|th)?(?:\s?,\s?|[\s-]+)(?<y>\d{4})(?![\d])`,
      'giu',
    ),
    read: named,
  },
  // 3 November 2024; 3. November 2024; 3 de noviembre de 2024; 1-MAR-1987; 1er mars 2024; the 3rd of May, 2024
  {
    pattern: new RegExp(
      String.raw`(?<![\d.,:])(?<d>\d{1,2})(?:st|nd|rd|th|er|º|\.)?[\s/-]{0,2}(?:of\s|de\s|d['’])?(?<name>${word})\.?(?:\s?,\s?|[\s/-]+)(?:de\s|del\s)?(?<y>\d{4})(?!\d)`,
      'giu',
    ),
    read: named,
  },
  // 03 Nov 24 11:59 (RFC 822), 1-MAR-87
  {
    pattern: new RegExp(
      String.raw`(?<![\d.,:])(?<d>\d{1,2})(?<gap>[\s-])(?<name>${word})\k<gap>(?<y>\d{2})(?=\s+\d{1,2}:\d{2}|\s*$)`,
      'giu',
    ),
    read: named,
  },
  // Sun Nov  3 11:59:00 UTC 2024 (ctime, date). The time is in the middle; readDate parses it.
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d])(?<name>${word})\s{1,2}(?<d>\d{1,2})\s(?=\d{2}:\d{2}(?::\d{2})?\s(?:[A-Z]{3,4}\s|[+-]\d{4}\s)?(?<y>\d{4})(?!\d))`,
      'giu',
    ),
    read: named,
  },
  // 25.11.2024, 11/25/2024; 03/11/2024 only when the order is known
  {
    pattern: /(?<![\d./-])(?<a>\d{1,2})(?<gap>\.\s?|[/-])(?<b>\d{1,2})\k<gap>(?<y>\d{4})(?!\d)/gu,
    read: ordered,
  },
  // November 2024
  {
    pattern: new RegExp(String.raw`^\s*(?<name>${word})\.?,?\s(?<y>\d{4})\s*$`, 'giu'),
    read: named,
  },
  // 2024-11, 2024
  { pattern: /^\s*(?<y>\d{4})(?:-(?<m>\d{2}))?\s*$/gu, read: numbers },
];

/**
 * Finds the first date in a text, including a weekday before it. Ignores impossible days (`2024-02-30`), and numeric
 * dates that are ambiguous without `order`.
 */
// "Sun, Nov. 3, 2024 - 20:59" → { year: 2024, month: 11, day: 3, precision: "day", start: 0, end: 17 }
export function findCalendarDate(text: string, order?: DateOrder): CalendarDate | undefined {
  let first: CalendarDate | undefined;
  for (const { pattern, read } of forms) {
    for (const match of text.matchAll(pattern)) {
      if (first && match.index >= first.start) break;
      const [year, month, day] = read(match.groups ?? {}, order) ?? [];
      if (year === undefined || !isReal(year, month ?? 1, day ?? 1)) continue;
      first = {
        year,
        month: month ?? 1,
        day: day ?? 1,
        precision: day !== undefined ? 'day' : month !== undefined ? 'month' : 'year',
        start: match.index,
        end: match.index + match[0].length,
      };
      break;
    }
  }
  return first && { ...first, start: weekdayBefore(text, first.start) };
}

function numbers({ y, m, d }: Record<string, string>): [number, number?, number?] {
  if (m === undefined) return [Number(y)];
  return d === undefined ? [Number(y), Number(m)] : [Number(y), Number(m), Number(d)];
}

function named({ y = '', name = '', d }: Record<string, string>): [number, number?, number?] | undefined {
  const month = monthOf(name);
  if (month === undefined) return undefined;
  // RFC 5322, section 4.3: years 00 to 49 mean 2000 to 2049.
  const year = y.length === 2 ? Number(y) + (Number(y) < 50 ? 2000 : 1900) : Number(y);
  return d === undefined ? [year, month] : [year, month, Number(d)];
}

function ordered(
  { a, b, y, gap = '' }: Record<string, string>,
  order: DateOrder | undefined,
): [number, number?, number?] | undefined {
  const [one, other, year] = [Number(a), Number(b), Number(y)];
  if (one > 12 || one === other) return [year, other, one];
  if (other > 12) return [year, one, other];
  // All CLDR locales that separate the numbers by full stops put the day first.
  const meant = gap.startsWith('.') ? 'day-first' : order;
  if (!meant) return undefined;
  return meant === 'day-first' ? [year, other, one] : [year, one, other];
}

function isReal(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

function weekdayBefore(text: string, start: number): number {
  const weekday = /(?<![\p{L}\d])(\p{L}{2,14})(?:\.?,\s{0,2}|\.?\s{1,2})(?:den\s|the\s|le\s)?$/u.exec(
    text.slice(0, start),
  );
  return weekday?.[1] && isWeekday(weekday[1]) ? weekday.index : start;
}
