import type { Dateline } from '../../model/article.ts';
import { isAgency, isNewsroom } from './agency-names.ts';
import { monthOf } from './month-names.ts';

/** A dateline and the rest of its paragraph: `rest === paragraph.slice(start)`. */
export interface OpeningDateline {
  dateline: Dateline;
  rest: string;
  start: number;
}

// Spanish agencies write ".-"; Russian ones end the dateline with a full stop.
const dash = String.raw`(?:(?<=[)）])\.(?:\s?[-—–]\s?|\s+(?=\p{Lu}))|\s*(?:--+|[—–―])\s*|\s+-+\s+|\s*-\s+(?=\p{Lu}|["“]))`;
const capitals = String.raw`(?:\p{Lu}{2}[\p{Lu}'’.-]*|(?:ST|MT|FT)\.|[’']S-\p{Lu}+|(?:Mc|Mac)\p{Lu}{2,}|\p{Lu}\p{L}?\.)`;
const place = `${capitals}(?:[ /-]${capitals}){0,5}`;
const mixed = String.raw`\p{Lu}[\p{L}'’.-]+(?:[ /-](?:(?:de|del|la|le|of|am|an|der|upon|sur|al)[ -])?\p{Lu}[\p{L}'’.-]+){0,4}`;
const qualifier = String.raw`(?:the\s)?\p{Lu}[\p{L}.'’-]*(?:\s(?:of\s|and\s)?\p{Lu}[\p{L}.'’-]*){0,3}`;
const weekday = `(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day`;
const day = String.raw`(?:le\s|den\s)?(?<date>(?:${weekday},?\s)?(?:\p{L}{3,12}\.?\s\d{1,2}|\d{1,2}\.?\s(?:de\s)?\p{L}{3,12}\.?)(?:,?\s\d{4})?|${weekday})`;
const agency = String.raw`[(（](?<agency>(?:[\p{Lu}\p{Lo}]|(?:dpa|epd|ots|afp|ap)\b)[^()（）]{1,40}|dpa|epd|ots|afp|ap)[)）]`;

// LONDON, Reuter -
const wireForm = form(
  String.raw`(?<place>${place}(?:, ${qualifier}){0,3}?)(?:,? ${day})?,\s(?<wire>\p{Lu}\p{L}{1,9})`,
);
// SEOUL, Nov. 3 (Yonhap) -- | CHICAGO, Ill. (AP) — | WASHINGTON — | JAKARTA, Indonesia —
const capitalForm = form(
  String.raw`(?<place>${place}(?:, ${qualifier}){0,3}?)(?:,? ${day})?(?:,?\s?${agency})?`,
);
// Seoul, Nov. 3 (Yonhap) -- | Washington (AP) —
const mixedForm = form(String.raw`(?<place>${mixed}(?:, ${qualifier}){0,2}?)(?:,? ${day})?\s?${agency}`);
const mixedDayForm = form(`(?<place>${mixed}(?:, ${qualifier}){0,2}?), ${day}`);
// (서울=연합뉴스) 홍길동 기자 = | 新华社北京11月3日电（记者李明） | （中新社上海11月3日电）
const easternForms = [
  /^\s*(?<text>[(（](?<place>[\p{Script=Hangul}·]{2,12})=(?<agency>[\p{Script=Hangul}\d]{2,8})[)）](?:\s?[\p{Script=Hangul}·\s]{2,20}(?:기자|특파원))?)\s*=\s*/u,
  /^\s*[(（]?(?<text>(?<agency>新华社|新華社|中新社|中央社)(?<place>\p{Script=Han}{2,6}?)(?<date>\d{1,2}月\d{1,2}日|\d{1,2}日)[电電](?:[(（][^()（）]{2,30}[)）])?)[)）]?\s*/u,
];
// (Reuters) - | AP -
const agencyForm = form(`(?:${agency}|(?<code>[A-Z][A-Za-z]{1,11}))`);

function form(opening: string): RegExp {
  return new RegExp(String.raw`^\s*(?<text>${opening})(?:${dash}|\s*(?:-|--|—|–)\s*$)`, 'u');
}

/** Towns of up to five letters. Other short words in capitals, without date or agency, are taken for acronyms. */
const shortTowns = new Set(
  'ADEN BAKU BARI BERN BONN BREST CALI CORK DILI DOHA GAZA GRAZ JUBA KIEL KIEV KYIV LIMA LINZ LODZ LOME LVIV LYON MALE METZ NICE OSLO PISA PUNE RIGA ROME SUVA TUNIS ULM VADUZ YORK'.split(
    ' ',
  ),
);

/** Labels that are also printed in capitals before a dash. */
const labels =
  /^(?:UPDATE|WARNING|NOTE|CORRECTION|ANALYSIS|OPINION|EXCLUSIVE|BREAKING|WATCH|LISTEN|PHOTOS?|VIDEO|RELATED|READ|EDITOR|SPOILER|ALERT|URGENT|ATTENTION|FACTBOX|TIMELINE|EXPLAINER|INTERVIEW|POLL|REVIEW|PREVIEW|RESULTS?|SCORES?|QUESTION|ANSWER|FILE|BC|TOP|NEWS|LIVE|MORE|PLEASE|CLICK|SUMMARY|BACKGROUND|CONTEXT)\b/;

/**
 * Parses the dateline (place, date, agency) at the start of wire copy. A place in capitals needs a dash after it; one
 * in mixed case also needs a date or an agency. Undefined if there is no dateline.
 */
// "SEOUL, Nov. 3 (Yonhap) -- The EU …" → { dateline: { place: "SEOUL", date: "Nov. 3", agency: "Yonhap" }, rest: "The EU …" }
// "NATO -- which …" → undefined
export function readDateline(paragraph: string): OpeningDateline | undefined {
  const head = paragraph.slice(0, 160);
  const eastern = easternForms.map((pattern) => pattern.exec(head)).find((match) => match !== null);
  if (eastern?.groups) {
    const { text = '', place = null, date = null, agency = null } = eastern.groups;
    const start = eastern[0].length;
    return { dateline: { text, place, date, agency }, rest: paragraph.slice(start), start };
  }
  for (const pattern of [wireForm, capitalForm, mixedForm, mixedDayForm, agencyForm]) {
    const match = pattern.exec(head);
    if (!match?.groups) continue;
    const { text = '', place = null, date = null, code, wire, agency = code ?? wire ?? null } = match.groups;
    const rest = paragraph.slice(match[0].length);
    const bare = code ?? wire;
    if (bare !== undefined && !isAgency(bare)) continue;
    if (date !== null && !isDay(date)) continue;
    if (agency !== null && !isAgencyLike(agency)) continue;
    if (place !== null && !isPlace(place, date !== null || agency !== null, rest)) continue;
    return {
      dateline: { text, place: place && withoutStop(place), date, agency },
      rest,
      start: match[0].length,
    };
  }
  return undefined;
}

/** Removes a full stop that is not part of an abbreviation: `MOSCOW. Nov 3`. */
function withoutStop(place: string): string {
  return /\p{Lu}{4,}\.$/u.test(place) ? place.slice(0, -1) : place;
}

function isDay(text: string): boolean {
  const words = text.match(/\p{L}+/gu) ?? [];
  return !/\d/.test(text) || words.some((word) => monthOf(word) !== undefined);
}

/** True for `(Yonhap)`, `(AP)`, `(Anadolu/Getty)`, false for `(R-Tex.)`, `(born 1960)`. */
function isAgencyLike(text: string): boolean {
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
