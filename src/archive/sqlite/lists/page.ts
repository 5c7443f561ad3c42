import type { Position } from '../../../model/query.ts';
import type { Page } from '../../answers.ts';
import type { Window } from '../../queries.ts';
import type { Bounded } from '../budget.ts';
import type { Counted } from './article-totals.ts';

/** Where an item of a list stands. */
export interface Place {
  rank: number | string;
  id: string;
  /** Where the engine has it, when that is known already. */
  key?: number;
}

/** Where a walk sets out: a position, of an item whose key may be known. */
export type Start = Position & Pick<Place, 'key'>;

/** What a walk along a list found; `stoppedAt` is how far it looked when it gave up before `limit` items. */
export interface Walked<Item> {
  items: Item[];
  stoppedAt?: Place | undefined;
}

/** A page of places, before its items are rendered. */
export interface PlacedPage<Item> extends Pick<Page, 'next' | 'previous'>, Bounded {
  items: Item[];
}

/**
 * Makes a page by keyset. `walk(from, forward, limit)` gives at most `limit` items beyond a position in list
 * order (forward) or against it, nearest first; `placeOf` gives the place of the first and the last. One item more than asked for tells whether another page
 * follows; one probe backwards tells whether one precedes. Where a walk gave up, the page is partial and its
 * link goes on from there.
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

  /** Whether anything lies beyond; where the walk gave up, it may. */
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

/** A page with its total; partial where either was broken off. */
export function withTotal<P extends Omit<Page, 'items'> & Bounded>(page: P, { total, cutOff }: Counted): P {
  return { ...page, total, ...(cutOff ? { partial: true } : {}) };
}
