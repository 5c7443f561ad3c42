import type { Position, SearchExpression, Total } from '../../../model/query.ts';
import type { Page } from '../../answers.ts';
import { searchedPhrases } from '../../core/words/searched-phrases.ts';
import type { ArticleQuery } from '../../queries.ts';
import type { Connection } from '../connection.ts';
import type { FilterPlan } from '../lists/filter-plan.ts';
import { type Place, pageOf, type Walked } from '../lists/page.ts';
import type { KeyBounds } from '../lists/publication-bounds.ts';
import type { RangeScanner } from '../lists/range-scanner.ts';
import { KEYS } from '../publication-keys.ts';
import type { Scored } from './ranking.ts';
import { createFieldRanking } from './score-by-fields.ts';
import { createIndexRanking } from './score-by-index.ts';
import { createWordFrequencies } from './word-frequencies.ts';

/** Parses `score:low:high:common`: a score, and the bounds and method of its ranking, for the pages that follow. */
function readRank(rank: number | string): { score: number; low: number; high: number; common: boolean } {
  const [score, low, high, common] = String(rank).split(':').map(Number);
  return { score: score || 0, low: low || KEYS.low, high: high || KEYS.high, common: common === 1 };
}

/** A query by relevance; `search` is part of its filter. */
export interface RelevanceQuery extends Pick<ArticleQuery, 'limit' | 'position'> {
  search: SearchExpression;
}

/**
 * Creates lists by relevance. The newest matches are ranked by FTS5's bm25, which counts all matches of each word. If
 * the words are too common for that, they are ranked by the fields that match.
 */
export function createRelevanceLists(
  connection: Connection,
  scanner: RangeScanner,
): (
  plan: FilterPlan & { match: string },
  bounds: KeyBounds,
  query: RelevanceQuery,
  total: Total | undefined,
) => Omit<Page, 'items'> & { keys: number[] } {
  const rankByIndex = createIndexRanking(connection, scanner);
  const rankByFields = createFieldRanking(connection, scanner);
  const frequencyOf = createWordFrequencies(connection, scanner);
  const keyOf = connection.prepare<{ id: string }, number>('SELECT key FROM articles WHERE id = :id').pluck();
  const newestKey = connection.prepare<[], number | null>('SELECT max(key) FROM articles').pluck();
  const idOf = connection
    .prepare<{ key: number }, string>('SELECT id FROM articles WHERE key = :key')
    .pluck();

  return (plan, bounds, query, total) => {
    const start = query.position ? readRank(query.position.rank) : undefined;
    const high = start?.high ?? (newestKey.get() ?? 0) + 1;
    const scanned = { low: bounds.low, high: Math.min(bounds.high, high) };
    const frequencies = frequencyOf(searchedPhrases(query.search), scanned.high);
    const common = start?.common ?? frequencies.counted > scanner.budget.countedMatches;
    const known = { total, low: start && Math.max(start.low, scanned.low) };
    const { beyond, ranked, low } = common
      ? rankByFields(plan, scanned, query.search, frequencies, known)
      : rankByIndex(plan, scanned, known);
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
