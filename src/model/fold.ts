const letters: Record<string, string> = {
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
};

/**
 * A text without case and diacritics, for comparing names and making slugs. Letters that carry no diacritic
 * in Unicode but have a usual plain spelling are respelt.
 *
 *     fold('Łódź — Straße') → 'lodz — strasse'
 */
export function fold(text: string): string {
  // Most names have nothing else to fold.
  if (/^[ -~]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđðþłıħŋ]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFC');
}

/** The words of a text, folded: runs of letters and digits. `foldedWords("Cho Tae-yul's")` → cho tae yul s */
export function foldedWords(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
