import type { AuthorityEntry } from './authority.ts';
import { mediaTopicBySlug, mediaTopicEntry } from './media-topics.ts';
import { builtInPlace, builtInPlaces } from './places.ts';
import type { TagId } from './tag.ts';

function builtInEntry(tag: TagId): AuthorityEntry | undefined {
  const topic = tag.startsWith('topic/') ? mediaTopicBySlug(tag.slice('topic/'.length)) : undefined;
  return topic ? mediaTopicEntry(topic) : builtInPlace(tag);
}

/**
 * Returns the built-in entries (IPTC Media Topics, countries, capitals) that an archive needs for `tags` and
 * does not have in `known`, with the broader entries they refer to. Each appears once, broader entries first.
 * Tags that are not built in are ignored. An archive stores only these, so that tag lists show tags in use.
 */
export function builtInEntries(
  tags: Iterable<TagId>,
  known: Pick<ReadonlySet<TagId>, 'has'>,
): AuthorityEntry[] {
  const entries = new Map<TagId, AuthorityEntry>();
  const add = (tag: TagId): void => {
    const entry = known.has(tag) || entries.has(tag) ? undefined : builtInEntry(tag);
    if (!entry) return;
    for (const wider of entry.broader) add(wider);
    entries.set(tag, entry);
  };
  for (const tag of tags) add(tag);
  return [...entries.values()];
}

/** Returns the archive's own entries and the built-in places that it does not define. Extraction looks for these. */
export function withBuiltInPlaces(own: readonly AuthorityEntry[]): AuthorityEntry[] {
  const known = new Set(own.map((entry) => entry.id));
  return [...own, ...builtInPlaces().filter((place) => !known.has(place.id))];
}
