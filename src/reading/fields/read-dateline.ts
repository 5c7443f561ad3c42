import type { Dateline } from '../../model/article.ts';
import { isAgency, isNewsroom } from './agency-names.ts';
import { datelineForms } from './dateline-forms.ts';
import { colonTowns, labels, shortTowns } from './dateline-places.ts';
import { readEasternDateline } from './eastern-datelines.ts';
import { isWeekday, monthOf } from './month-names.ts';

/** A dateline and the rest of its paragraph: `rest === paragraph.slice(start)`. */
export interface OpeningDateline {
  dateline: Dateline;
  rest: string;
  start: number;
  /** Reporters that the dateline names, as printed. */
  byline?: string;
}

/** Maximum length of a dateline, in UTF-16 code units. */
const maxLength = 160;

/** Marks of which every form in `datelineForms` has one: a dash or the like, or a full stop after a date. Most paragraphs have none. */
const marks = /[—–―_)）/:]|--|\s-|-(?:\s|$)|\d.*?\.\s/s;

/**
 * Parses the dateline (place, date, agency) at the start of wire copy. A place in capitals needs a dash after it; one
 * in mixed case also needs a date or an agency. Undefined if there is no dateline.
 */
// "SEOUL, Nov. 3 (Yonhap) -- The EU …" → { dateline: { place: "SEOUL", date: "Nov. 3", agency: "Yonhap" }, rest: "The EU …" }
// "NATO -- which …" → undefined
export function readDateline(paragraph: string): OpeningDateline | undefined {
  const head = paragraph.slice(0, maxLength);
  const eastern = readEasternDateline(head);
  if (eastern) {
    const { text, place, date, agency, byline, length } = eastern;
    const rest = paragraph.slice(length);
    return {
      dateline: { text, place, date, agency },
      rest,
      start: length,
      ...(byline !== null && { byline }),
    };
  }
  if (!marks.test(head)) return undefined;
  for (const form of datelineForms) {
    const match = form.exec(head);
    if (!match?.groups) continue;
    const {
      text = '',
      place = null,
      date = match.groups.weekday ?? null,
      wire,
      before,
      colon,
    } = match.groups;
    const agency = match.groups.agency?.replace(/^(?:©|[Кк]орр\.\s)/u, '') ?? wire ?? null;
    const rest = paragraph.slice(match[0].length);
    const slashed = match.groups.agency !== undefined && text.endsWith('/');
    // Without parentheses, or before a sentence, it may be any word.
    if ((wire !== undefined || before !== undefined || slashed) && !isWire(agency ?? '')) continue;
    if (date !== null && !isDay(date)) continue;
    if (agency !== null && !isAgencyLike(agency)) continue;
    // "Digital Analytics Program (DAP): it offers" is no dateline.
    if (agency !== null && date === null && /[:=]\s*$/.test(match[0]) && !isWire(agency)) continue;
    if (colon !== undefined && date === null && !colonTowns.has(place?.split(', ')[0] ?? '')) continue;
    if (place !== null && !isPlace(place, date !== null || agency !== null, rest)) continue;
    return {
      dateline: {
        text,
        place: place && withoutStop(place),
        date: date?.replace(endOfMonth, '') ?? null,
        agency,
      },
      rest,
      start: match[0].length,
    };
  }
  return undefined;
}

/** Full stop after the full name of a month: `26 ноября. /ТАСС/`. */
const endOfMonth = /(?<=\p{L}{5})\.$/u;

/** Removes a full stop that is not part of an abbreviation: `MOSCOW. Nov 3`. */
function withoutStop(place: string): string {
  return /\p{Lu}{4,}\.$/u.test(place) ? place.slice(0, -1) : place;
}

function isDay(text: string): boolean {
  const words = text.match(/\p{L}+/gu) ?? [];
  if (!/\d/.test(text)) return isWeekday(text);
  return words.length === 0 || words.some((word) => monthOf(word) !== undefined);
}

/** True for a known agency, one of several with a slash between, or the domain of an outlet: `KOMPAS.com`. */
function isWire(text: string): boolean {
  return text.split('/').some(isAgency) || /^[\p{L}\d]+\.(?:com|co\.id|id|co|ru|ua)$/iu.test(text);
}

/** True for `(Yonhap)`, `(AP)`, `(Anadolu/Getty)`, false for `(R-Tex.)`, `(born 1960)`. */
function isAgencyLike(text: string): boolean {
  if (isWire(text)) return true;
  return text
    .split(/[/,]\s?/)
    .every((name) => isAgency(name) || isNewsroom(name) || /^[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}$/.test(name));
}

function isPlace(place: string, dated: boolean, rest: string): boolean {
  if (labels.test(place.toUpperCase())) return false;
  if (dated) return true;
  // A sentence must follow, unlike in "IBM — the company — …".
  if (!/^["“'‘(<[]*[\p{Lu}\p{Lo}\d$]/u.test(rest)) return false;
  if (/[, ]/.test(place) || place.length > 5 || shortTowns.has(place)) return true;
  return place.length === 5 && /[AEIOUY]/.test(place);
}
