import type { StoredReading } from '../../../model/draft.ts';
import type { TagId } from '../../../model/tag.ts';

/** Returns a reading with other tags in place of some of its own. */
export function retaggedReading(reading: StoredReading, renamed: ReadonlyMap<TagId, TagId>): StoredReading {
  if (renamed.size === 0) return reading;
  const present = <T extends { tag: TagId }>(carrier: T): T => {
    const tag = renamed.get(carrier.tag);
    return tag === undefined ? carrier : { ...carrier, tag };
  };
  return {
    ...reading,
    mentions: reading.mentions.map(present),
    inferredTopics: reading.inferredTopics.map(present),
    discovered: reading.discovered.map((entry) => {
      const id = renamed.get(entry.id);
      return id === undefined ? entry : { ...entry, id, slug: id.slice(id.indexOf('/') + 1) };
    }),
    quotes: reading.quotes.map((quote) => {
      const tag = quote.speaker?.tag ? renamed.get(quote.speaker.tag) : undefined;
      return quote.speaker && tag ? { ...quote, speaker: { ...quote.speaker, tag } } : quote;
    }),
  };
}
