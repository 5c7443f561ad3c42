import type { Dateline } from '../../model/article.ts';
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
    .replace(/[\s.,=–—-]+$/u, '');
  const printed = readDateline(opening)?.dateline;
  if (!text || text.length > 2 * maxPlace || !/^\P{N}*\p{L}{2}/u.test(text)) return undefined;
  const read = readDateline(`${text} -- The text`)?.dateline ?? partsOf(text);
  const dateline = { ...read, text: read.text.replace(/\s*--$/, ''), date: read.date ?? date };
  if (printed?.place && fold(dateline.place).startsWith(fold(printed.place).slice(0, 6))) return printed;
  return dateline.place !== null && dateline.place.length > maxPlace ? undefined : dateline;
}

function partsOf(text: string): Dateline {
  const { before = text, agency = null } = bracketed.exec(text)?.groups ?? {};
  const { place = before, date = null } = trailingDay.exec(before)?.groups ?? {};
  return { text, place: place.replace(/[\s,]+$/, '') || null, date, agency };
}

function fold(text: string | null): string {
  return (text ?? '').toLowerCase();
}
