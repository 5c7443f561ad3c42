import { slugOf } from './slug.ts';
import { wordSlug } from './word-slug.ts';

/** Makes the slug of a source from its name. Names without Latin letters are transliterated. */
// 'The Korea Herald' → 'the-korea-herald', 'Ведомости' → 'vedomosti'
export function sourceSlug(name: string): string {
  return slugOf(name) || wordSlug(name) || 'source';
}
