import type { SearchExpression } from '../../../model/query.ts';
import type { SearchedPhrase } from '../../core/words/searched-phrases.ts';
import type { BoundedEffort } from '../budget.ts';
import { type Connection, keepStatements } from '../connection.ts';
import { KEYS } from '../publication-keys.ts';
import { matchExpression } from './match-expression.ts';

/** How often the phrases of a search occur, estimated over the newest articles. */
export interface Frequencies {
  articles: number;
  /** In how many articles each phrase occurs. */
  each: number[];
  /** The work of counting all of them, in matches of single words. */
  counted: number;
}

/** How many times the work of a word a phrase is, for each article that has all of its words. */
const PHRASE = 3;

/** Gives in how many articles phrases occur, from a first stretch of articles below a key: 1 ms at most a word. */
export function wordFrequencies(
  connection: Connection,
  effort: BoundedEffort,
): (phrases: SearchedPhrase[], high: number) => Frequencies {
  const keep = keepStatements<{ match: string; low: number; high: number }, { value: number }>(connection);
  const all = connection.prepare<[], number>('SELECT articles FROM archive').pluck();
  const within = connection
    .prepare<{ low: number; high: number }, number>(
      'SELECT count(*) FROM articles WHERE key >= :low AND key < :high',
    )
    .pluck();
  const sql = `
    SELECT count(*) AS value FROM article_search
    WHERE article_search MATCH :match
      AND rowid >= CAST(:low AS INTEGER) AND rowid < CAST(:high AS INTEGER)`;
  return (phrases, high) => {
    const articles = all.get() ?? 0;
    const work = phrases.map(({ words }) => (words.length === 1 ? articles : PHRASE * articles));
    const most = work.reduce((sum, value) => sum + value, 0);
    // However common its words are, they can't be too common in a small archive.
    if (most <= effort.countedMatches) return { articles, each: phrases.map(() => articles), counted: most };
    const stretch = effort.first({ low: KEYS.low, high });
    const sampled = within.get(stretch) ?? 0;
    const scale = sampled === 0 ? 0 : articles / sampled;
    const frequency = (search: SearchExpression) =>
      Math.round((keep(sql).get({ match: matchExpression(search), ...stretch })?.value ?? 0) * scale);
    const each = phrases.map(({ words, prefix, field }) =>
      frequency({ kind: 'words', words, prefix, field }),
    );
    // For a phrase, all articles with its words are looked into.
    const counted = phrases.map(({ words, field }, phrase) => {
      if (words.length === 1) return each[phrase] ?? 0;
      const of = words.map((word) => ({ kind: 'words' as const, words: [word], prefix: false, field }));
      return PHRASE * frequency({ kind: 'and', of });
    });
    return { articles, each, counted: counted.reduce((sum, value) => sum + value, 0) };
  };
}
