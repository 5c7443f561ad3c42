/** Names that publishing systems give to articles without a section. */
const placeholder =
  /^(?:uncategori[sz]ed|unclassified|non classé|sin categoría|sem categoria|senza categoria|geen categorie|ohne kategorie|keine kategorie|без рубрики|без категории|без категорії|未分类|未分類|미분류|null|nil|undefined|none|n\/a)$/iu;

/** Maximum length of the name of a section, in UTF-16 code units. */
const maxLength = 80;

/**
 * Returns the names of sections that a source states, each once. Leaves out placeholders ("Uncategorized"), addresses,
 * and numbers and UUIDs, which identify a section without naming it.
 */
// [" World ", "world", "Uncategorized", "https://a.example/world", "28"] → ["World"]
export function readSections(stated: string[]): string[] {
  const names = new Map<string, string>();
  for (const text of stated) {
    const name = text.replace(/\s+/g, ' ').trim();
    if (name.length > maxLength || placeholder.test(name) || !/\p{L}/u.test(name) || isIdentifier(name))
      continue;
    const key = name.toLowerCase();
    if (!names.has(key)) names.set(key, name);
  }
  return [...names.values()];
}

function isIdentifier(name: string): boolean {
  return /:\/\/|^[\w-]+:\S|^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(name);
}
