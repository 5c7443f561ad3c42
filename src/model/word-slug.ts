import anyAscii from 'any-ascii';
import { fold } from './fold.ts';
import { slugOf } from './slug.ts';
import { isNewsroomTag, type TagId } from './tag.ts';

/**
 * Makes the slug of a printed keyword, section or author. Spellings that differ only in case, accents, hyphens or blanks
 * have the same slug. Words in other scripts are transliterated. Empty if the word has no letters or digits.
 *
 *     wordSlug('Open Data') → 'open-data', wordSlug('Выборы') → 'vybory'
 */
export function wordSlug(word: string): string {
  const folded = fold(word);
  return slugOf(/(?![a-z0-9])[\p{L}\p{N}]/u.test(folded) ? anyAscii(word) : folded);
}

/** Makes the slug of a tag from its name; empty if the name has no letters that a slug can have. */
export function tagSlug(id: TagId, name: string): string {
  return isNewsroomTag(id) ? wordSlug(name) : slugOf(name);
}
