import type { Total } from '../../../news/query.ts';
import type { TagType } from '../../../news/tag.ts';
import type { Rendered } from '../../archive.ts';
import { joinObjects } from '../../rendering/article-document.ts';
import type { Connection } from '../connection.ts';
import { type TagColumns, tagColumns, tagJson } from './tag-json.ts';

/** Over how many of a tag's newest articles its company is counted: some 10,000 rows for any tag. */
const NEWEST = 1_000;

/** Gives who and what appears in the newest articles of a tag, most often first. */
export function tagsTogether(
  connection: Connection,
): (tag: string, type: TagType | null, limit: number) => { items: Rendered[]; articles: Total } {
  const selectTag = connection.prepare<{ id: string }, { key: number; articles: number }>(
    'SELECT key, article_count AS articles FROM tags WHERE id = :id AND listed = 1',
  );
  const prepare = (condition: string) =>
    connection.prepare<
      { tag: number; newest: number; limit: number; type: string },
      TagColumns & { shared: number }
    >(
      `WITH newest AS MATERIALIZED (
         SELECT article FROM article_tags INDEXED BY tag_articles
         WHERE tag = :tag
         ORDER BY article DESC
         LIMIT :newest
       ),
       company AS MATERIALIZED (
         SELECT other.tag, count(*) AS shared
         FROM newest n CROSS JOIN article_tags other ON other.article = n.article
         WHERE other.tag <> :tag
         GROUP BY other.tag
       )
       SELECT ${tagColumns}, c.shared
       FROM company c CROSS JOIN tags t ON t.key = c.tag
       WHERE ${condition} AND :type IS NOT NULL
       ORDER BY c.shared DESC, t.id
       LIMIT :limit`,
    );
  const ofAnyType = prepare('t.listed = 1');
  const ofType = prepare('t.type = :type');

  return (id, type, limit) => {
    const tag = selectTag.get({ id });
    if (tag === undefined) return { items: [], articles: { value: 0, relation: 'eq' } };
    const rows = (type === null ? ofAnyType : ofType).all({
      tag: tag.key,
      newest: NEWEST,
      limit,
      type: type ?? '',
    });
    return {
      items: rows.map((row) => joinObjects(tagJson(row), JSON.stringify({ sharedCount: row.shared }))),
      articles:
        tag.articles > NEWEST ? { value: NEWEST, relation: 'gte' } : { value: tag.articles, relation: 'eq' },
    };
  };
}
