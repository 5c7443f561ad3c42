import type { DateOrder } from './date-order.ts';
import { eraYear, han, hanNumber } from './eastern-years.ts';
import { croatianMonth, monthOf } from './month-names.ts';

type Groups = Record<string, string>;
/** Year, month and day. */
type DateNumbers = [number, number?, number?];

/** A form of printed dates. */
export interface DateForm {
  pattern: RegExp;
  /** Returns year, month and day, or undefined if the match is not a date. */
  read(groups: Groups, order: DateOrder | undefined): DateNumbers | undefined;
}

/** A name of a month. Levantine Arabic has names of two words; Hebrew puts "in" before the name. */
const word = String.raw`(?:(?:كانون|تشرين)\s[\p{L}\p{M}]{4,9}|[\p{L}\p{M}]{2,14}[׳']?)`;
/** Second name of the month, which Arabic newspapers print after the first: `آب/أغسطس`. */
const otherName = String.raw`(?:\s?[/(]\s?[\p{Script=Arabic}\p{M}]{2,14}(?:\s[\p{Script=Arabic}\p{M}]{4,9})?\)?)?`;
const ordinal = String.raw`(?:st|nd|rd|th|er|ης|[.]?[º°]|\.)`;
const preposition = String.raw`(?:of\s|de\s|d['’]|من\s)`;
const easternWeekday = String.raw`(?:\s?[(（]?(?:(?:星期|周|週|礼拜|禮拜)[一二三四五六日天]|[월화수목금토일月火水木金土日](?:[曜]日?|요일)?)(?:[)）]|(?=\s|$|[,，]))|\s?[(（][월화수목금토일月火水木金土日一二三四五六][)）])?`;

