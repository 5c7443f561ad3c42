/** Splits a list of keywords at each of the separators, which are characters of a regular expression's class. */
// splitKeywords("war, Ukraine ;economy", ",;") → ["war", "Ukraine", "economy"]
export function splitKeywords(list: string, separators: string): string[] {
  // Spaces are trimmed afterwards: a pattern that starts with them takes the square of a long run of spaces.
  return list
    .split(new RegExp(`[${separators}]`))
    .map((keyword) => keyword.trim())
    .filter((keyword) => keyword !== '');
}
