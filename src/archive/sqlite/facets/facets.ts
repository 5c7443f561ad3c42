import { instantOf } from '../../../model/instant.ts';
import type { ArticleFilter, Total } from '../../../model/query.ts';
import type { Facets, FacetValue } from '../../answers.ts';
import type { FacetName } from '../../queries.ts';
import type { BoundedEffort } from '../budget.ts';
import { type Connection, keepStatements } from '../connection.ts';
import { type PlanFilter, wholeMonth } from '../lists/filter-plan.ts';
import { type Matching, matchingKeys, walksInOne } from '../lists/matching-keys.ts';
import { type KeyBounds, publicationBounds } from '../lists/publication-bounds.ts';
import { WHOLE_ARCHIVE } from '../tags/counters.ts';
import { MONTHS, monthCounts } from './month-counts.ts';
import { mostCarried } from './most-carried.ts';

/** Over how many of the newest matches facets are counted where no counter has them: some 5 ms. */
const FACETED = 2_000;

/** The tags of a type with most articles in the whole archive, from their counters. */
export const topTagsSql = `
  SELECT type, slug AS value, name, article_count AS count
  FROM tags INDEXED BY tags_of_type_by_articles
  WHERE type = :type AND articles_rank < 0
  ORDER BY articles_rank, id
  LIMIT :limit`;

/** Gives counts of what the articles of a filter are about, where they come from and when. */
export function articleFacets(
  connection: Connection,
  effort: BoundedEffort,
  plan: PlanFilter,
): (filter: ArticleFilter, names: FacetName[], limit: number) => Facets {
  const keep = keepStatements<Record<string, number | string>, { key: number }>(connection);
  const publication = publicationBounds(connection);
  const months = monthCounts(connection);
  const carried = mostCarried(connection);
  const topTags = connection.prepare<{ type: string; limit: number }, FacetValue>(topTagsSql);
  const publishedAt = connection
    .prepare<{ keys: string }, number>(
      `SELECT a.published_at FROM json_each(:keys) k CROSS JOIN articles a ON a.key = k.value`,
    )
    .pluck();

  const newest = (matching: Matching, bounds: KeyBounds): { keys: number[]; articles: Total } => {
    const { sql, parameters } = matchingKeys(matching, true);
    const keys: number[] = [];
    const look = (stretch: KeyBounds): boolean => {
      const limit = FACETED + 1 - keys.length;
      const rows = keep(sql).all({ ...parameters, ...stretch, limit });
      rows.sort((a, b) => b.key - a.key);
      for (const { key } of rows) keys.push(key);
      return keys.length > FACETED;
    };
    const deadline = walksInOne(matching) ? Number.POSITIVE_INFINITY : effort.deadline('ranking');
    const stoppedAt = effort.through(bounds, true, look, deadline);
    const more = stoppedAt !== undefined || keys.length > FACETED;
    const counted = keys.slice(0, FACETED);
    return { keys: counted, articles: { value: counted.length, relation: more ? 'gte' : 'eq' } };
  };

  const yearsOf = (keys: string): FacetValue[] => {
    const years = new Map<string, number>();
    for (const seconds of publishedAt.all({ keys })) {
      const year = instantOf(seconds).slice(0, 4);
      years.set(year, (years.get(year) ?? 0) + 1);
    }
    return [...years]
      .sort(([a], [b]) => (a < b ? 1 : -1))
      .map(([value, count]) => ({ value, name: value, count }));
  };

  return (filter, names, limit) => {
    const matching = plan(filter);
    const { term, match } = matching;
    const facets: Facets = { facets: {} };
    const put = (name: FacetName, values: FacetValue[], articles: Total) => {
      facets.facets[name] = {
        values: values
          .slice(0, limit)
          .map(({ value, name: title, count }) => ({ value, name: title, count })),
        articles,
      };
    };
    const counted = (tag: number, from: number, before: number): Total => ({
      value: months.sum(tag, from, before),
      relation: 'eq',
    });
    const from = wholeMonth(filter.from, MONTHS.first);
    const before = wholeMonth(filter.before, MONTHS.last);
    const unsearched = match === null && from !== undefined && before !== undefined;
    const left = new Set(names);
    if (unsearched && (term.kind === 'everything' || term.kind === 'has')) {
      const tag = term.kind === 'has' ? term.tag.key : WHOLE_ARCHIVE;
      const articles = counted(tag, from, before);
      if (left.delete('year')) {
        const years = months.years(tag, from, before).map(({ year, articles: count }) => {
          const value = String(year).padStart(4, '0');
          return { value, name: value, count };
        });
        put('year', years, articles);
      }
      if (term.kind === 'everything' && filter.from === undefined && filter.before === undefined) {
        for (const type of left) put(type, topTags.all({ type, limit }), articles);
        left.clear();
      }
    }
    if (left.size === 0) return facets;
    const { keys, articles } =
      term.kind === 'nothing'
        ? { keys: [], articles: { value: 0, relation: 'eq' as const } }
        : newest(matching, publication.of(filter));
    const types = [...left].filter((name) => name !== 'year');
    const tags = types.length > 0 ? carried(keys, types, limit) : [];
    for (const name of left) {
      const values = tags
        .filter(({ type }) => type === name)
        .map(({ slug, name: title, count }) => ({ value: slug, name: title, count }));
      put(name, name === 'year' ? yearsOf(JSON.stringify(keys)) : values, articles);
    }
    return facets;
  };
}
