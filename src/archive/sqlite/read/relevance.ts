import type { Position } from '../../../news/query.ts';
import type { ArticleQuery, Page } from '../../archive.ts';
import { joinObjects } from '../../rendering/article-document.ts';
import { type Connection, keepStatements } from '../connection.ts';
import { KEYS } from '../keys.ts';
import { type PackedDocument, unpackDocument } from '../packed-document.ts';
import type { BoundedEffort } from './bounded-effort.ts';
import { type Matching, searchWalk } from './matching-keys.ts';
import { type Place, pageOf, type Walked } from './page.ts';
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
  rest: PackedDocument;
  ranked: number;
}

/** `score:newest`: the score, and below which key the ranked matches lie, so that later pages rank the same. */
function readRank(rank: number | string): { score: number; high: number } {
  const [score, high] = String(rank).split(':').map(Number);
  return { score: score || 0, high: high || KEYS.high };
}

/** A word in the headline weighs ten times one in the body; the columns are those of `article_search`. */
const SCORE = 'bm25(article_search, 10.0, 4.0, 1.0, 2.0)';

/** Gives lists by relevance over the newest matches: best first, newest first among equals. */
export function relevanceLists(
  connection: Connection,
  _effort: BoundedEffort,
): (matching: Matching & { match: string }, bounds: KeyBounds, query: ArticleQuery) => Page {
  const keep = keepStatements<Record<string, number | string>, Row>(connection);
  const keepNewest = keepStatements<Record<string, number | string>, { key: number }>(connection);
  const keyOf = connection.prepare<{ id: string }, number>('SELECT key FROM articles WHERE id = :id').pluck();

  const statement = (ranked: string, full: boolean, forward: boolean, resumed: boolean) => `
    WITH ranked AS MATERIALIZED (${ranked}),
    start AS MATERIALIZED (
      SELECT coalesce((SELECT score FROM ranked WHERE key = :startKey), :startScore) AS score
    ),
    page AS MATERIALIZED (
      SELECT r.key, r.score FROM ranked r ${resumed ? 'CROSS JOIN start s' : ''}
      ${resumed ? `WHERE (r.score, -r.key) ${forward ? '>' : '<'} (s.score, -:startKey)` : ''}
      ORDER BY r.score ${forward ? 'ASC' : 'DESC'}, r.key ${forward ? 'DESC' : 'ASC'}
      LIMIT :pageLimit
    )
    SELECT p.score, a.key, a.id, c.json AS card, ${full ? 'd.rest' : "''"} AS rest,
           (SELECT count(*) FROM ranked) AS ranked
    FROM page p
    CROSS JOIN articles a ON a.key = p.key
    CROSS JOIN article_cards c ON c.article = a.key
    ${full ? 'CROSS JOIN article_documents d ON d.article = a.key' : ''}`;

  return (matching, bounds, query) => {
    const full = query.form === 'full';
    const { sql, parameters } = searchWalk(matching, true, SCORE);
    const newest = () => {
      const keys = searchWalk(matching, true);
      return keepNewest(keys.sql).get({ ...keys.parameters, ...bounds, limit: 1 })?.key ?? KEYS.low;
    };
    const high = query.position ? readRank(query.position.rank).high : newest() + 1;
    const stretch = { low: bounds.low, high: Math.min(bounds.high, high) };
    let ranked = 0;
    const walk = (from: Position | undefined, forward: boolean, limit: number): Walked<Place & Row> => {
      const start = from
        ? { startKey: keyOf.get({ id: from.id }) ?? 0, startScore: readRank(from.rank).score }
        : { startKey: 0, startScore: 0 };
      const rows = keep(statement(sql, full, forward, from !== undefined)).all({
        ...parameters,
        ...stretch,
        ...start,
        limit: RANKED,
        pageLimit: limit,
      });
      rows.sort((a, b) =>
        forward ? a.score - b.score || b.key - a.key : b.score - a.score || a.key - b.key,
      );
      ranked = rows[0]?.ranked ?? ranked;
      return { items: rows.map((row) => ({ ...row, rank: `${row.score}:${high}` })) };
    };
    const placed = pageOf(query, walk);
    const items = placed.items.map(({ card, rest }) =>
      full ? joinObjects(card, unpackDocument(rest, card)) : card,
    );
    const page = { ...placed, items };
    return { ...page, ranked: { value: ranked, relation: ranked < RANKED ? 'eq' : 'gte' } };
  };
}
