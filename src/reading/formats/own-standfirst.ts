import type { Piece } from './body-of.ts';
import { standfirstOf } from './standfirst-of.ts';

/** Returns a standfirst; null if it repeats the beginning of the text, which wires give as their abstract. */
export function ownStandfirst(standfirst: string | null, pieces: readonly Piece[]): string | null {
  const text = pieces.find((piece) => piece.text !== '')?.text ?? '';
  return standfirst === null ? null : standfirstOf(standfirst, text);
}
