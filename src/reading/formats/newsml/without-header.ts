import { readDate } from '../../fields/read-date.ts';
import type { Piece } from '../body-of.ts';

/** Maximum number of blocks of a header. */
const maxLines = 14;
/** Maximum length of a line of a header that is no metadata, in UTF-16 code units. */
const maxLength = 80;

/**
 * Removes the blocks at the beginning of a text that only repeat the metadata: headline, category, place, byline, date.
 * `known` are the values of the metadata, the headline first, `header` the blocks that the document marks as its header.
 */
export function withoutHeader(
  pieces: readonly Piece[],
  known: readonly (string | null | undefined)[],
  header: ReadonlySet<string>,
): Piece[] {
  const values = new Set(known.map(fold).filter((value) => value !== ''));
  const headline = fold(known[0]);
  const compact = [...values]
    .map((value) => value.replaceAll(' ', ''))
    .filter((value) => value.length < maxLength);
  compact.sort((one, other) => other.length - one.length);
  const isRepeated = (text: string): boolean => {
    if (values.has(fold(text)) || isDate(text)) return true;
    // The headline and what stands below it in one block: category, place, correspondent.
    const isHeadlined = headline.length > 12 && fold(text).startsWith(`${headline} `);
    if (isHeadlined && text.length < headline.length + 60 && !/[.!?…]["”»]?$/.test(text)) return true;
    if (text.length > 2 * maxLength) return false;
    if (text.length <= maxLength && isMadeOf(fold(text).replaceAll(' ', ''), compact)) return true;
    const parts = text.split(/\s*[/|;,·•–—]\s*|\s-\s/);
    const repeated = parts.filter((part) => values.has(fold(part)) || isDate(part)).length;
    // One of three parts between bars, such as date, publisher and category, may be missing from the metadata.
    return (
      repeated === parts.length || (text.includes(' | ') && repeated > 1 && repeated === parts.length - 1)
    );
  };
  const isHeader = (text: string): boolean =>
    header.has(text) && text.length <= maxLength && !/[.!?…]["”»]?$/.test(text);
  let count = 0;
  for (const { text } of pieces.slice(0, maxLines)) {
    if (!isRepeated(text) && !isHeader(text)) break;
    count++;
  }
  return count < pieces.length ? pieces.slice(count) : [...pieces];
}

/** True for values without space between them: `LitteraturTT`. */
function isMadeOf(text: string, values: readonly string[]): boolean {
  let rest = text;
  for (let count = 0; rest !== '' && count < 5; count++) {
    const value = values.find((each) => rest.startsWith(each));
    if (value === undefined) return false;
    rest = rest.slice(value.length);
  }
  return rest === '' && text !== '';
}

function isDate(text: string): boolean {
  return (
    text.length <= 40 &&
    /\d{4}/.test(text) &&
    /^\D{0,14}\d{1,4}\W/.test(text) &&
    readDate(text.replace(/\s+GMT$/, ' UTC'), { timeZone: 'UTC', order: 'day-first' }) !== undefined
  );
}

function fold(text: string | null | undefined): string {
  return (text ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
