import { isCreatorInitials } from '../fields/creator-initials.ts';
import type { Piece } from './body-of.ts';

const signature = /^\s*={2,}\s*[\p{L} ]{2,20}\s*$/u;

/** Removes the initials of editors, or the signature of the agency, at the end of wire copy: `ab/de/hmw`, `==Kyodo`. */
export function withoutInitials(pieces: readonly Piece[]): Piece[] {
  const last = pieces.at(-1)?.text ?? '';
  const isEnd = signature.test(last) || (last.includes('/') && isCreatorInitials(last));
  return pieces.length > 1 && isEnd ? pieces.slice(0, -1) : [...pieces];
}
