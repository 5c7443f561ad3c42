import { fold } from './fold.ts';

const maxLength = 80;

/**
 * Makes a slug from a headline or name: ASCII words joined by hyphens, cut between words at 80 characters.
 * Empty if the text has no Latin letters or digits; callers then use the id.
 *
 *     slugOf("EU's Borrell vows to advance security, defense ties with S. Korea")
 *       → 'eus-borrell-vows-to-advance-security-defense-ties-with-s-korea'
 */
export function slugOf(text: string): string {
  const words =
    fold(text)
      .replace(/(?<=[a-z])['’ʼ](?=[a-z])/g, '')
      .match(/[a-z0-9]+/g) ?? [];
  let slug = words[0]?.slice(0, maxLength) ?? '';
  for (const word of words.slice(1)) {
    if (slug.length + 1 + word.length > maxLength) break;
    slug += `-${word}`;
  }
  return slug;
}
