import type { ArticleFilter } from '../../../model/query.ts';
import type { ArticleQuery } from '../../queries.ts';
import type { Neighbours, Page } from '../../results.ts';
import type { Bounded } from '../budget.ts';
import type { Connection } from '../connection.ts';

/** Creates a read of the articles before and after one in a list by time. */
export function createNeighbours(
  connection: Connection,
  list: (query: ArticleQuery) => Page & Bounded,
): (id: string, filter: ArticleFilter, sort: 'newest' | 'oldest') => Neighbours & Bounded {
  const publishedAt = connection
    .prepare<{ id: string }, number>('SELECT published_at FROM articles WHERE id = :id')
    .pluck();
  return (id, filter, sort) => {
    const rank = publishedAt.get({ id });
    if (rank === undefined) return {};
    const one = (direction: 'before' | 'after') => {
      const position = { direction, rank, id };
      const { items, partial } = list({ filter, sort, form: 'card', limit: 1, count: 'none', position });
      return { card: items[0], partial: partial && items.length === 0 };
    };
    const previous = one('before');
    const next = one('after');
    return {
      ...(previous.card ? { previous: previous.card } : {}),
      ...(next.card ? { next: next.card } : {}),
      ...(previous.partial || next.partial ? { partial: true } : {}),
    };
  };
}
