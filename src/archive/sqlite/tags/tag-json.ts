import type { TagType } from '../../../model/tag.ts';
import { joinObjects } from '../../core/article-json/article-document.ts';
import { type TagCounts, tagCountsJson } from '../../core/article-json/tag-document.ts';
import type { Rendered } from '../../results.ts';

export interface TagColumns extends TagCounts {
  json: string;
  narrower: string;
}

/** SQL of the columns, from `tags t`. */
export const tagColumns = `
  t.json, t.article_count AS articleCount, t.quote_count AS quoteCount,
  t.first_seen_at AS firstSeenAt, t.last_seen_at AS lastSeenAt,
  (SELECT json_object('narrower', json_group_array(n.id ORDER BY n.id))
   FROM broader_tags b CROSS JOIN tags n ON n.key = b.tag
   WHERE b.broader = t.id) AS narrower`;

/** Returns a tag summary as JSON; that of a source has fewer members. */
export function tagJson(row: TagColumns, type?: TagType | 'source'): Rendered {
  const counts = tagCountsJson(row);
  if (type !== 'source') return joinObjects(joinObjects(row.json, counts), row.narrower);
  const { articleCount, firstSeenAt, lastSeenAt } = JSON.parse(counts);
  return joinObjects(row.json, JSON.stringify({ articleCount, firstSeenAt, lastSeenAt }));
}
