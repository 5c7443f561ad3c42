import { joinObjects } from '../../core/article-json/article-document.ts';
import type { TagQuery } from '../../queries.ts';
import type { Page } from '../../results.ts';
import type { Connection } from '../connection.ts';
import { tagUsesSql } from '../facets/frequent-tags.ts';
import { createNewestMatches } from '../facets/newest-matches.ts';
import type { PlanFilter } from '../lists/filter-plan.ts';
import { createPublicationBounds } from '../lists/publication-bounds.ts';
import type { RangeScanner } from '../lists/range-scanner.ts';
import { countedTag, givenTagsSql, pageOfCounted } from './counted-tags.ts';
import type { TagConditions } from './tag-conditions.ts';
import { type TagColumns, tagColumns, tagJson } from './tag-json.ts';

/**
 * Creates lists of the tags of the articles that match a filter, those with the most matches first, or by name. Like a
 * facet, a list counts the newest matches that the budget of a ranking reaches. They are counted for each page.
 */
export function createFilteredTags(
  connection: Connection,
  scanner: RangeScanner,
  planFilter: PlanFilter,
): (query: TagQuery, conditions: TagConditions) => Page {
  const publication = createPublicationBounds(connection);
  const newest = createNewestMatches(connection, scanner);
  const carried = connection.prepare<{ keys: string }, number>(tagUsesSql).pluck();
  const summary = connection.prepare<{ key: number }, TagColumns>(
    `SELECT ${tagColumns} FROM tags t WHERE t.key = :key`,
  );

  return (query, conditions) => {
    const { type, articles: filter = {}, count } = query;
    const { keys, articles } = newest(planFilter(filter), publication.of(query));
    const counts = new Map<number, number>();
    for (const tag of carried.iterate({ keys: JSON.stringify(keys) })) {
      counts.set(tag, (counts.get(tag) ?? 0) + 1);
    }
    const tags = connection
      .cached<{ key: number; id: string; sortName: string }>(
        `SELECT t.key, t.id, t.sort_name AS sortName ${givenTagsSql(conditions)}`,
      )
      .all({ ...conditions.parameters, keys: JSON.stringify([...counts.keys()]) })
      .map((row) => countedTag(row, counts.get(row.key) ?? 0, query));
    const { items, ...links } = pageOfCounted(query, tags);
    return {
      ...links,
      items: items.flatMap(({ key, articles: matchingArticleCount }) => {
        const row = summary.get({ key });
        return row ? [joinObjects(tagJson(row, type), JSON.stringify({ matchingArticleCount }))] : [];
      }),
      counted: articles,
      ...(count !== 'none' && { total: { value: tags.length, relation: articles.relation } }),
    };
  };
}
