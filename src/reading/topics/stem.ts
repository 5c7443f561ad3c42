/** British spellings to American ones. The first matching rule applies. */
const spellings: [RegExp, string][] = [
  [/(?<=\w{3})is(e|ed|es|er|ers|ing|ation|ations)$/, 'iz$1'],
  [/(?<=\w{2})ys(e|ed|es|er|ers|ing)$/, 'yz$1'],
  [/(?<=\w{2})our(s|ed|ing|ism|able|ably|al|ful|er|ers|ite|ites)?$/, 'or$1'],
  [/(?<=\w{3})ence(s|less)?$/, 'ense$1'],
  [/(?<=\w{2}[bcdht])re(s|d)?$/, 'er$1'],
  [/(?<=\w{3}[ae])ll(ed|ing|er|ers|or|ors)$/, 'l$1'],
  [/ogue(s)?$/, 'og$1'],
  [/gramme(s)?$/, 'gram$1'],
];

/** Plurals to singulars: Harman's S-stemmer ("How effective is suffixing?", JASIS 42, 1991) with irregular plurals. */
const plurals: [RegExp, string][] = [
  [/^(news|series|species|politics|athletics|mathematics|economics|physics)$/, '$1'],
  [/(?<=\w{2})men$/, 'man'],
  [/(ss|sh|ch|x|zz)es$/, '$1'],
  [/(?<=\w{2}[^aeiou])ies$/, 'y'],
  [/(?<=\w[^aeious])ies$/, 'ie'],
  [/(?<=\w{2}[^suio'])s$/, ''],
];

const rewrite = (word: string, rules: [RegExp, string][]): string => {
  const rule = rules.find(([pattern]) => pattern.test(word));
  return rule ? word.replace(rule[0], rule[1]) : word;
};

/**
 * Returns a key that is the same for singular and plural and for British and American spelling. It may not be a word;
 * compare it only with other keys.
 *
 *     stem('defences') === stem('defense')    stem('troops') === stem('troop')
 *
 * @param word folded: lower case, no diacritics.
 */
export function stem(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  return rewrite(rewrite(word, spellings), plurals);
}
