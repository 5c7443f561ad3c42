import { entityTypes } from '../../../model/tag.ts';
import { joinObjects } from '../../core/article-json/article-document.ts';
import type { Together } from '../../results.ts';
import type { Connection } from '../connection.ts';
import { createFrequentTags } from '../facets/frequent-tags.ts';
import { type TagColumns, tagColumns, tagJson } from './tag-json.ts';

/** Maximum number of articles that are counted, the newest of the tag. They have some 10,000 tag rows. */
const NEWEST = 1_000;

/** Maximum number of pairs; the most frequent are returned. Twenty tags have 190. */
const MAX_PAIRS = 1_000;

export const newestOfTagSql = `
  SELECT article FROM article_tags INDEXED BY tag_articles
  WHERE tag = :tag
  ORDER BY article DESC
  LIMIT :limit`;

/** SQL of the articles and tags that belong together, for given articles and tags, article by article. */
export const pairsSql = `
  SELECT t.article, t.tag FROM json_each(:articles) k CROSS JOIN article_tags t ON t.article = k.value
  WHERE t.tag IN (SELECT value FROM json_each(:tags))`;

/** Creates a function that counts the tags in the newest articles of a tag, and pairs of them, most frequent first. */
export function createTagsTogether(
  connection: Connection,
): (tag: string, type: string | null, limit: number) => Together {
  const selectTag = connection.prepare<{ id: string }, { key: number; articles: number }>(
    'SELECT key, article_count AS articles FROM tags WHERE id = :id AND listed > 0',
  );
  const newest = connection.prepare<{ tag: number; limit: number }, number>(newestOfTagSql).pluck();
  const carried = createFrequentTags(connection);
  const summary = connection.prepare<{ key: number }, TagColumns>(
    `SELECT ${tagColumns} FROM tags t WHERE t.key = :key`,
  );
  const selectPairs = connection
    .prepare<{ articles: string; tags: string }, [number, number]>(pairsSql)
    .raw();

  /** Returns pairs of tags, by their indexes in `tags`, with the number of articles that have both. */
  const pairsOf = (articles: number[], tags: number[]): [number, number, number][] => {
    const places = new Map(tags.map((tag, place) => [tag, place]));
    const counts = new Map<number, number>();
    let here: number[] = [];
    let article: number | undefined;
    const close = () => {
      for (const [at, one] of here.entries()) {
        for (const other of here.slice(at + 1)) {
          const pair = Math.min(one, other) * tags.length + Math.max(one, other);
          counts.set(pair, (counts.get(pair) ?? 0) + 1);
        }
      }
      here = [];
    };
    for (const [of, tag] of selectPairs.iterate({
      articles: JSON.stringify(articles),
      tags: JSON.stringify(tags),
    })) {
      if (of !== article) close();
      article = of;
      const place = places.get(tag);
      if (place !== undefined) here.push(place);
    }
    close();
    return [...counts]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, MAX_PAIRS)
      .map(([pair, count]) => [Math.floor(pair / tags.length), pair % tags.length, count]);
  };

  return (id, type, limit) => {
    const tag = selectTag.get({ id });
    if (tag === undefined) return { items: [], pairs: [], articles: { value: 0, relation: 'eq' } };
    const articles = newest.all({ tag: tag.key, limit: NEWEST });
    const company = carried(articles, type === null ? [...entityTypes] : [type], limit + 1)
      .filter(({ key }) => key !== tag.key)
      .slice(0, limit);
    const pairs = pairsOf(
      articles,
      company.map(({ key }) => key),
    );
    return {
      items: company.flatMap(({ key, count }) => {
        const row = summary.get({ key });
        return row ? joinObjects(tagJson(row), JSON.stringify({ sharedCount: count })) : [];
      }),
      pairs: pairs.map(([one, other, count]) => ({
        tags: [company[one]?.id ?? '', company[other]?.id ?? ''],
        sharedCount: count,
      })),
      articles:
        tag.articles > NEWEST ? { value: NEWEST, relation: 'gte' } : { value: tag.articles, relation: 'eq' },
    };
  };
}
