import { fold } from '../../model/fold.ts';

/**
 * Folds a word for comparison: lower case, without diacritics, apostrophes, full stops and invisible characters.
 *
 *     foldWord('Núñez')    // 'nunez'
 *     foldWord('O’Brien')  // 'obrien'
 *     foldWord('U.S.')     // 'us'
 */
export function foldWord(word: string): string {
  // Fast path for most words.
  if (/^[a-zA-Z0-9]+$/.test(word)) return word.toLowerCase();
  return fold(word).replace(/['’ʼ.\u00AD\u200B-\u200D\u2060]/g, '');
}
