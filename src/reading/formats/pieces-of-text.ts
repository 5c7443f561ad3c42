import type { Piece } from './body-of.ts';
import { plainText } from './html/plain-text.ts';

/**
 * Plain text as paragraphs: parted by blank lines, or, where there are none, by line breaks; unless most lines
 * break off in the middle of a sentence, for then the text was wrapped and is one paragraph.
 *
 * `piecesOfText('a\n\nb')`, `piecesOfText('A came.\nB went.')` → two paragraphs
 */
export function piecesOfText(text: string): Piece[] {
  const even = text.replace(/\r\n?/g, '\n').trim();
  const parts = /\n[^\S\n]*\n/.test(even) || isWrapped(even) ? even.split(/\n[^\S\n]*\n/) : even.split('\n');
  return parts.map((part) => ({
    kind: 'paragraph' as const,
    level: null,
    text: plainText(isWrapped(part) ? part.replaceAll('\n', ' ') : part),
  }));
}

/** Joins the lines of a text that was wrapped; others stay apart. */
export function unwrappedLines(text: string): string {
  return isWrapped(text) ? text.replaceAll('\n', ' ') : text;
}

function isWrapped(text: string): boolean {
  if (!text.includes('\n')) return false;
  const lines = text.split('\n').slice(0, -1);
  const truncated = lines.filter((line) => line.trim().length > 40 && !endsSentence(line.trimEnd()));
  return truncated.length > lines.length / 2;
}

/** Whether a line ends with a full stop or the like, inside of quotation marks or brackets or not. */
function endsSentence(line: string): boolean {
  let end = line.length - 1;
  while (end >= 0 && closing.includes(line.charAt(end))) end--;
  return end >= 0 && full.includes(line.charAt(end));
}

const closing = `"'”’)]`;
const full = '.!?…:;。！？';
