import { readDate } from '../../fields/read-date.ts';
import type { Piece } from '../body-of.ts';

/** Maximum number of blocks of a header. */
const maxLines = 14;
/** Maximum length of a line of a header that is no metadata, in UTF-16 code units. */
const maxLength = 80;

/**
 * Removes the blocks at the beginning of a text that only repeat the metadata: headline, category, place, byline, date.
 * `known` are the values of the metadata, `header` the blocks that the document marks as its header.
 */
export function withoutHeader(
  pieces: readonly Piece[],
  known: readonly (string | null | undefined)[],
  header: ReadonlySet<string>,
): Piece[] {
  const values = new Set(known.map(fold).filter((value) => value !== ''));
  const isRepeated = (text: string): boolean => {
    if (values.has(fold(text)) || isDate(text)) return true;
    if (text.length > 2 * maxLength) return false;
    const parts = text.split(/\s*[/|;,·•–—]\s*|\s-\s/);
    const repeated = parts.filter((part) => values.has(fold(part)) || isDate(part)).length;
    // Of three parts between bars, such as date, publisher and category, one need not be in the metadata.
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
