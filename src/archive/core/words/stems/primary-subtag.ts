/** Returns the primary subtag of a language tag of BCP 47 in lower case: `en` of `en-GB`. */
export function primarySubtag(language: string): string {
  return (language.split('-', 1)[0] ?? language).toLowerCase();
}
