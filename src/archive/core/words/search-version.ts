/** Version of the rules that split and fold texts. Another version means that the index has other terms. */
const rules = 1;

/**
 * Returns the versions that the terms of the search index depend on: of the rules, of ICU and of Unicode, for example
 * `terms 1, ICU 78.3, Unicode 17.0`.
 */
export function searchVersion(): string {
  const { icu = 'none', unicode = 'none' } = process.versions;
  return `terms ${rules}, ICU ${icu}, Unicode ${unicode}`;
}
