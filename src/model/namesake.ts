import { fold } from './fold.ts';
import type { Tag, TagId } from './tag.ts';

/**
 * Returns the only one of `tags` with a name: the person who is an author, or the author who is a person. Case, accents,
 * hyphens and middle initials do not matter, unless both names have different initials. Undefined if there is none or
 * several, or if the name is a single word.
 */
// "William A. Brantley", [person/william-brantley] → person/william-brantley
export function onlyNamesake(name: string, tags: Iterable<Pick<Tag, 'id' | 'name'>>): TagId | undefined {
  const wanted = nameParts(name);
  if (wanted.words.length < 2) return undefined;
  const found = new Set<TagId>();
  for (const { id, name: other } of tags) if (isSameName(wanted, nameParts(other))) found.add(id);
  const [only] = found;
  return found.size === 1 ? only : undefined;
}

/** Returns the words that all namesakes of a name have, folded; none for a name of a single word. */
export function sharedWords(name: string): string[] {
  const { words } = nameParts(name);
  return words.length < 2 ? [] : words;
}

interface NameParts {
  words: string[];
  /** Initials between the first and the last word. */
  initials: string[];
}

function nameParts(name: string): NameParts {
  const all = fold(name).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const isMiddleInitial = (word: string, index: number) =>
    word.length === 1 && index > 0 && index < all.length - 1;
  return {
    words: all.filter((word, index) => !isMiddleInitial(word, index)),
    initials: all.filter(isMiddleInitial),
  };
}

function isSameName(one: NameParts, other: NameParts): boolean {
  const areCompatible =
    one.initials.length === 0 ||
    other.initials.length === 0 ||
    one.initials.join(' ') === other.initials.join(' ');
  return areCompatible && one.words.join(' ') === other.words.join(' ');
}
