import type { Image } from '../../../model/image.ts';
import type { Piece } from '../body-of.ts';
import { standfirstOf } from '../standfirst-of.ts';
import type { Json } from './parse-json.ts';
import { type RecordBody, recordBody } from './record-body.ts';

/** `… [+1432 chars]` (NewsAPI), `... [1432 chars]` (GNews), `[+1432 Zeichen]`. */
const mark = /\s*(?:…|\.{3})?\s*\[\+?\d{1,7} ?\p{L}{1,15}\.?\]\s*(?:<\/\w+>\s*)*$/u;

/** Removes the mark of a text that an API cut off; undefined if it was not cut. */
// "The council voted… [+1432 chars]" → "The council voted…"
export function cutText(text: string): string | undefined {
  const from = Math.max(0, text.length - 100);
  const end = text.slice(from);
  const found = mark.exec(end);
  return found ? `${text.slice(0, from)}${end.slice(0, found.index)}…` : undefined;
}

/**
 * Returns the text of a record. A text that was cut off is a summary, and without a text the summary is all there is.
 * A summary beside a text is the standfirst.
 */
export function wholeOrSummary(
  body: Json | undefined,
  summary: string | null,
  base: string | null,
): { pieces: Piece[]; images: Image[]; standfirst: string | null; summaryOnly: boolean } {
  const cut = typeof body === 'string' ? cutText(body) : undefined;
  return withSummary(recordBody(cut ?? body, base), summary, base, cut !== undefined);
}

/** The same for a text that was read already. `isCut` is true if it was cut off. */
export function withSummary(
  { pieces, images }: RecordBody,
  summary: string | null,
  base: string | null,
  isCut = false,
): { pieces: Piece[]; images: Image[]; standfirst: string | null; summaryOnly: boolean } {
  if (pieces.length === 0 && summary !== null) {
    const inSummary = cutText(summary) ?? summary;
    return { pieces: recordBody(inSummary, base).pieces, images, standfirst: null, summaryOnly: true };
  }
  const text = pieces.map((piece) => piece.text).join(' ');
  const standfirst = summary === null ? null : standfirstOf(summary, text);
  return { pieces, images, standfirst, summaryOnly: isCut };
}

/** Removes the name of the outlet that aggregators add to a headline. */
// "Harbor bridge reopens - Harwick Gazette", "Harwick Gazette" → "Harbor bridge reopens"
export function withoutOutlet(headline: string | null, outlet: string | null): string | null {
  if (headline === null || !outlet) return headline;
  const end = headline.slice(-outlet.length);
  if (end.toLowerCase() !== outlet.toLowerCase()) return headline;
  const rest = headline.slice(0, -outlet.length);
  return /\s[-–—|]\s$/.test(rest) && rest.trim().length > 3 ? rest.replace(/\s+[-–—|]\s$/, '') : headline;
}