/** Forms of dates in the order of their trial; the one that begins first in the text counts. */
export const dateForms: DateForm[] = [
  // 2024-11-03, 2024-11-03T…
  { pattern: /(?<![\d.-])(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})(?![\d]|-\d)/gu, read: numbers },
  // 2024-3-5; 2024:03:05 20:59:00 (EXIF)
  {
    pattern: /(?<![\d.:-])(?<y>(?:1[5-9]|2[01])\d{2})-(?<m>\d{1,2})-(?<d>\d{1,2})(?![\d]|-\d)/gu,
    read: numbers,
  },
  { pattern: /^\s*(?<y>\d{4}):(?<m>\d{2}):(?<d>\d{2})(?=\s+\d{2}:\d{2}|\s*$)/gu, read: numbers },
  // 2024/11/03, 2024. 11. 3., 2024.11.03
  {
    pattern: /(?<![\d./])(?<y>\d{4})(?:\/|\.\s?)(?<m>\d{1,2})(?:\/|\.\s?)(?<d>\d{1,2})(?!\d)\.?/gu,
    read: numbers,
  },
  // 2024년 11월 3일, 2024年11月3日, 令和6年11月3日, 二〇二四年十一月三日
  {
    pattern: new RegExp(
      String.raw`(?<![\d${han}])(?<era>令和|平成|昭和|大正|明治|民國|民国)?(?<y>\d{1,4}|[${han}]{1,4}|元)\s?[년年]\s?(?<m>\d{1,2}|[${han}]{1,2})\s?[월月]\s?(?<d>\d{1,2}|[${han}]{1,3})\s?[일日号號]${easternWeekday}`,
      'gu',
    ),
    read: eastern,
  },
  // Ngày 3 tháng 11 năm 2024
  {
    pattern:
      /(?<!\p{L})(?:ngày\s)?(?<d>\d{1,2})\s(?:tháng|\/)\s?(?<m>\d{1,2}),?\s(?:năm\s)?(?<y>\d{4})(?!\d)/giu,
    read: numbers,
  },
  // 20241103, 20241103T115900Z (NITF, ISO 8601 basic format), 20241103115900 (web archives)
  {
    pattern:
      /(?<![\d.-])(?<y>(?:1[5-9]|2[01])\d{2})(?<m>0[1-9]|1[0-2])(?<d>[0-3]\d)(?=T\d|$|[0-2]\d[0-5]\d(?:[0-5]\d)?\s*$)/gu,
    read: numbers,
  },
  // 3 พฤศจิกายน 2567, 3 พ.ย. พ.ศ. 2567
  {
    pattern:
      /(?<!\d)(?<d>\d{1,2})\s(?<name>[\u0e00-\u0e2e][\u0e00-\u0e4e.]{2,12}?)\.?\s(?:(?:พ\.\s?ศ\.|ค\.\s?ศ\.)\s?)?(?<y>\d{4})(?!\d)/gu,
    read: thai,
  },
  // Nov. 3, 2024; November 3rd 2024; Nov-03-2024
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{M}\d])(?<name>${word})\.?[\s-]{0,2}(?<d>\d{1,2})(?:st|nd|rd|th)?(?:\s?,\s?|[\s-]+)(?<y>\d{4})(?![\d])`,
      'giu',
    ),
    read: named,
  },
  // 3 November 2024; 3. November 2024; 3 de noviembre de 2024; 1-MAR-1987; 1er mars 2024; ٢٨ آب/أغسطس ٢٠١٣
  {
    pattern: new RegExp(
      String.raw`(?<![\d.,:])(?<d>\d{1,2})(?<stop>${ordinal})?[\s/-]{0,2}${preposition}?(?<name>${word})${otherName}\.?(?:\s?[,،]\s?|[\s/-]+)(?:(?:de|del|del año|año|عام|سنة)\s)?(?<y>\d{4})(?!\d)`,
      'giu',
    ),
    read: named,
  },
  // 2024. november 3.; 2024 m. lapkričio 3 d.; 2024. gada 3. novembris; 2024-Nov-03
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d.,:/-])(?<y>(?:1[5-9]|2[01])\d{2})(?:\.\sgada|\sm\.|\.)?[\s-](?:(?<d>\d{1,2})\.\s(?<name>${word})|(?<otherName>${word})\.?[\s-](?<otherDay>\d{1,2})(?!\d|[.,:]\d)\.?(?:\sd\.|-(?:án?|én?|i|jén)(?!\p{L}))?)`,
      'giu',
    ),
    read: ({ y = '', name, d, otherName: n = '', otherDay = '' }) =>
      named({ y, name: name ?? n, d: d ?? otherDay }),
  },
  // 03 Nov 24 11:59 (RFC 822), 1-MAR-87
  {
    pattern: new RegExp(
      String.raw`(?<![\d.,:])(?<d>\d{1,2})(?<gap>[\s-])(?<name>${word})\k<gap>(?<y>\d{2})(?=\s+\d{1,2}[:.]\d{2}|\s*$)`,
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
  // 27/02/15, only as a whole value or before a time
  {
    pattern:
      /^\s*(?<a>\d{1,2})(?<gap>\.\s?|[/-])(?<b>\d{1,2})\k<gap>(?<c>\d{2})(?=[\s,T-]+\d{1,2}[:.]\d{2}|\s*$)/gu,
    read: shortened,
  },
  // November 2024
  {
    pattern: new RegExp(String.raw`^\s*(?<name>${word})${otherName}\.?,?\s(?<y>\d{4})\s*$`, 'giu'),
    read: named,
  },
  // 2024-11, 2024
  { pattern: /^\s*(?<y>\d{4})(?:-(?<m>\d{2}))?\s*$/gu, read: numbers },
];

function numbers({ y, m, d }: Groups): DateNumbers | undefined {
  if (m === undefined) return [Number(y)];
  return d === undefined ? [Number(y), Number(m)] : [Number(y), Number(m), Number(d)];
}

function eastern({ era, y = '', m = '', d = '' }: Groups): DateNumbers | undefined {
  const year = eraYear(era, y);
  return year === undefined ? undefined : [year, hanNumber(m), hanNumber(d)];
}

function named({ y = '', name = '', d, stop }: Groups): DateNumbers | undefined {
  const month = (stop === '.' ? croatianMonth(name) : undefined) ?? monthOf(name);
  if (month === undefined) return undefined;
  const year = y.length === 2 ? fullYear(Number(y)) : Number(y);
  return d === undefined ? [year, month] : [year, month, Number(d)];
}

/** Returns the date of a Thai name. With a Thai month, a year of our time plus 543 is one of the Buddhist era. */
function thai({ y = '', name = '', d }: Groups): DateNumbers | undefined {
  const month = monthOf(name);
  if (month === undefined) return undefined;
  return [Number(y) > 2400 ? Number(y) - 543 : Number(y), month, Number(d)];
}

function ordered({ a, b, y, gap = '' }: Groups, order: DateOrder | undefined): DateNumbers | undefined {
  const [one, other, year] = [Number(a), Number(b), Number(y)];
  if (one > 12 || one === other) return [year, other, one];
  if (other > 12) return [year, one, other];
  // All CLDR locales that separate the numbers by full stops put the day first.
  const meant = gap.startsWith('.') ? 'day-first' : order;
  if (meant === undefined || meant === 'year-first') return undefined;
  return meant === 'day-first' ? [year, other, one] : [year, one, other];
}

/** Returns the date of three short numbers. Without an order, only numbers with one possible reading are a date. */
function shortened(groups: Groups, order: DateOrder | undefined): DateNumbers | undefined {
  const [a, c] = [Number(groups.a), Number(groups.c)];
  if (order === 'year-first' || (order === undefined && a > 31))
    return groups.a?.length === 2 ? [fullYear(a), Number(groups.b), c] : undefined;
  if (order === undefined && c >= 1 && c <= 31 && groups.gap !== '.' && a > 12) return undefined;
  return ordered({ ...groups, y: String(fullYear(c)) }, order);
}

/** Returns the year of two digits. RFC 5322, section 4.3: 00 to 49 mean 2000 to 2049. */
function fullYear(short: number): number {
  return short + (short < 50 ? 2000 : 1900);
}
