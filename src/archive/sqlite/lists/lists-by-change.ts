import type { Position } from '../../../model/query.ts';
import { articlesOf, cover } from '../../core/tag-plan.ts';
import type { ArticleQuery } from '../../queries.ts';
import type { Connection } from '../connection.ts';
import { articleKeysSql, changedKeysSql } from './article-list-sql.ts';
import { MAX_KEYS } from './filter-keys.ts';
import type { FilterPlan } from './filter-plan.ts';
import { type Place, type PlacedPage, pageOf, type Walked } from './page.ts';
import type { KeyBounds } from './publication-bounds.ts';
import type { RangeScanner } from './range-scanner.ts';

/** An article in the order of changes; its rank is the number of its last change, which no other article has. */
interface Changed extends Place {
  key: number;
  rank: number;
}

/** Number of changes in a range that is scanned at once. */
const RANGE = 4_000;

/** SQL of given articles in the order of their last changes. */
const fewSql = (direction: 'ASC' | 'DESC') => `
  SELECT a.key, a.changed AS rank, a.id
  FROM json_each(:keys) k CROSS JOIN articles a ON a.key = k.value
  WHERE a.changed >= :first AND a.changed < :end
  ORDER BY a.changed ${direction}
  LIMIT :limit`;

/**
 * Creates lists in the order of the last changes, the latest first. Filters with few matches are collected and sorted.
 * For others, the articles are visited in that order.
 */
export function createListsByChange(
  connection: Connection,
  scanner: RangeScanner,
): (
  plan: FilterPlan,
  bounds: KeyBounds,
  window: Pick<ArticleQuery, 'limit' | 'position'>,
) => PlacedPage<Changed> {
  const lastChange = connection.prepare<[], number>('SELECT coalesce(max(changed), 0) FROM articles').pluck();

  /** Returns the keys of all matches, or undefined if there may be more than MAX_KEYS. */
  const fewKeys = (plan: FilterPlan, bounds: KeyBounds): number[] | undefined => {
    const tags = cover(plan.term);
    const isNarrow = plan.keys || plan.match !== null || (tags && articlesOf(tags) <= MAX_KEYS);
    if (!isNarrow) return undefined;
    const { sql, parameters } = articleKeysSql(plan, true);
    const keys = connection.cachedValues<number>(sql).all({ ...parameters, ...bounds, limit: MAX_KEYS + 1 });
    return keys.length > MAX_KEYS ? undefined : keys;
  };

  return (plan, bounds, window) => {
    const few = fewKeys(plan, bounds);
    const all = { first: plan.changedSince ?? 0, end: (lastChange.get() ?? 0) + 1 };
    const walk = (from: Position | undefined, forward: boolean, limit: number): Walked<Changed> => {
      const direction = forward ? 'DESC' : 'ASC';
      const rank = Number(from?.rank) || 0;
      const range = {
        first: from && !forward ? Math.max(all.first, rank + 1) : all.first,
        end: from && forward ? Math.min(all.end, rank) : all.end,
      };
      if (few) {
        const rows = connection.cached<Changed>(fewSql(direction));
        return { items: rows.all({ keys: JSON.stringify(few), ...range, limit }) };
      }
      const { sql, parameters } = changedKeysSql(plan, direction);
      const rows = connection.cached<Changed>(sql);
      const deadline = scanner.deadline('page');
      const items: Changed[] = [];
      for (let { first, end } = range; first < end; ) {
        const part = forward
          ? { first: Math.max(first, end - RANGE), end }
          : { first, end: Math.min(end, first + RANGE) };
        items.push(...rows.all({ ...parameters, ...bounds, ...part, limit: limit - items.length }));
        if (items.length >= limit) break;
        if (forward) end = part.first;
        else first = part.end;
        if (performance.now() >= deadline && first < end) {
          return { items, stoppedAt: { rank: forward ? end : first - 1, id: '' } };
        }
      }
      return { items };
    };
    return pageOf(window, walk, (item) => item);
  };
}
