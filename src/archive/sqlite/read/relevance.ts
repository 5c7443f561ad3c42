import type { Position } from '../../../news/query.ts';
import type { ArticleQuery, Page } from '../../archive.ts';
import { joinObjects } from '../../rendering/article-document.ts';
import { type Connection, keepStatements } from '../connection.ts';
import { KEYS } from '../keys.ts';
import { type Matching, matchingKeys } from './matching-keys.ts';
import { type Item, pageOf } from './page.ts';
import type { KeyBounds } from './publication-bounds.ts';

/**
 * How many of the newest matches are ranked. Scoring is linear in what is ranked: 10,000 matches took about
 * 7 ms. FTS5 still counts all matches once for the rarity of each word.
 */
export const RANKED = 10_000;

interface Row {
  score: number;
  key: number;
  id: string;
  card: string;
  rest: string;
}

/** `score:newest`: the score, and below which key the ranked matches lie, so that later pages rank the same. */
function readRank(rank: number | string): { score: number; high: number } {
  const [score, high] = String(rank).split(':').map(Number);
  return { score: score || 0, high: high || KEYS.high };
}

/** Gives lists by relevance over the newest matches: best first, newest first among equals. */
export function relevanceLists(
  connection: Connection,
): (matching: Matching, bounds: KeyBounds, query: ArticleQuery) => Page {
  const keep = keepStatements<Record<string, number | string>, Row>(connection);
  const keepNewest = keepStatements<Record<string, number | string>, { key: number }>(connection);
  const keepCount = keepStatements<Record<string, number | string>, { value: number }>(connection);
  const keyOf = connection.prepare<{ id: string }, number>('SELECT key FROM articles WHERE id = :id').pluck();

  return (matching, bounds, query) => {
    const { sql, parameters } = matchingKeys(matching, true);
    const scored = sql.replace(
      'SELECT rowid AS key',
      // A word in the headline weighs ten times one in the body.
      'SELECT rowid AS key, bm25(article_search, 10.0, 4.0, 1.0, 2.0) AS score',
    );
    const full = query.form === 'full';
    const statement = (forward: boolean, resumed: boolean) => `
      WITH ranked AS MATERIALIZED (${scored}),
      start AS MATERIALIZED (
        SELECT coalesce((SELECT score FROM ranked WHERE key = :startKey), :startScore) AS score
      ),
      page AS MATERIALIZED (
        SELECT r.key, r.score FROM ranked r ${resumed ? 'CROSS JOIN start s' : ''}
        ${resumed ? `WHERE (r.score, -r.key) ${forward ? '>' : '<'} (s.score, -:startKey)` : ''}
        ORDER BY r.score ${forward ? 'ASC' : 'DESC'}, r.key ${forward ? 'DESC' : 'ASC'}
        LIMIT :pageLimit
      )
      SELECT p.score, a.key, a.id, c.json AS card, ${full ? 'b.json' : "''"} AS rest
      FROM page p
      CROSS JOIN articles a ON a.key = p.key
      CROSS JOIN article_cards c ON c.article = a.key
      ${full ? 'CROSS JOIN article_bodies b ON b.article = a.key' : ''}`;

    const newest = keepNewest(sql).get({ ...parameters, ...bounds, limit: 1 })?.key;
    const high = query.position ? readRank(query.position.rank).high : (newest ?? KEYS.low) + 1;
    const stretch = { low: bounds.low, high: Math.min(bounds.high, high) };
    const walk = (from: Position | undefined, forward: boolean, limit: number): Item[] => {
      const start = from
        ? { startKey: keyOf.get({ id: from.id }) ?? 0, startScore: readRank(from.rank).score }
        : { startKey: 0, startScore: 0 };
      const rows = keep(statement(forward, from !== undefined)).all({
        ...parameters,
        ...stretch,
        ...start,
        limit: RANKED,
        pageLimit: limit,
      });
      rows.sort((a, b) =>
        forward ? a.score - b.score || b.key - a.key : b.score - a.score || a.key - b.key,
      );
      return rows.map(({ card, rest, score, id }) => ({
        json: full ? joinObjects(card, rest) : card,
        rank: `${score}:${high}`,
        id,
      }));
    };
    const page = pageOf(query, walk);
    const count = keepCount(`SELECT count(*) AS value FROM (${sql})`).get({
      ...parameters,
      ...stretch,
      limit: RANKED + 1,
    });
    const value = count?.value ?? 0;
    return {
      ...page,
      ranked: value > RANKED ? { value: RANKED, relation: 'gte' } : { value, relation: 'eq' },
    };
  };
}
