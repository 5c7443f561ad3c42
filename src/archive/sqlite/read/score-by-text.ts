import type { SearchExpression } from '../../../news/query.ts';
import { matchesIn } from '../../words/highlight.ts';
import { searchWords } from '../../words/search-words.ts';
import { searchedPhrases } from '../../words/searched-phrases.ts';
import { type Connection, keepStatements } from '../connection.ts';
import { articleTexts } from './article-texts.ts';
import type { BoundedEffort } from './bounded-effort.ts';
import { matchExpression } from './match-expression.ts';
import { type Matching, searchWalk } from './matching-keys.ts';
import type { KeyBounds } from './publication-bounds.ts';
import { type Ranking, WEIGHTS } from './score-by-index.ts';
import type { Frequencies } from './word-frequencies.ts';

/** How many of the newest matches are read, of those with a word in the headline, and in the standfirst. */
const READ = { headline: 80, standfirst: 30, anywhere: 60 };

/** BM25 (Robertson, Walker 1994) with the constants of FTS5. */
const K1 = 1.2;
const B = 0.75;

/**
 * Gives scores of the likeliest matches, as bm25 gives them, from their texts and estimated rarities: the cost
 * is that of reading 170 articles, some 30 ms, in any archive.
 */
export function textScores(
  connection: Connection,
  effort: BoundedEffort,
): (
  matching: Matching & { match: string },
  bounds: KeyBounds,
  search: SearchExpression,
  frequencies: Frequencies,
) => Ranking {
  const keep = keepStatements<Record<string, number | string>, { key: number }>(connection);
  const textsOf = articleTexts(connection);

  return (matching, bounds, search, { articles, each }) => {
    const phrases = searchedPhrases(search);
    const deadline = effort.deadline('ranking');
    const keys = new Set<number>();
    let cut = false;
    const gather = (match: string, most: number) => {
      const { sql, parameters } = searchWalk({ ...matching, match }, true);
      let found = 0;
      const look = (stretch: KeyBounds): boolean => {
        const rows = keep(sql).all({ ...parameters, ...stretch, limit: most - found });
        for (const { key } of rows) keys.add(key);
        found += rows.length;
        return found >= most;
      };
      const stoppedAt = effort.through(bounds, true, look, deadline);
      return stoppedAt !== undefined || found >= most;
    };
    for (const field of ['headline', 'standfirst'] as const) {
      const of = phrases
        .filter((phrase) => phrase.field === null || phrase.field === field)
        .map(({ words, prefix }) => ({ kind: 'words' as const, words, prefix, field }));
      if (of.length === 0) continue;
      gather(`(${matching.match}) AND (${matchExpression({ kind: 'or', of })})`, READ[field]);
    }
    cut = gather(matching.match, READ.anywhere);

    const read = [...keys].flatMap((key) => {
      const texts = textsOf(key);
      if (texts === undefined) return [];
      const captions = texts.images.map(({ caption }) => caption ?? '').join('\n\n');
      const fields = [
        ['headline', texts.headline],
        ['standfirst', texts.standfirst ?? ''],
        ['body', texts.body.text],
        ['caption', captions],
      ] as const;
      const weights = phrases.map(() => 0);
      let length = 0;
      for (const [field, text] of fields) {
        const words = searchWords(text);
        length += words.length;
        for (const { phrase } of matchesIn(words, phrases)) {
          const asked = phrases[phrase]?.field ?? field;
          if (asked === field) weights[phrase] = (weights[phrase] ?? 0) + WEIGHTS[field];
        }
      }
      return [{ key, weights, length }];
    });
    const mean = read.reduce((sum, { length }) => sum + length, 0) / Math.max(1, read.length);
    const scored = read.map(({ key, weights, length }) => {
      const score = weights.reduce((sum, weight, phrase) => {
        const frequency = each[phrase] ?? 0;
        const rarity = Math.max(1e-6, Math.log((articles - frequency + 0.5) / (frequency + 0.5)));
        return sum - (rarity * weight * (K1 + 1)) / (weight + K1 * (1 - B + (B * length) / mean));
      }, 0);
      return { key, score };
    });
    return { scored, cut };
  };
}
