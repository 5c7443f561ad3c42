import { instantOf } from '../../../news/instant.ts';
import type { ArticleFilter, Total } from '../../../news/query.ts';
import type { FacetName, Facets, FacetValue } from '../../archive.ts';
import { type Connection, keepStatements } from '../connection.ts';
import { WHOLE_ARCHIVE } from '../write/ledger.ts';
import type { BoundedEffort } from './bounded-effort.ts';
import { filterPlan, wholeMonth } from './filter-plan.ts';
import { type Matching, matchingKeys, walksInOne } from './matching-keys.ts';
import { MONTHS, monthCounts } from './month-counts.ts';
import { type KeyBounds, publicationBounds } from './publication-bounds.ts';

/** Over how many of the newest matches facets are counted where no counter has them: some 5 ms. */
const FACETED = 2_000;

/** A tag for each time that one of the articles whose keys are given carries it. */
export const carriedSql = `
  SELECT t.tag FROM json_each(:keys) k CROSS JOIN article_tags t ON t.article = k.value`;

/** Which tags these are, by their keys. */
export const tagsSql = `
  SELECT t.key, t.type, t.id, t.slug AS value, t.name
  FROM json_each(:keys) k CROSS JOIN tags t ON t.key = k.value
  WHERE t.type IN (SELECT value FROM json_each(:types))`;

/** The tags of a type with most articles in the whole archive, from their counters. */
export const topTagsSql = `
  SELECT type, slug AS value, name, article_count AS count
  FROM tags INDEXED BY tags_of_type_by_articles
  WHERE type = :type AND articles_rank < 0
  ORDER BY articles_rank, id
  LIMIT :limit`;

interface TagRow extends Omit<FacetValue, 'count'> {
  key: number;
  type: string;
  id: string;
}

/** Gives counts of what the articles of a filter are about, where they come from and when. */
export function articleFacets(
  connection: Connection,
  effort: BoundedEffort,
): (filter: ArticleFilter, names: FacetName[], limit: number) => Facets {
  const keep = keepStatements<Record<string, number | string>, { key: number }>(connection);
  const plan = filterPlan(connection);
  const publication = publicationBounds(connection);
  const months = monthCounts(connection);
  const carried = connection.prepare<{ keys: string }, number>(carriedSql).pluck();
  const tagsOf = connection.prepare<{ keys: string; types: string }, TagRow>(tagsSql);
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

  /**
   * How often tags of these types occur in articles: the most frequent of each type, then by id. They are counted here,
   * as SQLite takes three times as long to group and rank them.
   */
  const topOf = (keys: string, types: string[], limit: number): Map<string, FacetValue[]> => {
    const counts = new Map<number, number>();
    for (const tag of carried.all({ keys })) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    const found: (TagRow & { count: number })[] = [];
    const look = (tags: number[], wanted: string[]) => {
      for (const row of tagsOf.all({ keys: JSON.stringify(tags), types: JSON.stringify(wanted) })) {
        found.push({ ...row, count: counts.get(row.key) ?? 0 });
      }
    };
    // Most tags occur once, and seldom matter.
    const [once, often] = [true, false].map((single) =>
      [...counts].flatMap(([tag, count]) => ((count === 1) === single ? tag : [])),
    );
    look(often ?? [], types);
    const lacking = types.filter((type) => found.filter((row) => row.type === type).length < limit);
    if (lacking.length > 0) look(once ?? [], lacking);
    found.sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
    return Map.groupBy(found, ({ type }) => type);
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
    const json = JSON.stringify(keys);
    const types = [...left].filter((name) => name !== 'year');
    const top = types.length > 0 ? topOf(json, types, limit) : new Map<string, FacetValue[]>();
    for (const name of left) put(name, name === 'year' ? yearsOf(json) : (top.get(name) ?? []), articles);
    return facets;
  };
}
