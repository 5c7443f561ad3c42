import { z } from 'zod';
import { Tag, TagId } from './tag.ts';

/**
 * Condition for a topic that no phrase names. Every group must match, each by any one of its members, within
 * one paragraph or other part of the article. A member is a tag id that is mentioned there
 * (`place/north-korea`), or words after a tilde (`~troops`), matched in any case and number.
 */
export const TopicRule = z.object({
  within: z.enum(['sentence', 'paragraph', 'article']),
  all: z.array(z.array(z.string()).min(1)).min(1),
});
export type TopicRule = z.infer<typeof TopicRule>;

/** Tag as described in the authority files in `seeds/`, with what is needed to find it in text. */
export const AuthorityEntry = Tag.extend({
  /** Offices that can stand for the holder's name: "EU High Representative for Foreign Affairs". */
  titles: z.array(z.string()),
  /** Pronoun for "he said" and "she said"; null if unknown. */
  pronoun: z.enum(['he', 'she', 'they']).nullable(),
  /** For topics: conditions under which the topic applies although it is not named. */
  rules: z.array(TopicRule),
  /** For topics: keywords and sections of sources that mean this topic. */
  keywords: z.array(z.string()),
  /** Tags that must not be confused with this one, in either direction. */
  distinctFrom: z.array(TagId),
});
export type AuthorityEntry = z.infer<typeof AuthorityEntry>;

/** Returns an entry with only a name; `known` sets or replaces other fields. */
export function authorityEntry(
  { type, slug, name }: Pick<AuthorityEntry, 'type' | 'slug' | 'name'>,
  known: Partial<AuthorityEntry> = {},
): AuthorityEntry {
  return {
    id: `${type}/${slug}`,
    type,
    slug,
    name,
    aliases: [],
    description: null,
    roles: [],
    country: null,
    broader: [],
    externalIds: { wikidata: null, mediatopic: null },
    discovered: false,
    geo: null,
    sourceIds: [],
    titles: [],
    pronoun: null,
    rules: [],
    keywords: [],
    distinctFrom: [],
    ...known,
  };
}
