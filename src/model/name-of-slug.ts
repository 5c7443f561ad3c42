import type { TagId } from './tag.ts';

/** `nameOfSlug('person/ann-lee')` → `Ann Lee`. Used until the real name is known. */
export function nameOfSlug(tag: TagId): string {
  const words = tag.slice(tag.indexOf('/') + 1).split('-');
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}
