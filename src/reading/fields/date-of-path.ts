import { monthOf } from './month-names.ts';

/** A day that a path states. */
export interface PathDate {
  /** ISO 8601: `2018-05-08`. */
  day: string;
  /** As written: `2018/may/08`. */
  text: string;
}

const year = String.raw`(?<y>(?:1[6-9]|20)\d{2})`;
/** Full months only by names; a bare number would be a page or an id. */
const forms = [
  // /2018/05/08/, /2018/5/8/
  String.raw`(?<![^/])${year}\/(?<m>\d{1,2})\/(?<d>\d{1,2})(?![\d])`,
  // 2018-05-08, 2018_05_08, 2018.05.08, 2018-0508, 201805/08
  String.raw`(?<!\d|\d[-_.])${year}[-_.](?<m>\d{1,2})[-_.](?<d>\d{1,2})(?!\d)`,
  // /2018/0508/, /201805/08/, /2018-05/08/
  String.raw`(?<![^/])${year}[/-]?(?<m>\d{2})\/?(?<d>\d{2})(?=[/._-]|$)`,
  // 20180508, 20180508T1430, 20180508-143000
  String.raw`(?<!\d)(?<y>(?:19|20)\d{2})(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\d|3[01])(?!\d)`,
  // /2018/may/08/, 2018-may-08
  String.raw`(?<![^\W_])${year}(?<gap>[/_-])(?<name>\p{L}{3,12})\k<gap>(?<d>\d{1,2})(?!\d)`,
  // 8-may-2018, may-8-2018
  String.raw`(?<![^\W_])(?<d>\d{1,2})(?<gap>[/_-])(?<name>\p{L}{3,12})\k<gap>${year}(?!\d)`,
  String.raw`(?<![^\W_])(?<name>\p{L}{3,12})(?<gap>[/_-])(?<d>\d{1,2})\k<gap>${year}(?!\d)`,
  // 2018年5月8日, 2018년 5월 8일
  String.raw`(?<!\d)${year}\s?[年년]\s?(?<m>\d{1,2})\s?[月월]\s?(?<d>\d{1,2})\s?[日일]`,
].map((form) => new RegExp(form, 'gu'));

/** Longer paths are cut at their beginning. */
const maxLength = 1000;

/**
 * Returns the day that the path of a file or an address states, if it states a whole day. Of several, one that begins a
 * part of the path goes before one inside a name, and the last before the others. The order of `05-08-2018` cannot be
 * known, so it is none.
 */
// "https://a.example/2018/may/08/x" → { day: "2018-05-08", text: "2018/may/08" }; "blog/2018/05/x.md" → undefined
export function dateOfPath(path: string): PathDate | undefined {
  const plain = decoded(path.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*$/s, '')).slice(-maxLength);
  let best: (PathDate & { rank: number }) | undefined;
  for (const form of forms) {
    for (const match of plain.matchAll(form)) {
      const day = dayOf(match.groups ?? {});
      if (day === undefined) continue;
      const begins = match.index === 0 || plain[match.index - 1] === '/';
      const rank = (begins ? maxLength : 0) + match.index;
      if (!best || rank > best.rank) best = { day, text: match[0], rank };
    }
  }
  return best && { day: best.day, text: best.text };
}

function dayOf({ y = '', m, d = '', name }: Record<string, string>): string | undefined {
  const month = name === undefined ? Number(m) : monthOf(name);
  const day = Number(d);
  if (month === undefined || month < 1 || month > 12 || day < 1) return undefined;
  // A day that the month does not have rolls over to the next.
  const date = new Date(Date.UTC(Number(y), month - 1, day));
  return date.getUTCDate() === day ? date.toISOString().slice(0, 10) : undefined;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A file name may contain a percent sign.
    return path;
  }
}
