import { z } from 'zod';
import { Tag, TagId } from './tag.ts';

/**
 * When a topic holds although no phrase names it: every group must be met, each by any one of its members,
 * all inside one stretch of the article. A member is a tag id (`place/north-korea`: it is mentioned) or, with
 * a tilde, words (`~troops`: they occur, whatever their case and number).
 */
export const TopicRule = z.object({
  within: z.enum(['sentence', 'paragraph', 'article']),
  all: z.array(z.array(z.string()).min(1)).min(1),
});
export type TopicRule = z.infer<typeof TopicRule>;

/** A tag as the authority files in `seeds/` hold it: the tag, and how to find it in text. */
export const AuthorityEntry = Tag.extend({
  /** Offices that stand for the holder when no name is given: "EU High Representative for Foreign Affairs". */
  titles: z.array(z.string()),
  /** For "he said" and "she said"; null when not known. */
  pronoun: z.enum(['he', 'she', 'they']).nullable(),
  /** For topics: conditions under which it holds unnamed. */
  rules: z.array(TopicRule),
  /** For topics: sources' own keywords and sections that mean it. */
  keywords: z.array(z.string()),
  /** Tags that this one must not be taken for, and the other way round. */
  distinctFrom: z.array(TagId),
});
export type AuthorityEntry = z.infer<typeof AuthorityEntry>;

/** An entry of which no more is known than what it is called; `known` adds or replaces. */
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
    titles: [],
    pronoun: null,
    rules: [],
    keywords: [],
    distinctFrom: [],
    ...known,
  };
}
