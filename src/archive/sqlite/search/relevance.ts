import type { Position, Total } from '../../../model/query.ts';
import { wantedPhrases } from '../../core/words/wanted-phrases.ts';
import type { ArticleQuery } from '../../queries.ts';
import type { Page } from '../../results.ts';
import type { Connection } from '../connection.ts';
import type { SearchPlan } from '../lists/filter-plan.ts';
import { type Place, pageOf, type Walked } from '../lists/page.ts';
import { createPublicationBounds, type KeyBounds } from '../lists/publication-bounds.ts';
import type { RangeScanner } from '../lists/range-scanner.ts';
import type { Scored } from './ranking.ts';
import { createFieldRanking } from './score-by-fields.ts';
import { createIndexRanking } from './score-by-index.ts';
import { createMatchLimit, createWordRanking } from './score-by-words.ts';
import { createWordFrequencies } from './word-frequencies.ts';

/**
 * Parses the rank of a position: `score:method:newest:oldest`, for example `-1.5:index:1714979289/a7q2:1483228800/k0x9`.
 * The pages that follow rank the same articles by the same method. Both bounds are the time of publication (seconds
 * since 1970) and id of an article, because its key may change; `oldest` is empty if all older articles are ranked.
 */
function parseRank(rank: number | string) {
  const [score, method, newest = '', oldest = ''] = String(rank).split(':');
  return { score: Number(score) || 0, method, newest, oldest };
}

/**
 * Creates lists by relevance. Matches of words that are not too common are all ranked by their words. Else the newest
 * matches are ranked by FTS5's bm25, which counts all matches of each word, or, if the words are too common for that,
 * by the fields that match.
 */
export function createRelevanceLists(
  connection: Connection,
  scanner: RangeScanner,
): (
  plan: SearchPlan,
  bounds: KeyBounds,
  query: Pick<ArticleQuery, 'limit' | 'position'>,
  total: Total | undefined,
) => Omit<Page, 'items'> & { keys: number[] } {
  const rankByWords = createWordRanking(connection);
  const isWithin = createMatchLimit(connection);
  const rankByIndex = createIndexRanking(connection, scanner);
  const rankByFields = createFieldRanking(connection, scanner);
  const frequencyOf = createWordFrequencies(connection, scanner);
  const publication = createPublicationBounds(connection);
  const keyOf = connection.prepare<{ id: string }, number>('SELECT key FROM articles WHERE id = :id').pluck();
  const newestKey = connection.prepare<[], number | null>('SELECT max(key) FROM articles').pluck();
  const placeAt = connection.prepare<{ key: number }, { rank: number; id: string }>(
    'SELECT published_at AS rank, id FROM articles WHERE key = :key',
  );
  /** Returns an article as a bound of a ranking, `seconds/id`. */
  const boundAt = (key: number): string => {
    const place = placeAt.get({ key });
    return place ? `${place.rank}/${place.id}` : '';
  };
  /** Returns the key of a bound. Not an integer if its article is gone. */
  const keyAt = (bound: string): number => {
    const [seconds, id = ''] = bound.split('/');
    return publication.at({ rank: Number(seconds) || 0, id });
  };

  return (plan, bounds, query, total) => {
    const start = query.position && parseRank(query.position.rank);
    const newest = start?.newest || boundAt(newestKey.get() ?? 0);
    const scanned = { low: bounds.low, high: Math.min(bounds.high, Math.floor(keyAt(newest)) + 1) };
    const phrases = wantedPhrases(plan.search);
    const frequencies = frequencyOf(phrases, scanned.high);
    const method =
      start?.method ??
      (isWithin(phrases, scanner.budget.rankedMatches)
        ? 'words'
        : frequencies.counted <= scanner.budget.countedMatches
          ? 'index'
          : 'fields');
    const lowest = start?.oldest ? Math.max(Math.ceil(keyAt(start.oldest)), scanned.low) : scanned.low;
    const known = { total, low: start && lowest };
    const { beyond, ranked, low } =
      method === 'words'
        ? rankByWords(plan, scanned, frequencies.articles)
        : method === 'index'
          ? rankByIndex(plan, scanned, known)
          : rankByFields(plan, scanned, frequencies, known);
    const oldest = start?.oldest ?? (low > scanned.low ? boundAt(low) : '');
    const ranking = `${method}:${newest}:${oldest}`;

    const walk = (from: Position | undefined, forward: boolean, limit: number): Walked<Scored> => {
      const place = from && { key: keyOf.get({ id: from.id }) ?? 0, score: parseRank(from.rank).score };
      return { items: beyond(place, forward, limit) };
    };
    const placeOf = ({ key, score }: Scored): Place => ({
      rank: `${score}:${ranking}`,
      id: placeAt.get({ key })?.id ?? '',
    });
    const { items, ...links } = pageOf(query, walk, placeOf);
    return { ...links, keys: items.map(({ key }) => key), ranked };
  };
}
