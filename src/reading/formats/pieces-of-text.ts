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

function isWrapped(text: string): boolean {
  const lines = text.split('\n').slice(0, -1);
  const brokenOff = lines.filter(
    (line) => line.trim().length > 40 && !/[.!?…:;。！？]["'”’)\]]*\s*$/.test(line),
  );
  return lines.length > 0 && brokenOff.length > lines.length / 2;
}
