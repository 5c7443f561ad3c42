import type { Position, SearchExpression, Total } from '../../../model/query.ts';
import type { Page } from '../../answers.ts';
import { searchedPhrases } from '../../core/words/searched-phrases.ts';
import type { ArticleQuery } from '../../queries.ts';
import type { BoundedEffort } from '../budget.ts';
import type { Connection } from '../connection.ts';
import type { Matching } from '../lists/matching-keys.ts';
import { type Place, pageOf, type Walked } from '../lists/page.ts';
import type { KeyBounds } from '../lists/publication-bounds.ts';
import { KEYS } from '../publication-keys.ts';
import type { Scored } from './ranking.ts';
import { fieldRanking } from './score-by-fields.ts';
import { indexRanking } from './score-by-index.ts';
import { wordFrequencies } from './word-frequencies.ts';

/**
 * `score:low:high:common`: the score, between which keys the ranked matches lie, and how they were ranked, so that
 * later pages rank the same.
 */
function readRank(rank: number | string): { score: number; low: number; high: number; common: boolean } {
  const [score, low, high, common] = String(rank).split(':').map(Number);
  return { score: score || 0, low: low || KEYS.low, high: high || KEYS.high, common: common === 1 };
}

/** A query by relevance; `search` is that of its filter. */
export interface RelevanceQuery extends Pick<ArticleQuery, 'limit' | 'position'> {
  search: SearchExpression;
}

/**
 * Gives lists by relevance. Where its words are in few enough articles, the newest matches are ranked by
 * FTS5's bm25, which counts all matches of each word; where they are very common, the newest are ranked by the
 * fields that hold them.
 */
export function relevanceLists(
  connection: Connection,
  effort: BoundedEffort,
): (
  matching: Matching & { match: string },
  bounds: KeyBounds,
  query: RelevanceQuery,
  total: Total | undefined,
) => Omit<Page, 'items'> & { keys: number[] } {
  const rankByIndex = indexRanking(connection, effort);
  const rankByFields = fieldRanking(connection, effort);
  const frequencyOf = wordFrequencies(connection, effort);
  const keyOf = connection.prepare<{ id: string }, number>('SELECT key FROM articles WHERE id = :id').pluck();
  const newestKey = connection.prepare<[], number | null>('SELECT max(key) FROM articles').pluck();
  const idOf = connection
    .prepare<{ key: number }, string>('SELECT id FROM articles WHERE key = :key')
    .pluck();

  return (matching, bounds, query, total) => {
    const start = query.position ? readRank(query.position.rank) : undefined;
    const high = start?.high ?? (newestKey.get() ?? 0) + 1;
    const stretch = { low: bounds.low, high: Math.min(bounds.high, high) };
    const frequencies = frequencyOf(searchedPhrases(query.search), stretch.high);
    const common = start?.common ?? frequencies.counted > effort.countedMatches;
    const known = { total, low: start && Math.max(start.low, stretch.low) };
    const { beyond, ranked, low } = common
      ? rankByFields(matching, stretch, query.search, frequencies, known)
      : rankByIndex(matching, stretch, known);
    const range = `${low}:${high}:${common ? 1 : 0}`;

    const walk = (from: Position | undefined, forward: boolean, limit: number): Walked<Scored> => {
      const place = from && { key: keyOf.get({ id: from.id }) ?? 0, score: readRank(from.rank).score };
      return { items: beyond(place, forward, limit) };
    };
    const placeOf = ({ key, score }: Scored): Place => ({
      rank: `${score}:${range}`,
      id: idOf.get({ key }) ?? '',
    });
    const { items, ...links } = pageOf(query, walk, placeOf);
    return { ...links, keys: items.map(({ key }) => key), ranked };
  };
}
