import type { Piece } from './body-of.ts';

/** Length of a beginning that two texts do not share by chance, in UTF-16 code units. */
const telling = 100;

/** Returns a standfirst; null if it repeats the beginning of the text, which wires give as their abstract. */
export function ownStandfirst(standfirst: string | null, pieces: readonly Piece[]): string | null {
  const text = pieces.find((piece) => piece.text !== '')?.text ?? '';
  const isRepeated =
    standfirst !== null && standfirst.length >= telling && text.startsWith(standfirst.slice(0, telling));
  return isRepeated ? null : standfirst;
}
