/** Plurals that mean something else than their singulars. */
const otherMeanings = new Set(
  'arms customs glasses goods means minutes news pants savings series species states works'.split(' '),
);

/**
 * True if two slugs of keywords are the same, or one is the English plural of the other. Only the last word counts; a
 * plural has at least four letters.
 *
 *     isSameKeyword('federal-agency', 'federal-agencies') → true
 */
export function isSameKeyword(one: string, other: string): boolean {
  // Most pairs differ in their beginning or length.
  if (one[0] !== other[0] || Math.abs(one.length - other.length) > 2) return false;
  return one === other || pluralsOf(one).includes(other) || pluralsOf(other).includes(one);
}

/** Returns the slugs that may be the plural or the singular of a keyword's slug. */
export function otherNumbers(slug: string): string[] {
  const singulars = [slug.replace(/ies$/, 'y'), slug.replace(/es$/, ''), slug.replace(/s$/, '')];
  return [...pluralsOf(slug), ...singulars.filter((each) => pluralsOf(each).includes(slug))];
}

function pluralsOf(slug: string): string[] {
  const plurals = [`${slug}s`];
  if (/(?:[sxz]|ch|sh|o)$/.test(slug)) plurals.push(`${slug}es`);
  if (/[^aeiou-]y$/.test(slug)) plurals.push(`${slug.slice(0, -1)}ies`);
  return plurals.filter((plural) => {
    const word = plural.slice(plural.lastIndexOf('-') + 1);
    return /^[a-z]{4,}$/.test(word) && !/(?:ss|ics)$/.test(word) && !otherMeanings.has(word);
  });
}
