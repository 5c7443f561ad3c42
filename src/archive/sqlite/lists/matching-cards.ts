import type { ArticleFilter } from '../../../model/query.ts';
import type { Rendered } from '../../answers.ts';
import { planTags } from '../../core/tag-plan.ts';
import { type Connection, keepStatements } from '../connection.ts';
import { matchExpression } from '../search/match-expression.ts';
import type { FindTag } from '../tags/tag-lookup.ts';
import { matchingKeys } from './matching-keys.ts';
import { publicationBounds } from './publication-bounds.ts';

/**
 * Gives the cards of those of some articles that match a filter, by id. Each article is looked at by itself, in
 * a stretch of one key, so that the cost does not grow with the archive.
 */
export function matchingCards(
  connection: Connection,
  find: FindTag,
): (ids: string[], filter: ArticleFilter) => Map<string, Rendered> {
  const keep = keepStatements<Record<string, number | string>, { key: number }>(connection);
  const publication = publicationBounds(connection);
  const select = connection.prepare<{ id: string }, { key: number; card: Rendered }>(
    `SELECT a.key, c.json AS card
     FROM articles a CROSS JOIN article_cards c ON c.article = a.key
     WHERE a.id = :id`,
  );

  const matcher = ({ tags, search, ...period }: ArticleFilter): ((key: number) => boolean) => {
    const { low, high } = publication.of(period);
    const within = (key: number): boolean => key >= low && key < high;
    if (!tags && !search) return within;
    const term = tags
      ? planTags(tags, (name) => {
          const found = find(name);
          return found.kind === 'known' ? found.tag : undefined;
        })
      : { kind: 'everything' as const };
    const { sql, parameters } = matchingKeys({ term, match: search ? matchExpression(search) : null }, true);
    return (key) =>
      within(key) && keep(sql).get({ ...parameters, low: key, high: key + 1, limit: 1 }) !== undefined;
  };

  return (ids, filter) => {
    const matches = matcher(filter);
    const cards = new Map<string, Rendered>();
    for (const id of ids) {
      const row = select.get({ id });
      if (row && matches(row.key)) cards.set(id, row.card);
    }
    return cards;
  };
}
