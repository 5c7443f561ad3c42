import { joinObjects } from '../core/article-json/article-document.ts';
import { type TagCounts, tagCountsJson } from '../core/article-json/tag-document.ts';
import type { Rendered } from '../results.ts';
import type { Connection } from './connection.ts';

/** Creates a read of all sources, most articles first. */
export function createSources(connection: Connection): () => Rendered[] {
  const select = connection.prepare<[], TagCounts & { json: string }>(
    `SELECT json, article_count AS articleCount, quote_count AS quoteCount,
            first_seen_at AS firstSeenAt, last_seen_at AS lastSeenAt
     FROM tags
     WHERE type = 'source'
     ORDER BY articles_rank, id`,
  );
  return () =>
    select.all().map((row) => {
      const { articleCount, firstSeenAt, lastSeenAt } = JSON.parse(tagCountsJson(row));
      return joinObjects(row.json, JSON.stringify({ articleCount, firstSeenAt, lastSeenAt }));
    });
}
