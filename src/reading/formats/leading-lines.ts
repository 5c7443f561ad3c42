import type { Dateline } from '../../model/article.ts';
import { opensByline } from '../fields/byline-prefix.ts';
import type { DateOrder } from '../fields/date-order.ts';
import { readByline } from '../fields/read-byline.ts';
import { readDateline } from '../fields/read-dateline.ts';
import type { ReleaseField } from '../release/release-statements.ts';
import { wireRelease } from '../release/wire-release.ts';
import type { Piece } from './body-of.ts';
import { readDateLine } from './text/date-line.ts';

/** Facts in the lines around the text of a mail or an office document, and the text without them. */
export interface LeadingLines {
  bylines: string[];
  published: string[];
  updated: string[];
  dateline: Dateline | null;
  release: ReleaseField[];
  pieces: Piece[];
}

/** Number of blocks at the beginning that may be lines about the article. */
const maxLeading = 8;

/** Longer blocks are paragraphs. */
const maxLine = 200;

/** Lines of press releases that say nothing about the article. */
const label =
  /^\W*(?:for immediate (?:release|publication)|(?:press|news|media) (?:release|statement|advisory)|pressemitteilung|communiqué de presse|comunicado(?: de prensa)?|comunicato stampa|persbericht|pressmeddelande)\W*$|^\W*(?:#{2,}|-\s*30\s*-|[-–— ]*ends?[-–— ]*)\W*$/i;

/** A line that marks the whole text. In sentence case it may be a heading. */
const draftLine = /^\W*(?:(?:FIRST|ROUGH|WORKING) )?DRAFT(?: (?:V(?:ERSION)? ?)?[\d.]+)?\W*$/;

/** Reads the lines before a text: bylines, dates, embargoes, a repeated headline. Embargoes count wherever they are. */
// "By Ann Lee", "26 November 2024", "HARWICK — The …" → { bylines: ["By Ann Lee"], published: ["26 November 2024"], … }
export function leadingLines(
  pieces: readonly Piece[],
  headline: string | null,
  settings: { timeZone: string | null; order: DateOrder | undefined },
): LeadingLines {
  const found: LeadingLines = {
    ...{ bylines: [], published: [], updated: [], dateline: null, release: [], pieces: [] },
  };
  let isLeading = true;
  for (const [index, piece] of pieces.entries()) {
    const line = piece.text.trim();
    const isLine = line.length <= maxLine && !line.includes('\n');
    if (index >= maxLeading || line.length > maxLine) isLeading = false;
    const release = line.split('\n', 20).flatMap((each) => wireRelease(each.trim()) ?? []);
    if (index < maxLeading && draftLine.test(line))
      release.push({ name: 'DRAFT', means: 'unpublished', value: line });
    found.release.push(...release);
    if (isLine && (release.length > 0 || label.test(line))) continue;
    if (isLine && isLeading) {
      if (headline !== null && sameText(line, headline)) continue;
      if (opensByline(line) && readByline(line)) {
        found.bylines.push(line);
        continue;
      }
      const dates = readDateLine(line, settings);
      if (dates) {
        if (dates.published) found.published.push(dates.published.text);
        if (dates.updated) found.updated.push(dates.updated.text);
        continue;
      }
    }
    if (found.dateline === null && index < maxLeading + 2)
      found.dateline = readDateline(piece.text)?.dateline ?? null;
    found.pieces.push(piece);
  }
  return found;
}

function sameText(one: string, other: string): boolean {
  const words = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return words(one) === words(other);
}
