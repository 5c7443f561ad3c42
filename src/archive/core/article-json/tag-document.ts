import { instantOf } from '../../../model/instant.ts';
import type { Tag } from '../../../model/tag.ts';

/** What the archive holds of a tag; instants in seconds since 1970. */
export interface TagCounts {
  articleCount: number;
  quoteCount: number;
  firstSeenAt: number | null;
  lastSeenAt: number | null;
}

/** The tag itself, its keys in the order of the schema; an authority entry's ways of finding it are left out. */
export function tagDocument(tag: Tag): Tag {
  const { id, type, slug, name, aliases, description, roles, country, broader, externalIds, discovered } =
    tag;
  return { id, type, slug, name, aliases, description, roles, country, broader, externalIds, discovered };
}

/** What follows the tag in a summary, as a JSON object. */
export function tagCountsJson(counts: TagCounts): string {
  return JSON.stringify({
    articleCount: counts.articleCount,
    quoteCount: counts.quoteCount,
    firstSeenAt: counts.firstSeenAt === null ? null : instantOf(counts.firstSeenAt),
    lastSeenAt: counts.lastSeenAt === null ? null : instantOf(counts.lastSeenAt),
  });
}
