import { instantOf } from '../../../model/instant.ts';
import type { ArticleFilter, Total } from '../../../model/query.ts';
import { WHOLE_ARCHIVE } from '../../core/counter-changes.ts';
import type { FacetName } from '../../queries.ts';
import type { Facets, FacetValue } from '../../results.ts';
import type { Connection } from '../connection.ts';
import { articleKeysSql } from '../lists/article-list-sql.ts';
import { countedTag, type FilterPlan, ignoresRanges, type PlanFilter } from '../lists/filter-plan.ts';
import { createPublicationBounds, type KeyBounds } from '../lists/publication-bounds.ts';
import type { RangeScanner } from '../lists/range-scanner.ts';
import { createFrequentTags } from './frequent-tags.ts';
import { createMonthCounts, wholeMonths } from './month-counts.ts';

/** Maximum number of matches that are counted without counters, the newest. They take about 5 ms. */
const COUNTED_MATCHES = 2_000;

/** SQL of the tags of a type with the most articles in the archive, from their counters. */
export const topTagsSql = `
  SELECT slug AS value, name, article_count AS count
  FROM tags INDEXED BY tags_of_type_by_articles
  WHERE type = :type AND articles_rank < 0
  ORDER BY articles_rank, id
  LIMIT :limit`;

/** Creates a count of the tags, sources, languages and years of the articles that match a filter. */
export function createFacets(
  connection: Connection,
  scanner: RangeScanner,
  planFilter: PlanFilter,
): (filter: ArticleFilter, names: FacetName[], limit: number) => Facets {
  const publication = createPublicationBounds(connection);
  const months = createMonthCounts(connection);
  const frequentTags = createFrequentTags(connection);
  const topTags = connection.prepare<{ type: string; limit: number }, FacetValue>(topTagsSql);
  const publishedAt = connection
    .prepare<{ keys: string }, number>(
      `SELECT a.published_at FROM json_each(:keys) k CROSS JOIN articles a ON a.key = k.value`,
    )
    .pluck();

  const newest = (plan: FilterPlan, bounds: KeyBounds): { keys: number[]; articles: Total } => {
    if (plan.term.kind === 'nothing') return { keys: [], articles: { value: 0, relation: 'eq' } };
    const { sql, parameters } = articleKeysSql(plan, true);
    const select = connection.cachedValues<number>(sql);
    const keys: number[] = [];
    const visit = (range: KeyBounds): boolean => {
      const limit = COUNTED_MATCHES + 1 - keys.length;
      keys.push(...select.all({ ...parameters, ...range, limit }).sort((a, b) => b - a));
      return keys.length > COUNTED_MATCHES;
    };
    const stoppedAt = scanner.scan(bounds, true, visit, scanner.deadline('ranking', ignoresRanges(plan)));
    const more = stoppedAt !== undefined || keys.length > COUNTED_MATCHES;
    const counted = keys.slice(0, COUNTED_MATCHES);
    return { keys: counted, articles: { value: counted.length, relation: more ? 'gte' : 'eq' } };
  };

  const yearsOf = (keys: number[]): FacetValue[] => {
    const years = new Map<string, number>();
    for (const seconds of publishedAt.all({ keys: JSON.stringify(keys) })) {
      const year = instantOf(seconds).slice(0, 4);
      years.set(year, (years.get(year) ?? 0) + 1);
    }
    return [...years]
      .sort(([a], [b]) => (a < b ? 1 : -1))
      .map(([value, count]) => ({ value, name: value, count }));
  };

  return (filter, names, limit) => {
    const facets: Facets = { facets: {} };
    const put = (name: FacetName, values: FacetValue[], articles: Total) => {
      facets.facets[name] = { values: values.slice(0, limit), articles };
    };
    const left = new Set(names);
    const plan = planFilter(filter);
    const tag = countedTag(plan);
    const period = wholeMonths(filter);
    if (tag !== undefined && period) {
      const articles: Total = { value: months.sum(tag, period), relation: 'eq' };
      if (left.delete('year')) {
        const years = months.years(tag, period).map(({ year, articles: count }) => {
          const value = String(year).padStart(4, '0');
          return { value, name: value, count };
        });
        put('year', years, articles);
      }
      if (tag === WHOLE_ARCHIVE && filter.from === undefined && filter.before === undefined) {
        for (const type of left) put(type, topTags.all({ type, limit }), articles);
        left.clear();
      }
    }
    if (left.size === 0) return facets;
    const { keys, articles } = newest(plan, publication.of(filter));
    const types = [...left].filter((name) => name !== 'year');
    const tags = types.length > 0 ? frequentTags(keys, types, limit) : [];
    for (const name of left) {
      const values = tags
        .filter(({ type }) => type === name)
        .map(({ slug, name: title, count }) => ({ value: slug, name: title, count }));
      put(name, name === 'year' ? yearsOf(keys) : values, articles);
    }
    return facets;
  };
}
