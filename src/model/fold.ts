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
 * Removes case and diacritics from a text, for comparing names and making slugs. Letters such as ß and ø,
 * which Unicode does not decompose, get their usual plain spelling.
 *
 *     fold('Łódź — Straße') → 'lodz — strasse'
 */
export function fold(text: string): string {
  // Fast path: most names are ASCII.
  if (/^[ -~]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđðþłıħŋ]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFC');
}

/** Returns the words of a text, folded: runs of letters and digits. `foldedWords("Cho Tae-yul's")` → cho tae yul s */
export function foldedWords(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
