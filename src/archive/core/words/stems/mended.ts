type Stemmer = (form: string) => string;

/** Returns a Spanish noun in the singular, because the stemmer takes -nos for a pronoun: `gobiernos` → gobierno. */
function spanishSingular(form: string): string {
  return form.replace(/([bcdfgjklmnprtvxz])es$|(?<=[aeo])s$/, '$1');
}

/** Returns a Portuguese noun in the singular: `eleicoes` → eleicao. */
function portugueseSingular(form: string): string {
  return form.replace(/(?:oes|aes)$/, 'ao').replace(/(?<=[aeiou])s$/, '');
}

/** Returns a German stem without the ending of a participle: `besucht` → besuch. Short nouns keep it: Nacht is not nach. */
function withoutParticiple(stem: string): string {
  return stem.length > 5 && /[^aeiou]t$/.test(stem) ? stem.slice(0, -1) : stem;
}

/** Stemmers of the Snowball family that need help, by language. */
export const mended: Record<string, (stem: Stemmer) => Stemmer> = {
  de: (stem) => (form) => withoutParticiple(stem(form)),
  es: (stem) => (form) => stem(spanishSingular(form)),
  pt: (stem) => (form) => stem(portugueseSingular(form)),
};
