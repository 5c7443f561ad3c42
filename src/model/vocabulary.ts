import type { AuthorityEntry } from './authority.ts';
import { mediaTopicBySlug, mediaTopicEntry } from './media-topics.ts';
import { builtInPlace, builtInPlaces } from './places.ts';
import type { TagId } from './tag.ts';

function builtInEntry(tag: TagId): AuthorityEntry | undefined {
  const topic = tag.startsWith('topic/') ? mediaTopicBySlug(tag.slice('topic/'.length)) : undefined;
  return topic ? mediaTopicEntry(topic) : builtInPlace(tag);
}

/**
 * The entries that an archive lacks for these tags to exist in it: those that the built-in vocabulary (IPTC
 * Media Topics, countries and capitals) has, and the wider ones they refer to, each once, wider first. An
 * archive takes in no more of the vocabulary than this, so its lists are not full of what no article is about.
 *
 * @param tags as articles carry them or as authority entries name them in `broader`; the unheard-of are left out
 * @param known what the archive holds already
 */
export function builtInEntries(tags: Iterable<TagId>, known: ReadonlySet<TagId>): AuthorityEntry[] {
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

/** An archive's own entries, and the built-in places that it does not describe itself: what extraction looks for. */
export function withBuiltInPlaces(own: readonly AuthorityEntry[]): AuthorityEntry[] {
  const known = new Set(own.map((entry) => entry.id));
  return [...own, ...builtInPlaces().filter((place) => !known.has(place.id))];
}
