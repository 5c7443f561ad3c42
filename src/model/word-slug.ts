import anyAscii from 'any-ascii';
import { fold } from './fold.ts';
import { slugOf } from './slug.ts';
import { isNewsroomTag, type TagId } from './tag.ts';

/**
 * Makes the slug of a printed keyword, section or author. Spellings that differ only in case, accents, hyphens or blanks
 * have the same slug. Words in other scripts are transliterated. Marks that are a part of a name are spelled out. Empty if
 * the word has no letters or digits.
 *
 *     wordSlug('Open Data') → 'open-data', wordSlug('Выборы') → 'vybory', wordSlug('C++') → 'c-plus-plus'
 */
export function wordSlug(word: string): string {
  const folded = withSpelledMarks(fold(word));
  return slugOf(/(?![a-z0-9])[\p{L}\p{N}]/u.test(folded) ? withSpelledMarks(fold(anyAscii(word))) : folded);
}

/**
 * Spells out marks without which a name would be another one: pluses and number signs after a word (`C++`, `C#`), and the
 * dot before one (`.NET`). A number sign before a word is that of a hashtag and says nothing.
 */
function withSpelledMarks(folded: string): string {
  return folded
    .replace(/(?<=[\p{L}\p{N}])\++(?![\p{L}\p{N}])/gu, (marks) => ' plus'.repeat(marks.length))
    .replace(/(?<=[\p{L}\p{N}])#(?![\p{L}\p{N}#])/gu, ' sharp')
    .replace(/^\s*\.(?=[\p{L}])/u, 'dot ');
}

/** Makes the slug of a tag from its name; empty if the name has no letters that a slug can have. */
export function tagSlug(id: TagId, name: string): string {
  return isNewsroomTag(id) ? wordSlug(name) : slugOf(name);
}
