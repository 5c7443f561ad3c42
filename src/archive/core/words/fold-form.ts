/** Letters that Unicode does not decompose, and letters that readers type as others. */
const plainLetters: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ħ: 'h',
  ŋ: 'ng',
  ŧ: 't',
  ĸ: 'k',
  ə: 'e',
  // Cyrillic: ё is printed as е.
  ё: 'е',
  ѐ: 'е',
  ѝ: 'и',
  // Greek: the form of sigma at the end of a word.
  ς: 'σ',
  // Arabic, as Lucene's ArabicNormalizer: alef with hamza or madda, alef maksura, teh marbuta; then forms of Persian and
  // Urdu keyboards.
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ؤ: 'و',
  ئ: 'ي',
  ى: 'ي',
  ة: 'ه',
  ک: 'ك',
  ی: 'ي',
  ہ: 'ه',
  ھ: 'ه',
  ۀ: 'ه',
};
const hasPlainLetter = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'gu');

/** Latin and Greek letters lose their accents. In other scripts a mark makes another letter: й is not и. */
const accented = /([\p{Script=Latin}\p{Script=Greek}])\p{Mn}+/gu;

/** Combining accents that compose with no letter, such as the stress mark of Russian textbooks. */
const looseAccents = /[\u0300-\u036f]+/gu;

/** Points of Hebrew and vowel signs of Arabic, with the tatweel that stretches a word. */
const vowelSigns =
  /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u065f\u0670\u06d6-\u06ed]+/gu;

/** Characters within words that are not printed: soft hyphens, joiners, variation selectors. */
const invisible = /(?:[\u00ad\u2060\ufeff]|\u034f|\u200c|\u200d|[\ufe00-\ufe0f])+/gu;

const digitOf = (digit: string): string => {
  // The digits of a script are ten code points in a row, and the zero is the first (Unicode, chapter 4.6).
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
};

/**
 * Returns a word as the search index compares it: NFKC, lower case, without accents, ligatures, vowel signs of Arabic and
 * Hebrew, and invisible characters; digits of all scripts as those of ASCII. Never longer than four times the word.
 *
 *     foldForm('Sørensen') → 'sorensen'      foldForm('ﬁnance') → 'finance'      foldForm('مُهِمَّة') → 'مهمه'
 */
export function foldForm(word: string): string {
  if (/^[\x21-\x7e]*$/.test(word)) return word.toLowerCase();
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(invisible, '')
    .normalize('NFD')
    .replace(accented, '$1')
    .normalize('NFC')
    .replace(looseAccents, '')
    .replace(vowelSigns, '')
    .replace(hasPlainLetter, (letter) => plainLetters[letter] ?? letter)
    .replace(/[^\P{Nd}0-9]/gu, digitOf);
}
