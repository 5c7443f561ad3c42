import type { AuthorityEntry } from '../../../model/authority.ts';
import type { StoredCorrection, TagCorrection } from '../../../model/correction.ts';
import { tagSlug } from '../../../model/word-slug.ts';

/**
 * Returns an authority entry with the renames of editors, so that seeding again does not undo them. Returns undefined
 * if they merged or dropped the tag.
 */
export function correctedEntry(
  entry: AuthorityEntry,
  corrections: StoredCorrection<TagCorrection>[],
): AuthorityEntry | undefined {
  let corrected = entry;
  for (const { correction } of corrections) {
    if (correction.tag !== entry.id || correction.do === 'lead-tag' || correction.do === 'keep-apart')
      continue;
    if (correction.do !== 'rename-tag') return undefined;
    const { name } = correction;
    const aliases = [...new Set([...corrected.aliases, corrected.name])].filter((alias) => alias !== name);
    corrected = { ...corrected, name, aliases, slug: tagSlug(entry.id, name) || corrected.slug };
  }
  return corrected;
}
