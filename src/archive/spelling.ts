/** Alternative spellings of a word or phrase, the one given first; at most 16. */
export function spellings(words: string[]): string[][] {
  return [words];
}
