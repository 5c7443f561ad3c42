import type { Dateline } from '../../model/article.ts';
import { isAgency } from '../fields/agency-names.ts';
import { monthOf } from '../fields/month-names.ts';
import { readDateline } from '../fields/read-dateline.ts';

/** Maximum length of a place, in UTF-16 code units. */
const maxPlace = 80;

/** A day after the place: `Harwick, Maine, November 26`, `Kalvik 26.11.2024`. */
const trailingDay =
  /^(?<place>.*?\p{L}),?\s+(?<date>(?:\p{L}{3,12}\.?\s\d{1,2}|\d{1,2}\.?\s(?:de\s)?\p{L}{3,12}\.?|\d{1,2}[./]\d{1,2}[./]?)(?:,?\s?(?:de\s)?\d{4})?)$/u;
const bracketed = /^(?<before>.*?)[\s,]*[(（](?<agency>[^()（）]{2,40})[)）]$/u;

/**
 * Returns the dateline that a field states. `date` is that of a field of its own. A dateline that the text begins with
 * decides instead if it names the same place, because it often names the agency, too.
 */
// "STOCKHOLM, Aug 29 (AFP) -" → { place: "STOCKHOLM", date: "Aug 29", agency: "AFP" }
export function statedDateline(
  stated: string | null,
  date: string | null,
  opening: string,
): Dateline | undefined {
  const text = stated
    ?.replace(/\s+/g, ' ')
    .trim()
    .slice(0, 3 * maxPlace)
    .replace(/(?<!\s\p{Lu}\p{Ll}{1,4}|\.\p{Lu})\.?[\s,=–—-]*$/u, '')
    .replace(/[\s,=–—-]+$/u, '');
  const printed = readDateline(opening)?.dateline;
  if (!text || text.length > 2 * maxPlace || !/^\P{N}*\p{L}{2}/u.test(text)) return undefined;
  const read = readDateline(`${text} -- The text`)?.dateline ?? partsOf(text);
  if (isMonth(read.place?.split(' ')[0] ?? '')) return undefined;
  const dateline = { ...read, text: read.text.replace(/\s*--$/, ''), date: read.date ?? date };
  if (printed?.place && fold(dateline.place).startsWith(fold(printed.place).slice(0, 6))) return printed;
  return dateline.place !== null && dateline.place.length > maxPlace ? undefined : dateline;
}

function partsOf(text: string): Dateline {
  const last = /\s(?<before>[A-Z]{2,5})$/.exec(text)?.[1];
  const bare = last !== undefined && isAgency(last) ? last : null;
  const { before = bare === null ? text : text.slice(0, -bare.length).trim(), agency = bare } =
    bracketed.exec(text)?.groups ?? {};
  const day = trailingDay.exec(before)?.groups;
  const isDay = day !== undefined && (/[./]\d/.test(day.date ?? '') || isMonth(day.date ?? ''));
  const { place = before, date = null } = (isDay ? day : undefined) ?? {};
  return { text, place: place.replace(/[\s,]+$/, '') || null, date, agency };
}

function isMonth(date: string): boolean {
  return (date.match(/\p{L}{3,}/gu) ?? []).some((word) => monthOf(word) !== undefined);
}

function fold(text: string | null): string {
  return (text ?? '').toLowerCase();
}
