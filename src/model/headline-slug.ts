import anyAscii from 'any-ascii';
import { fold } from './fold.ts';
import { slugOf } from './slug.ts';

/** Maximum length in UTF-16 code units, as of other slugs, and in UTF-8: addresses have three characters for a byte. */
const maxLength = 80;
const maxBytes = 120;

/** Scripts whose addresses are usually written in Latin letters. */
const transliterated =
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Georgian}\p{N}\p{M}]+$/u;
/** Vowel signs and other marks that Arabic and Hebrew leave out, and the Arabic letter stretcher. */
const optionalMarks = /[\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u0640\u064b-\u0652\u0670]/g;

/**
 * Makes a slug from a headline. Latin, Cyrillic, Greek, Armenian and Georgian words are spelled in ASCII, as is usual in
 * addresses. Words in other scripts stay as they are (NFC), because their spellings in Latin letters would be ambiguous.
 * Empty if the headline has no letters or digits.
 *
 *     headlineSlug('Выборы в Москве') → 'vybory-v-moskve', headlineSlug('EU와 안보 협력') → 'eu와-안보-협력'
 */
export function headlineSlug(text: string): string {
  if (!/(?![a-z0-9])[\p{L}\p{N}]/u.test(fold(text))) return slugOf(text);
  const words =
    text
      .normalize('NFC')
      // Full width, as East Asian texts print Latin letters.
      .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
      .replace(optionalMarks, '')
      .replace(/(?<=\p{L})['’ʼ"״׳](?=\p{L})/gu, '')
      .match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];
  let slug = '';
  for (const word of words.map(spelled)) {
    if (word === '') continue;
    const longer = slug === '' ? shortened(word) : `${slug}-${word}`;
    if (!fits(longer)) break;
    slug = longer;
  }
  return slug;
}

function spelled(word: string): string {
  if (!transliterated.test(word)) return word.toLowerCase().normalize('NFC');
  const isLatin = /^[\p{Script=Latin}\p{N}\p{M}]+$/u.test(word);
  const plain = isLatin ? anyAscii(fold(word)) : anyAscii(word);
  return plain.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function fits(slug: string): boolean {
  return slug.length <= maxLength && Buffer.byteLength(slug) <= maxBytes;
}

/** Cuts a word that is too long, such as a sentence of a script without blanks, between characters. */
function shortened(word: string): string {
  let cut = '';
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(word)) {
    if (!fits(cut + segment)) break;
    cut += segment;
  }
  return cut;
}
