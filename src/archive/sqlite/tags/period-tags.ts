import { secondsOf } from '../../../model/instant.ts';
import { firstDated } from '../../../model/undated.ts';
import { joinObjects } from '../../core/article-json/article-document.ts';
import { monthOf, startOfMonth } from '../../core/month.ts';
import type { TagQuery } from '../../queries.ts';
import type { Page } from '../../results.ts';
import type { Connection } from '../connection.ts';
import { createPublicationBounds } from '../lists/publication-bounds.ts';
import { QUOTES_PER_ARTICLE } from '../publication-keys.ts';
import { type CountedTag, countedTag, givenTagsSql, pageOfCounted } from './counted-tags.ts';
import { type TagConditions, wholeCondition } from './tag-conditions.ts';
import { type TagColumns, tagColumns, tagJson } from './tag-json.ts';

interface Row {
  key: number;
  id: string;
  sortName: string;
  articles: number;
}

/** SQL of the tags of some articles, which are a range of keys. */
export const rangeTagsSql = 'SELECT tag FROM article_tags WHERE article >= :low AND article < :high';

/** SQL of the given tags, or of all, with the articles of whole months. */
function countedTagsSql(conditions: TagConditions, given: boolean): string {
  const { few } = conditions;
  const months = `coalesce((SELECT sum(articles) FROM tag_months
                   WHERE tag = t.key AND month >= :firstMonth AND month < :endMonth), 0)`;
  return `
    SELECT t.key, t.id, t.sort_name AS sortName, ${given ? 0 : months} AS articles
    ${given ? givenTagsSql(conditions) : `FROM tags t ${few ?? ''} WHERE ${wholeCondition(conditions)}`}`;
}

/**
 * Creates lists of the tags of the articles of a period, with counts of the period: those with the most articles first,
 * or by name. Whole months are read from counters, the articles at both ends one by one. The list is counted and sorted
 * for each page, in time that grows with the number of tags.
 */
export function createPeriodTags(
  connection: Connection,
): (query: TagQuery, conditions: TagConditions) => Page {
  const publication = createPublicationBounds(connection);
  const rangeTags = connection.prepare<{ low: number; high: number }, number>(rangeTagsSql).pluck();
  const summary = connection.prepare<{ key: number }, TagColumns>(
    `SELECT ${tagColumns} FROM tags t WHERE t.key = :key`,
  );
  const countQuotes = connection
    .prepare<{ tag: number; low: number; high: number }, number>(
      `SELECT count(*) FROM quotes INDEXED BY quotes_by_speaker
       WHERE speaker = :tag AND key >= :low AND key < :high`,
    )
    .pluck();

  const counted = (query: TagQuery, conditions: TagConditions): CountedTag[] => {
    const from = query.from === undefined ? undefined : secondsOf(query.from);
    const before = query.before === undefined ? undefined : secondsOf(query.before);
    const firstMonth = monthOf((from ?? firstDated) - 1) + 1;
    const endMonth = before === undefined ? 1_000_000 : monthOf(before);
    const hasMonths = firstMonth < endMonth;
    const edges: [number, number][] = hasMonths
      ? [
          ...(from === undefined ? [] : [[from, startOfMonth(firstMonth)] satisfies [number, number]]),
          ...(before === undefined ? [] : [[startOfMonth(endMonth), before] satisfies [number, number]]),
        ]
      : [[from ?? firstDated, before ?? 0]];
    const atEdges = new Map<number, number>();
    for (const edge of edges.filter(([start, end]) => start < end)) {
      for (const tag of rangeTags.iterate(publication.between(...edge))) {
        atEdges.set(tag, (atEdges.get(tag) ?? 0) + 1);
      }
    }
    const rows = connection.cached<Row>(countedTagsSql(conditions, !hasMonths)).iterate({
      ...conditions.parameters,
      ...(hasMonths ? { firstMonth, endMonth } : { keys: JSON.stringify([...atEdges.keys()]) }),
    });
    const tags: CountedTag[] = [];
    for (const row of rows) {
      const articles = row.articles + (atEdges.get(row.key) ?? 0);
      if (articles > 0) tags.push(countedTag(row, articles, query));
    }
    return tags;
  };

  return (query, conditions) => {
    const tags = counted(query, conditions);
    const { items, ...links } = pageOfCounted(query, tags);
    const { low, high } = publication.of(query);
    const render = ({ key, articles }: CountedTag): string[] => {
      const row = summary.get({ key });
      const range = { low: low * QUOTES_PER_ARTICLE, high: high * QUOTES_PER_ARTICLE };
      const periodQuoteCount = countQuotes.get({ tag: key, ...range }) ?? 0;
      const counts = { periodArticleCount: articles, ...(query.type !== 'source' && { periodQuoteCount }) };
      return row ? [joinObjects(tagJson(row, query.type), JSON.stringify(counts))] : [];
    };
    return {
      ...links,
      items: items.flatMap(render),
      ...(query.count !== 'none' && { total: { value: tags.length, relation: 'eq' } }),
    };
  };
}
