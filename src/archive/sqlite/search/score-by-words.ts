import { type WantedPhrase, wantedPhrases } from '../../core/words/wanted-phrases.ts';
import type { Connection } from '../connection.ts';
import { searchKeysSql } from '../lists/article-list-sql.ts';
import type { SearchPlan } from '../lists/filter-plan.ts';
import type { KeyBounds } from '../lists/publication-bounds.ts';
import { matchExpression } from './match-expression.ts';
import { beyondIn, type Ranking } from './ranking.ts';
import { SCORE } from './score-by-index.ts';

/** Largest value of a saturated frequency in FTS5's bm25: k1 + 1. */
const FULL = 2.2;

/** Worth of a form of a word other than the one that was typed. */
const OTHER_FORM = 0.8;

/** Score of an article that has one of several wanted words, of that which it would have with all of them. */
const ONE_OF_MANY = 0.5;

/** Number of the best articles that are looked at for words close together, and the gain of each pair of such words. */
const NEAR_RANKED = 200;
const NEAR_GAIN = 0.15;

/** Distance in words, at most, of two words that are close together. */
const NEAR = 4;

/** Creates a check if all ways to print the phrases of a search have at most so many matches together. */
export function createMatchLimit(
  connection: Connection,
): (phrases: WantedPhrase[], limit: number) => boolean {
  const count = connection
    .prepare<{ match: string; limit: number }, number>(
      `SELECT count(*) FROM (SELECT 1 FROM article_search WHERE article_search MATCH :match LIMIT :limit)`,
    )
    .pluck();
  return (phrases, limit) => {
    let left = limit;
    for (const phrase of phrases) {
      for (const way of phrase.phrases) {
        left -= count.get({ match: matchExpression({ ...phrase, phrases: [way] }), limit: left + 1 }) ?? 0;
        if (left < 0) return false;
      }
    }
    return true;
  };
}

/**
 * Creates a ranking of all matches by BM25 (Robertson, Walker 1994) in which the forms of a word are one word. FTS5 scores
 * each form by itself, as rare as it is, so a rare form would count more than the word. A match takes about 1 µs for each
 * form.
 */
export function createWordRanking(
  connection: Connection,
): (plan: SearchPlan, bounds: KeyBounds, articles: number) => Ranking {
  const scored = connection
    .prepare<{ match: string }, [number, number]>(
      `SELECT rowid, ${SCORE} FROM article_search WHERE article_search MATCH :match`,
    )
    .raw();
  const nearby = connection
    .prepare<{ match: string; keys: string }, number>(
      `SELECT rowid FROM article_search
       WHERE article_search MATCH :match AND rowid IN (SELECT value FROM json_each(:keys))`,
    )
    .pluck();

  /** Returns how much a phrase is in each article that has it, from 0 to 2.2. */
  const weightsOf = ({ phrases, ...phrase }: WantedPhrase, articles: number): Map<number, number> => {
    const weights = new Map<number, number>();
    for (const [index, way] of phrases.entries()) {
      const rows = scored.all({ match: matchExpression({ ...phrase, phrases: [way] }) });
      const rarity = Math.max(1e-6, Math.log((articles - rows.length + 0.5) / (rows.length + 0.5)));
      for (const [key, score] of rows) {
        const weight = (index === 0 ? 1 : OTHER_FORM) * Math.min(FULL, -score / rarity);
        const before = weights.get(key) ?? 0;
        weights.set(key, before + weight - (before * weight) / FULL);
      }
    }
    return weights;
  };

  return (plan, bounds, articles) => {
    const { sql, parameters } = searchKeysSql(plan, false);
    const keys = connection.cachedValues<number>(sql).all({ ...parameters, ...bounds, limit: -1 });
    const phrases = wantedPhrases(plan.search);
    const found = phrases.map((phrase) => {
      const weights = weightsOf(phrase, articles);
      const rarity = Math.log(1 + (articles - weights.size + 0.5) / (weights.size + 0.5));
      return { weights, rarity };
    });
    const results = keys.map((key) => {
      let score = 0;
      let words = 0;
      for (const { weights, rarity } of found) {
        const weight = weights.get(key);
        if (weight === undefined) continue;
        score += rarity * weight;
        words += 1;
      }
      const coordination = ONE_OF_MANY + ((1 - ONE_OF_MANY) * words) / Math.max(1, found.length);
      return { key, score: -score * coordination };
    });
    results.sort((a, b) => a.score - b.score || b.key - a.key);
    const best = results.slice(0, NEAR_RANKED);
    const bestKeys = JSON.stringify(best.map(({ key }) => key));
    const pairs = phrases.slice(1).flatMap((second, index) => {
      const pair = [phrases[index], second].map((each) => each?.phrases[0]);
      const isWord = pair.every((terms) => terms?.length === 1);
      return isWord ? [`NEAR(${pair.map((terms) => `"${terms?.[0]}"`).join(' ')}, ${NEAR})`] : [];
    });
    for (const match of pairs) {
      const near = new Set(nearby.all({ match, keys: bestKeys }));
      for (const result of best) if (near.has(result.key)) result.score *= 1 + NEAR_GAIN;
    }
    return {
      low: bounds.low,
      ranked: { value: keys.length, relation: 'eq' },
      beyond: (place, forward, limit) => beyondIn(results, place, forward, limit),
    };
  };
}
