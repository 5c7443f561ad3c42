import { isAgency } from '../fields/agency-names.ts';
import { isCreatorInitials } from '../fields/creator-initials.ts';
import type { Piece } from './body-of.ts';

const signature = /^\s*={2,}\s*[\p{L} ]{2,20}\s*$|^[-\s]*(?:ends?|mf|30)[-\s]*$/iu;
/** Agency and initials: `AAP RTV ar`, `AFP sn`. */
const signed = /^(?<agency>\p{Lu}{2,5})(?: \p{Lu}{2,4})?(?: \p{Ll}{2,4})$/u;

/** Removes the initials of editors, or the signature of the agency, at the end of wire copy: `ab/de/hmw`, `==Kyodo`, `ends`. */
export function withoutInitials(pieces: readonly Piece[]): Piece[] {
  const last = pieces.at(-1)?.text ?? '';
  const { agency } = signed.exec(last)?.groups ?? {};
  const isEnd =
    signature.test(last) || (agency && isAgency(agency)) || (last.includes('/') && isCreatorInitials(last));
  return pieces.length > 1 && isEnd ? pieces.slice(0, -1) : [...pieces];
}
