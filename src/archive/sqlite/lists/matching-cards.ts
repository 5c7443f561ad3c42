import type { ArticleFilter } from '../../../model/query.ts';
import type { Rendered } from '../../results.ts';
import type { Connection } from '../connection.ts';
import { articleKeysSql } from './article-list-sql.ts';
import type { PlanFilter } from './filter-plan.ts';
import { createPublicationBounds } from './publication-bounds.ts';

/**
 * Creates a read of the given articles that match a filter: their cards, by id. Each article is checked in a range of
 * one key, so that the cost does not grow with the archive.
 */
export function createMatchingCards(
  connection: Connection,
  planFilter: PlanFilter,
): (ids: string[], filter: ArticleFilter) => Map<string, Rendered> {
  const publication = createPublicationBounds(connection);
  const select = connection.prepare<{ id: string }, { key: number; card: Rendered }>(
    `SELECT a.key, c.json AS card
     FROM articles a CROSS JOIN article_cards c ON c.article = a.key
     WHERE a.id = :id`,
  );

  return (ids, filter) => {
    const { low, high } = publication.of(filter);
    const { sql, parameters } = articleKeysSql(planFilter(filter), true);
    const matching = connection.cachedValues<number>(sql);
    const cards = new Map<string, Rendered>();
    for (const id of ids) {
      const row = select.get({ id });
      if (row === undefined || row.key < low || row.key >= high) continue;
      const match = matching.get({ ...parameters, low: row.key, high: row.key + 1, limit: 1 });
      if (match !== undefined) cards.set(id, row.card);
    }
    return cards;
  };
}
