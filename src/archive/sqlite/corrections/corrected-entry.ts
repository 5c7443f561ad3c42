import type { AuthorityEntry } from '../../../model/authority.ts';
import type { KeptCorrection, TagCorrection } from '../../../model/correction.ts';
import { slugOf } from '../../../model/slug.ts';

/**
 * An authority entry as editors want it, so that seeding again does not bring back what they set right: under the
 * name that they gave it, and not at all when they merged or dropped it.
 */
export function correctedEntry(
  entry: AuthorityEntry,
  corrections: KeptCorrection<TagCorrection>[],
): AuthorityEntry | undefined {
  let corrected = entry;
  for (const { correction } of corrections) {
    if (correction.tag !== entry.id) continue;
    if (correction.do !== 'rename-tag') return undefined;
    const { name } = correction;
    const aliases = [...new Set([...corrected.aliases, corrected.name])].filter((alias) => alias !== name);
    corrected = { ...corrected, name, aliases, slug: slugOf(name) || corrected.slug };
  }
  return corrected;
}
