import { fold } from '../../model/fold.ts';

/**
 * The key under which spellings of one word meet: lower case, without diacritics, apostrophes, full stops and
 * invisible characters.
 *
 *     foldWord('Núñez')    // 'nunez'
 *     foldWord('O’Brien')  // 'obrien'
 *     foldWord('U.S.')     // 'us'
 */
export function foldWord(word: string): string {
  // Most words of most articles need no more than this.
  if (/^[a-zA-Z0-9]+$/.test(word)) return word.toLowerCase();
  return fold(word).replace(/['’ʼ.\u00AD\u200B-\u200D\u2060]/g, '');
}
