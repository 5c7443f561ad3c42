import { isAgency } from '../fields/agency-names.ts';
import { isCreatorInitials } from '../fields/creator-initials.ts';
import { readByline } from '../fields/read-byline.ts';

/** Maximum number of words of a byline that is not understood. It may be the name of somebody all the same. */
const maxWords = 4;
/** Maximum length of a byline, in UTF-16 code units. */
const maxLength = 300;

/** Returns those bylines of a document that name somebody: neither the initials of an editor nor a sentence. */
export function namedBylines(bylines: readonly (string | null)[]): string[] {
  const named = bylines.filter((line) => line !== null).filter((line) => line.trim() !== '' && isNamed(line));
  return [...new Set(named)];
}

/**
 * Returns those creators in the metadata that are names of people or agencies. Codes of desks and editors are none:
 * `DWM`, `COR 360`.
 */
export function namedCreators(creators: readonly (string | null)[]): string[] {
  return namedBylines(creators).filter(
    (name) => /\p{Ll}.* .*\p{Ll}/u.test(name) || isAgency(name) || !/[A-Za-z]/.test(name),
  );
}

function isNamed(line: string): boolean {
  if (line.length > maxLength || !/\p{L}/u.test(line) || isCreatorInitials(line)) return false;
  return readByline(line) !== undefined || line.trim().split(/\s+/).length <= maxWords;
}
