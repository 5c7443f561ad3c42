import type { Position, Total } from '../../../model/query.ts';
import { unlistedTagTypes } from '../../../model/tag.ts';
import type { TagQuery, TagSort } from '../../queries.ts';
import type { Page } from '../../results.ts';
import type { Connection } from '../connection.ts';
import type { PlanFilter } from '../lists/filter-plan.ts';
import { type Place, pageOf, type Walked } from '../lists/page.ts';
import type { RangeScanner } from '../lists/range-scanner.ts';
import { once } from '../once.ts';
import { createFilteredTags } from './filtered-tags.ts';
import { createPeriodTags } from './period-tags.ts';
import { createTagConditions, type TagConditions, wholeCondition } from './tag-conditions.ts';
import { type TagColumns, tagColumns, tagJson } from './tag-json.ts';

interface Row extends TagColumns {
  id: string;
  rank: number | string;
}

const COUNT_CAP = 10_000;

const ranks: Record<TagSort, string> = {
  articles: 'articles_rank',
  newest: 'newest_rank',
  name: 'sort_name',
};

/** Creates the lists of tags: by number of articles, by name, or newest first. The id breaks ties. */
export function createTagLists(
  connection: Connection,
  scanner: RangeScanner,
  planFilter: PlanFilter,
): (query: TagQuery) => Page {
  const tagsOf = connection
    .prepare<{ type: string }, number>('SELECT tags FROM tag_types WHERE type = :type')
    .pluck();
  const tagsListed = connection
    .prepare<[string], number>(
      'SELECT sum(tags) FROM tag_types WHERE type NOT IN (SELECT value FROM json_each(?))',
    )
    .pluck();
  const conditionsOf = createTagConditions(connection);
  const ofPeriod = once(() => createPeriodTags(connection));
  const ofMatches = once(() => createFilteredTags(connection, scanner, planFilter));

  const total = (query: TagQuery, conditions: TagConditions): Total => {
    if (query.prefix === undefined && query.wikidata === undefined) {
      const value =
        query.type === undefined
          ? tagsListed.get(JSON.stringify(unlistedTagTypes))
          : tagsOf.get({ type: query.type });
      return { value: value ?? 0, relation: 'eq' };
    }
    const limit = query.count === 'exact' ? Number.MAX_SAFE_INTEGER : COUNT_CAP + 1;
    const sql = `SELECT count(*) FROM (SELECT 1 FROM tags t WHERE ${wholeCondition(conditions)} LIMIT :limit)`;
    const value = connection.cachedValues<number>(sql).get({ ...conditions.parameters, limit }) ?? 0;
    if (query.count === 'capped' && value > COUNT_CAP) return { value: COUNT_CAP, relation: 'gte' };
    return { value, relation: 'eq' };
  };

  return (query) => {
    const conditions = conditionsOf(query);
    if (conditions === undefined) {
      return { items: [], ...(query.count === 'none' ? {} : { total: { value: 0, relation: 'eq' } }) };
    }
    if (query.articles !== undefined) return ofMatches()(query, conditions);
    if (query.from !== undefined || query.before !== undefined) return ofPeriod()(query, conditions);
    const rank = ranks[query.sort];
    const { where, listings, parameters, few } = conditions;
    // The few tags with a rare word are sorted. Otherwise an index has the order of the list.
    const index = few ?? `INDEXED BY tags_${query.type === undefined ? '' : 'of_type_'}by_${query.sort}`;

    const walk = (
      from: Position | undefined,
      forward: boolean,
      limit: number,
    ): Walked<Place & { row: Row }> => {
      const start = from ? `AND (t.${rank}, t.id) ${forward ? '>' : '<'} (:rank, :id)` : '';
      const direction = forward ? 'ASC' : 'DESC';
      const select = (condition: string) => `
        SELECT t.id, t.${rank} AS rank, ${tagColumns}
        FROM tags t ${index}
        WHERE ${condition} ${start}`;
      // The index has listed and rare tags one after the other, so SQLite merges two walks.
      const walks = few
        ? [select(wholeCondition(conditions))]
        : listings.map((listed) => select(`t.listed = ${listed} AND ${where}`));
      const sql = `${walks.join(' UNION ALL ')}
        ORDER BY rank ${direction}, id ${direction}
        LIMIT :limit`;
      const place = from
        ? { rank: query.sort === 'name' ? String(from.rank) : Number(from.rank) || 0, id: from.id }
        : {};
      const rows = connection.cached<Row>(sql).all({ ...parameters, ...place, limit });
      return { items: rows.map((row) => ({ row, rank: row.rank, id: row.id })) };
    };
    const placed = pageOf(query, walk, (place) => place);
    const page = { ...placed, items: placed.items.map(({ row }) => tagJson(row, query.type)) };
    return query.count === 'none' ? page : { ...page, total: total(query, conditions) };
  };
}
