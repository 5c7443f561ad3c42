import { isCreatorInitials } from '../fields/creator-initials.ts';
import { readByline } from '../fields/read-byline.ts';

/** Maximum number of words of a byline that is not understood. It may be the name of somebody all the same. */
const maxWords = 4;

/** Returns those bylines of a document that name somebody: neither the initials of an editor nor a sentence. */
export function namedBylines(bylines: readonly (string | null)[]): string[] {
  const named = bylines.filter((line) => line !== null).filter((line) => line.trim() !== '' && isNamed(line));
  return [...new Set(named)];
}

function isNamed(line: string): boolean {
  if (isCreatorInitials(line)) return false;
  return readByline(line) !== undefined || line.trim().split(/\s+/).length <= maxWords;
}
