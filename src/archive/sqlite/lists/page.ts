import type { Position } from '../../../model/query.ts';
import type { Window } from '../../queries.ts';
import type { Page } from '../../results.ts';
import type { Bounded } from '../budget.ts';
import type { Counted } from './article-totals.ts';

/** The place of an item in a list. */
export interface Place {
  rank: number | string;
  id: string;
  /** Key of the article, if it was read already. */
  key?: number;
}

export type Start = Position & Pick<Place, 'key'>;

/** Result of a walk along a list. `stoppedAt` is the last place visited, if the budget ran out before `limit` items. */
export interface Walked<Item> {
  items: Item[];
  stoppedAt?: Place | undefined;
}

/** A page before its items are rendered. */
export interface PlacedPage<Item> extends Pick<Page, 'next' | 'previous'>, Bounded {
  items: Item[];
}

/**
 * Returns a keyset page. `walk(from, forward, limit)` finds at most `limit` items after a position (forward) or before
 * it, nearest first. To see if more pages follow in either direction, it is asked for one item more than the page has,
 * and for one item on the other side. If a walk stopped early, the page is partial and its link continues from there.
 */
export function pageOf<Item>(
  { limit, position }: Pick<Window, 'limit' | 'position'>,
  walk: (from: Start | undefined, forward: boolean, limit: number) => Walked<Item>,
  placeOf: (item: Item) => Place | undefined,
): PlacedPage<Item> {
  const forward = position?.direction !== 'before';
  const { items: found, stoppedAt } = walk(position, forward, limit + 1);
  const items = found.slice(0, limit);
  if (!forward) items.reverse();
  const at = (item: Item | undefined) => (item === undefined ? undefined : placeOf(item));
  const first = (forward ? undefined : stoppedAt) ?? at(items[0]);
  const last = (forward ? stoppedAt : undefined) ?? at(items.at(-1));
  let partial = stoppedAt !== undefined;
  const more = found.length > limit || stoppedAt !== undefined;

  /** True if there are items beyond a place, or may be because the walk stopped early. */
  const beyond = (place: Place | undefined, direction: Position['direction']): boolean => {
    if (place === undefined) return false;
    const next = walk({ ...place, direction }, direction === 'after', 1);
    if (next.stoppedAt) partial = true;
    return next.items.length > 0 || next.stoppedAt !== undefined;
  };
  const follows = forward ? more : beyond(last, 'after');
  const precedes = forward ? position !== undefined && beyond(first, 'before') : more;
  return {
    items,
    ...(follows && last ? { next: { direction: 'after', rank: last.rank, id: last.id } } : {}),
    ...(precedes && first ? { previous: { direction: 'before', rank: first.rank, id: first.id } } : {}),
    ...(partial ? { partial: true } : {}),
  };
}

/** Adds a total to a page. The page is partial if the count was cut off. */
export function withTotal<P extends Omit<Page, 'items'> & Bounded>(page: P, counted: Counted | undefined): P {
  if (counted === undefined) return page;
  return { ...page, total: counted.total, ...(counted.cutOff ? { partial: true } : {}) };
}
