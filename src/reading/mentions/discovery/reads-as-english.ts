const englishWords = new Set('the of and to that with for was said'.split(' '));
const minWords = 40;

/**
 * Whether a text is in English, whatever its page declares: themes and templates often declare English for pages in
 * other languages. The commonest words of English make up a tenth to a third of any English prose and hardly a
 * hundredth of any other; a text too short for that is in the language that it declares (`en`, `und` and none count
 * as English).
 */
// "Der Bundestag hat …", "en-US" → false
export function readsAsEnglish(text: string, language: string | null): boolean {
  const words =
    text
      .slice(0, 4000)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const declared = language === null || /^(?:en|und|mul)(?:-|$)/i.test(language);
  if (words.length < minWords) return declared;
  // Tables and lists of the wires have few of them too, so that what is declared counts.
  return words.filter((word) => englishWords.has(word)).length > words.length * (declared ? 0.03 : 0.07);
}
