import { isAgency } from '../../fields/agency-names.ts';
import type { ReleaseField } from '../../release/release-statements.ts';
import { wireRelease } from '../../release/wire-release.ts';
import type { Piece } from '../body-of.ts';
import { bodyPieces } from '../text/body-pieces.ts';
import { joinLines } from '../text/join-lines.ts';
import { printedLines } from '../text/printed-lines.ts';

/** Text of a message, apart from what is for editors. */
export interface WireBody {
  pieces: Piece[];
  /** Notes for editors among the text. */
  notes: string[];
  /** Agency that signs the text. */
  credit: string | null;
  release: ReleaseField[];
}

/** First line of what dpa and others print after the text, which is not for publication: `# Notebook`. */
const appendix =
  /^#{1,3}\s|^(?:dpa-)?(?:Notizblock|Notebook)$|^\W*(?:The following|Die folgenden) informationen? (?:is|are|sind) (?:not|nicht)\b.*(?:publication|Veröffentlichung)/iu;
const noteHeading =
  /^#+\s*(?:Notes? to editors?|Editor['’]?s['’]? notes?|Redaktionelle Hinweise|Hinweise? (?:an die|für) (?:die )?Redaktion(?:en)?)\W*$/iu;
const heading = /^#+\s/;
/** `dpa tca bag`, `gj/rox`, `(Schluss) ab/cd`: agency and signs of those who wrote and sent the text. */
const signature =
  /^(?:\(?(?:Schluss|Fin|Fine|End)\)?\s*)?(?:(?<agency>\p{L}{2,5})(?:[\s/-]+[a-z0-9]{1,6}){1,8}|[a-z]{2,4}(?:[/-][a-z]{2,5}){1,4})$/u;
const photos =
  /^(?:AP|AFP|Reuters|EPA|dpa) (?:Photos?|Video|Graphics?|Audio|Interactive|Illustration)\b(?!.*[.!?]$)|^(?:With|See) AP (?:Photos?|Video|Graphics?)\b/i;

/** True for a line that lists pictures and graphics sent beside a story: `AP Photo MEX101, MEX102`. */
export function isPhotoLine(line: string): boolean {
  return photos.test(line);
}

/**
 * Reads the lines of a text: joins wrapped lines, and separates notes, embargoes and the signature. `isWrapped` says that
 * the format wraps lines.
 */
export function wireBody(lines: string[], isWrapped: boolean): WireBody {
  const body: WireBody = { pieces: [], notes: [], credit: null, release: [] };
  const end = lines.findIndex((line) => appendix.test(line.trim()));
  const text = end < 0 ? lines : lines.slice(0, end);
  if (end >= 0) body.notes = notesIn(lines.slice(end));
  const signed = lines.findLast((line) => line.trim() !== '')?.trim() ?? '';
  const signer = signature.exec(signed)?.groups?.agency;
  if (signer !== undefined && isAgency(signer)) body.credit = signer;
  const isSigned = body.credit !== null || /^(?:\(Schluss\)|[a-z]{2,4}[/-])/.test(signed);
  const paragraphs = joinLines(
    printedLines(
      withoutSignature(text, isSigned ? signed : '')
        .map((line) => line.replace(/^\s*\^\s?|<\s*$/g, ''))
        .join('\n'),
    ),
    isOwnLine,
    isWrapped,
  );
  const kept = paragraphs.filter((paragraph) => {
    const release = wireRelease(paragraph.text);
    if (release) body.release.push(release);
    return !release && !isOwnLine(paragraph.text) && !(isSigned && paragraph.text === signed);
  });
  body.pieces = bodyPieces(
    kept.map(({ text: printed, indented }) => ({ text: printed.replace(/\s?=$/, ''), indented })),
  );
  return body;
}

/** Lines that end a take or list pictures, and belong to no paragraph. */
function isOwnLine(line: string): boolean {
  return (
    isPhotoLine(line) ||
    /^(?:END|ENDIT|MORE|\(?more\)?|NNNN|-\s?0\s?-|-\s?30\s?-|[*_](?:\s?[*_]){2,}=?)$/i.test(line) ||
    /^\(Schluss\)\s\S+$/.test(line)
  );
}

/** Items of the notes to editors of an appendix. The rest names contacts and links. */
function notesIn(lines: string[]): string[] {
  const start = lines.findIndex((line) => noteHeading.test(line.trim()));
  if (start < 0) return [];
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => heading.test(line) || appendix.test(line.trim()) || /^\*/.test(line));
  const note = rest.slice(0, end < 0 ? rest.length : end).filter((line) => line.trim() !== '');
  return note.map((line) => line.replace(/^\s*-\s+/, '').trim());
}

/** Removes the signature, which may follow the last paragraph without an empty line. */
function withoutSignature(lines: string[], signed: string): string[] {
  const at =
    signed === '' || !signature.test(signed) ? -1 : lines.findLastIndex((line) => line.trim() === signed);
  return at < 0 ? lines : lines.toSpliced(at, 1);
}
