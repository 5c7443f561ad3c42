import type { Position, SearchExpression } from '../../../news/query.ts';
import type { ArticleQuery, Page } from '../../archive.ts';
import { joinObjects } from '../../rendering/article-document.ts';
import { type PackedDocument, unpackDocument } from '../../rendering/packed-document.ts';
import { searchedPhrases } from '../../words/searched-phrases.ts';
import type { Connection } from '../connection.ts';
import { KEYS } from '../keys.ts';
import type { BoundedEffort } from './bounded-effort.ts';
import type { Matching } from './matching-keys.ts';
import { type Place, pageOf, type Walked } from './page.ts';
import type { KeyBounds } from './publication-bounds.ts';
import { indexScores, type Scored } from './score-by-index.ts';
import { textScores } from './score-by-text.ts';
import { wordFrequencies } from './word-frequencies.ts';

/**
 * `score:newest:common`: the score, below which key the ranked matches lie, and how they were ranked, so that
 * later pages rank the same.
 */
function readRank(rank: number | string): { score: number; high: number; common: boolean } {
  const [score, high, common] = String(rank).split(':').map(Number);
  return { score: score || 0, high: high || KEYS.high, common: common === 1 };
}

/** A query by relevance; `search` is that of its filter. */
export interface RelevanceQuery extends Pick<ArticleQuery, 'form' | 'limit' | 'position'> {
  search: SearchExpression;
}

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
 * Gives lists by relevance. Where its words are in few enough articles, the newest matches are ranked by
 * FTS5's bm25, which counts all matches of each word; where they are very common, the likeliest are ranked by
 * their own text.
 */
export function relevanceLists(
  connection: Connection,
  effort: BoundedEffort,
): (matching: Matching & { match: string }, bounds: KeyBounds, query: RelevanceQuery) => Page {
  const scoreByIndex = indexScores(connection, effort);
  const scoreByText = textScores(connection, effort);
  const frequencyOf = wordFrequencies(connection, effort);
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

  const render = (key: number, form: ArticleQuery['form']): string => {
    const card = selectCard.get({ key }) ?? '';
    return form === 'full' ? joinObjects(card, unpackDocument(selectRest.get({ key }) ?? '', card)) : card;
  };

  return (matching, bounds, query) => {
    const start = query.position ? readRank(query.position.rank) : undefined;
    const stretch = { low: bounds.low, high: Math.min(bounds.high, start?.high ?? KEYS.high) };
    const frequencies = frequencyOf(searchedPhrases(query.search), stretch.high);
    const common = start?.common ?? frequencies.counted > effort.countedMatches;
    const { scored, cut } = common
      ? scoreByText(matching, stretch, query.search, frequencies)
      : scoreByIndex(matching, stretch);
    const newest = scored.reduce((most, { key }) => Math.max(most, key), KEYS.low);
    const top = `${start?.high ?? newest + 1}:${common ? 1 : 0}`;

    const walk = (from: Position | undefined, forward: boolean, limit: number): Walked<Place & Scored> => {
      const compare = forward ? byScore : (a: Scored, b: Scored) => byScore(b, a);
      const key = from && keyOf.get({ id: from.id });
      const begin: Scored | undefined = from && {
        key: key ?? 0,
        score: scored.find((each) => each.key === key)?.score ?? readRank(from.rank).score,
      };
      const beyond = begin ? scored.filter((each) => compare(each, begin) > 0) : scored;
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
