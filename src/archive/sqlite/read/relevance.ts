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

/** How many of the newest matches are ranked: 10,000 take about 9 ms. */
export const RANKED = 10_000;

/** A match and how well it matches: the smaller, the better. */
interface Scored {
  key: number;
  score: number;
}

/** `score:newest`: the score, and below which key the ranked matches lie, so that later pages rank the same. */
function readRank(rank: number | string): { score: number; high: number } {
  const [score, high] = String(rank).split(':').map(Number);
  return { score: score || 0, high: high || KEYS.high };
}

/** A word in the headline weighs ten times one in the body; the columns are those of `article_search`. */
const SCORE = 'bm25(article_search, 10.0, 4.0, 1.0, 2.0)';

/** Best first, newest first among equals. */
function byScore(a: Scored, b: Scored): number {
  return a.score - b.score || b.key - a.key;
}

/** The first `limit` of what would come out of sorting all. */
function best<T>(items: T[], limit: number, compare: (a: T, b: T) => number): T[] {
  const kept: T[] = [];
  for (const item of items) {
    const worst = kept.at(-1);
    if (kept.length === limit && worst !== undefined && compare(item, worst) >= 0) continue;
    let at = kept.length;
    for (
      let before = kept[at - 1];
      before !== undefined && compare(item, before) < 0;
      before = kept[at - 1]
    ) {
      at -= 1;
    }
    kept.splice(at, 0, item);
    if (kept.length > limit) kept.pop();
  }
  return kept;
}

/**
 * Gives lists by relevance over the newest matches. FTS5's bm25 scores each of these, and counts all matches of
 * each word once, for its rarity: that takes 30 ns a match, 25 ms for a word in most of a million articles.
 */
export function relevanceLists(
  connection: Connection,
  effort: BoundedEffort,
): (matching: Matching & { match: string }, bounds: KeyBounds, query: ArticleQuery) => Page {
  const keepScores = keepStatements<Record<string, number | string>, Scored>(connection);
  const keepKeys = keepStatements<Record<string, number | string>, { key: number }>(connection);
  const keyOf = connection.prepare<{ id: string }, number>('SELECT key FROM articles WHERE id = :id').pluck();
  const idOf = connection
    .prepare<{ key: number }, string>('SELECT id FROM articles WHERE key = :key')
    .pluck();
  const selectCard = connection
    .prepare<{ key: number }, string>('SELECT json FROM article_cards WHERE article = :key')
    .pluck();
  const selectRest = connection
    .prepare<{ key: number }, PackedDocument>('SELECT rest FROM article_documents WHERE article = :key')
    .pluck();

  /** The newest matches, and whether older ones were left out. */
  const newestOf = (matching: Matching & { match: string }, bounds: KeyBounds) => {
    const { sql, parameters } = searchWalk(matching, true);
    let found = 0;
    let low = bounds.high;
    const look = (stretch: KeyBounds): boolean => {
      const keys = keepKeys(sql).all({ ...parameters, ...stretch, limit: RANKED + 1 - found });
      found += keys.length;
      low = keys[RANKED - 1 - (found - keys.length)]?.key ?? stretch.low;
      return found > RANKED;
    };
    const stoppedAt = effort.through(bounds, true, look);
    return { stretch: { low, high: bounds.high }, cut: stoppedAt !== undefined || found > RANKED };
  };

  const render = (key: number, form: ArticleQuery['form']): string => {
    const card = selectCard.get({ key }) ?? '';
    return form === 'full' ? joinObjects(card, unpackDocument(selectRest.get({ key }) ?? '', card)) : card;
  };

  return (matching, bounds, query) => {
    const high = query.position ? readRank(query.position.rank).high : KEYS.high;
    const { stretch, cut } = newestOf(matching, { low: bounds.low, high: Math.min(bounds.high, high) });
    const { sql, parameters } = searchWalk(matching, true, SCORE);
    const scored = keepScores(sql).all({ ...parameters, ...stretch, limit: RANKED });
    const top = query.position ? high : (scored[0]?.key ?? 0) + 1;

    const walk = (from: Position | undefined, forward: boolean, limit: number): Walked<Place & Scored> => {
      const compare = forward ? byScore : (a: Scored, b: Scored) => byScore(b, a);
      const key = from && keyOf.get({ id: from.id });
      const start: Scored | undefined = from && {
        key: key ?? 0,
        score: scored.find((each) => each.key === key)?.score ?? readRank(from.rank).score,
      };
      const beyond = start ? scored.filter((each) => compare(each, start) > 0) : scored;
      const items = best(beyond, limit, compare).map((each) => ({
        ...each,
        rank: `${each.score}:${top}`,
        id: idOf.get({ key: each.key }) ?? '',
      }));
      return { items };
    };
    const placed = pageOf(query, walk);
    return {
      ...placed,
      items: placed.items.map(({ key }) => render(key, query.form)),
      ranked: { value: scored.length, relation: cut ? 'gte' : 'eq' },
    };
  };
}
