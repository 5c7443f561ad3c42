import type { Line } from './printed-lines.ts';
import { endsSentence } from './sentence.ts';

/** Lines that belong together, joined. */
export interface Paragraph {
  text: string;
  /** Of its first line. */
  line: number;
  indented: boolean;
}

/** How a text's lines are broken: at a column, or only where paragraphs end. */
interface Wrapping {
  /** The longest line that was broken, in characters; 0 when lines are not broken at a column. */
  width: number;
  /** Whether paragraphs begin with an indent. */
  indented: boolean;
}

/** Wire copy is set to 64 to 80 columns; a longer line was not broken by a machine. */
const widest = 100;

/** The least indent that begins a paragraph. */
const indentOfParagraph = 2;

const listMarker = /^(?:[-*•‣▪·–]|\d{1,2}[.)])\s+\S/u;

/**
 * The paragraphs that lines make. Hard-wrapped lines are joined: where the next word would not have fitted, where
 * a sentence goes on, and up to the next indent where paragraphs are indented. Lines that were never broken stay
 * as they are. `isOwnParagraph` says of a line that it is no part of a paragraph whatever it is next to. `isWrapped` says that the
 * lines of a short text are hard-wrapped, too.
 */
export function joinLines(
  lines: Line[],
  isOwnParagraph: (text: string) => boolean,
  isWrapped = false,
): Paragraph[] {
  const margin = lines.reduce(
    (least, { text, indent }) => (text === '' ? least : Math.min(least, indent)),
    Infinity,
  );
  const wrapping = findWrapping(lines, margin, isWrapped);
  const paragraphs: Paragraph[] = [];
  let last: Line | undefined;
  for (const line of lines) {
    const current = paragraphs.at(-1);
    const indented = line.indent - margin >= indentOfParagraph;
    if (current && last?.text && line.text && goesOn(last, line, current, indented, wrapping, isOwnParagraph))
      // The line before is enough; to look at the whole text for each line would take long.
      current.text += gapBetween(last.text, line.text) + line.text;
    else if (line.text) paragraphs.push({ text: line.text, line: line.number, indented });
    last = line;
  }
  return paragraphs;
}

function goesOn(
  last: Line,
  line: Line,
  paragraph: Paragraph,
  indented: boolean,
  { width, indented: style }: Wrapping,
  isOwnParagraph: (text: string) => boolean,
): boolean {
  if (width === 0 || last.text.length > widest || listMarker.test(line.text)) return false;
  if (indented && line.indent > last.indent) return false;
  if (/^\p{Ll}/u.test(line.text) && isFull(last, line, width) && !indented) return true;
  if (indented && style && paragraph.indented && line.indent === last.indent) return false;
  if (style && paragraph.indented)
    return !isOwnParagraph(paragraph.text) && (isFull(last, line, width) || !isOwnParagraph(line.text));
  const goes =
    /^\p{Ll}/u.test(line.text) ||
    isFull(last, line, width) ||
    (!endsSentence(last.text) && last.text.length >= 0.6 * width && !style);
  return goes && !isOwnParagraph(line.text) && !isOwnParagraph(last.text);
}

/** Whether the first word of the next line would not have fitted. */
function isFull(last: Line, next: Line, width: number): boolean {
  const word = /^\S+/.exec(next.text)?.[0] ?? '';
  return last.indent + last.text.length + 1 + word.length > width;
}

function findWrapping(lines: Line[], margin: number, isWrapped: boolean): Wrapping {
  let [pairs, continued, long, width, indents] = [0, 0, 0, 0, 0];
  for (const [index, next] of lines.entries()) {
    const line = lines[index - 1];
    if (!line?.text || !next.text) continue;
    if (next.indent - margin < indentOfParagraph) pairs++;
    const length = line.indent + line.text.length;
    if (length > widest) long++;
    else width = Math.max(width, length, next.text.length <= widest ? next.indent + next.text.length : 0);
    const hangs = line.indent - margin >= indentOfParagraph && next.indent - margin < indentOfParagraph;
    if (hangs) indents++;
    if (length <= widest && ((length >= 25 && /^\p{Ll}/u.test(next.text)) || (hangs && length >= 45)))
      continued++;
  }
  const wrapped =
    (isWrapped && long === 0) || (continued >= 1 && continued >= 0.15 * pairs && long <= 0.2 * pairs);
  return { width: wrapped ? width : 0, indented: indents > 0 };
}

/** Returns what is between two lines that are joined: nothing after a hyphen within a word: `self-` `employed`. */
function gapBetween(last: string, next: string): string {
  return /\p{L}-$/u.test(last) && /^\p{L}/u.test(next) ? '' : ' ';
}
