import type { Position } from '../../../news/query.ts';
import type { Page, Rendered, Window } from '../../archive.ts';

/** One item of a list and where it stands. */
export interface Item {
  json: Rendered;
  rank: number | string;
  id: string;
}

/**
 * Makes a page by keyset. `walk(from, forward, limit)` gives at most `limit` items beyond a position in list
 * order (forward) or against it, nearest first. One item more than asked for tells whether another page
 * follows; one probe backwards tells whether one precedes.
 */
export function pageOf(
  { limit, position }: Pick<Window, 'limit' | 'position'>,
  walk: (from: Position | undefined, forward: boolean, limit: number) => Item[],
): Pick<Page, 'items' | 'next' | 'previous'> {
  const forward = position?.direction !== 'before';
  const found = walk(position, forward, limit + 1);
  const more = found.length > limit;
  const items = found.slice(0, limit);
  if (!forward) items.reverse();
  const first = items[0];
  const last = items.at(-1);
  if (first === undefined || last === undefined) return { items: [] };

  const after: Position = { direction: 'after', rank: last.rank, id: last.id };
  const before: Position = { direction: 'before', rank: first.rank, id: first.id };
  const follows = forward ? more : walk(after, true, 1).length > 0;
  const precedes = forward ? position !== undefined && walk(before, false, 1).length > 0 : more;
  return {
    items: items.map(({ json }) => json),
    ...(follows ? { next: after } : {}),
    ...(precedes ? { previous: before } : {}),
  };
}
