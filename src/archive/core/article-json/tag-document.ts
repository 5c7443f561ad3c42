import { instantOf } from '../../../model/instant.ts';
import type { Tag } from '../../../model/tag.ts';

/** Counters of a tag. Instants are in seconds since 1970. */
export interface TagCounts {
  articleCount: number;
  quoteCount: number;
  firstSeenAt: number | null;
  lastSeenAt: number | null;
}

/** Returns the tag of an authority entry without its matching rules, with its keys in the order of the schema. */
export function tagDocument(tag: Tag): Tag {
  const { id, type, slug, name, aliases, description, roles, country, broader, externalIds, discovered } =
    tag;
  return {
    ...{ id, type, slug, name, aliases, description, roles, country, broader, externalIds, discovered },
    ...(type === 'author' && { kind: tag.kind ?? 'person' }),
    ...{ geo: tag.geo, sourceIds: tag.sourceIds },
  };
}

/** Returns the counters of a tag as a JSON object. */
export function tagCountsJson(counts: TagCounts): string {
  return JSON.stringify({
    articleCount: counts.articleCount,
    quoteCount: counts.quoteCount,
    firstSeenAt: counts.firstSeenAt === null ? null : instantOf(counts.firstSeenAt),
    lastSeenAt: counts.lastSeenAt === null ? null : instantOf(counts.lastSeenAt),
  });
}
