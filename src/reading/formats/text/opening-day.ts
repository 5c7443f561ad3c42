import { type PrintedDate, readDate } from '../../fields/read-date.ts';
import type { PartSettings } from './recognise-part.ts';

/**
 * The day with its weekday at the beginning of a paragraph that goes on with a sentence: a date line that runs into
 * the text. Undefined for other paragraphs.
 */
// "Thursday, May 7, 2015 On Tuesday, the council …" → 7 May 2015, "On Tuesday, the council …"
export function readOpeningDay(
  text: string,
  settings: PartSettings,
): { day: PrintedDate; rest: string } | undefined {
  const day = readDate(text.slice(0, 40), settings);
  if (!day || day.start > 0 || !/^\p{L}{3,}day,/u.test(day.text) || !/\d{4}$/.test(day.text))
    return undefined;
  const rest = /^\s+(?:[—–-]+\s+)?(?=\p{Lu}\p{L}*\s)/u.exec(text.slice(day.end));
  return rest ? { day, rest: text.slice(day.end + rest[0].length) } : undefined;
}
