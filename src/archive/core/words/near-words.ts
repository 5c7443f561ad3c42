/** Letters that a slip may add, by the script of the word. */
const alphabets: [RegExp, string][] = [
  [/\p{Script=Cyrillic}/u, 'абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґ'],
  [/\p{Script=Greek}/u, 'αβγδεζηθικλμνξοπρστυφχψω'],
  [/\p{Script=Arabic}/u, 'ابتثجحخدذرزسشصضطظعغفقكلمنهويءپچژگ'],
  [/\p{Script=Hebrew}/u, 'אבגדהוזחטיכךלמםנןסעפףצץקרשת'],
];
const latin = 'abcdefghijklmnopqrstuvwxyz';

/**
 * Returns the first letters of a word, and what they may have been if a letter among them should be doubled, or single.
 *
 *     likelyBeginnings('acessibilty', 3) → ace, aac, acc
 */
export function likelyBeginnings(word: string, length: number): string[] {
  const letters = word.slice(0, length);
  const doubled = Array.from({ length: length - 1 }, (_, at) => letters.slice(0, at + 1) + letters.slice(at));
  const single = word.replace(/(.)\1/u, '$1');
  return [...new Set([letters, ...doubled, single].map((each) => each.slice(0, length)))];
}

/**
 * Returns all words one slip away from a word: a letter left out, two swapped, one replaced, one too many. A word of n
 * letters has about 53 n of them. The word is folded; longer words than 24 letters have none.
 */
export function nearWords(word: string): string[] {
  if (word.length > 24) return [];
  const letters = alphabets.find(([script]) => script.test(word))?.[1] ?? latin;
  const near = new Set<string>();
  for (let at = 0; at <= word.length; at += 1) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    if (after !== '') near.add(before + after.slice(1));
    if (after.length > 1) near.add(before + after.charAt(1) + after.charAt(0) + after.slice(2));
    for (const letter of letters) {
      near.add(before + letter + after);
      if (after !== '') near.add(before + letter + after.slice(1));
    }
  }
  near.delete(word);
  near.delete('');
  return [...near];
}
