import type { Position } from '../../../model/query.ts';
import type { TagQuery } from '../../queries.ts';
import { type Place, pageOf, type Walked } from '../lists/page.ts';
import { type TagConditions, wholeCondition } from './tag-conditions.ts';

/** A tag and the number of its articles that a list counts. */
export interface CountedTag extends Place {
  key: number;
  articles: number;
}

/** Returns the tag of a list, ranked as its query says. */
export function countedTag(
  { key, id, sortName }: { key: number; id: string; sortName: string },
  articles: number,
  { sort }: TagQuery,
): CountedTag {
  return { key, id, articles, rank: sort === 'name' ? sortName : -articles };
}

/** SQL of the FROM and WHERE of given tags that match conditions. */
export function givenTagsSql(conditions: TagConditions): string {
  return `FROM json_each(:keys) k CROSS JOIN tags t ON t.key = k.value WHERE ${wholeCondition(conditions)}`;
}

/** Sorts tags and returns the page of a query. */
export function pageOfCounted(query: TagQuery, counted: CountedTag[]) {
  const tags = counted.sort(order);
  const walk = (from: Position | undefined, forward: boolean, limit: number): Walked<CountedTag> => {
    const rank = query.sort === 'name' ? String(from?.rank) : Number(from?.rank) || 0;
    const place = from && { rank, id: from.id };
    const items = forward ? tags : tags.toReversed();
    const beyond = place ? items.filter((tag) => order(tag, place) * (forward ? 1 : -1) > 0) : items;
    return { items: beyond.slice(0, limit) };
  };
  return pageOf(query, walk, (tag) => tag);
}

/** Compares tags by rank, then by id. */
function order(a: Place, b: Place): number {
  if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1;
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1;
}
