import type { ResolvedSearch } from '../../core/words/resolve-search.ts';
import type { WantedPhrase } from '../../core/words/wanted-phrases.ts';
import type { Connection } from '../connection.ts';
import type { KeyBounds } from '../lists/publication-bounds.ts';
import type { RangeScanner } from '../lists/range-scanner.ts';
import { KEYS } from '../publication-keys.ts';
import { matchExpression } from './match-expression.ts';

/** Frequencies of the phrases of a search, estimated from the newest articles. */
export interface Frequencies {
  articles: number;
  /** Number of articles with each phrase. */
  each: number[];
  /** Cost of counting all of them, in matches of single words. */
  counted: number;
}

/** Cost of a phrase, relative to a word, for each article that has all of its words. */
const PHRASE = 3;

/** True if each way to print a phrase is one term. */
function isWord({ phrases }: WantedPhrase): boolean {
  return phrases.every(({ length }) => length === 1);
}

/** Creates an estimate of phrase frequencies from the first range of articles below a key: at most 1 ms per word. */
export function createWordFrequencies(
  connection: Connection,
  scanner: RangeScanner,
): (phrases: WantedPhrase[], high: number) => Frequencies {
  const count = connection
    .prepare<KeyBounds & { match: string }, number>(
      `SELECT count(*) FROM article_search
       WHERE article_search MATCH :match
         AND rowid >= CAST(:low AS INTEGER) AND rowid < CAST(:high AS INTEGER)`,
    )
    .pluck();
  const all = connection.prepare<[], number>('SELECT articles FROM archive').pluck();
  const within = connection
    .prepare<{ low: number; high: number }, number>(
      'SELECT count(*) FROM articles WHERE key >= :low AND key < :high',
    )
    .pluck();
  return (phrases, high) => {
    const articles = all.get() ?? 0;
    const work = phrases.map((phrase) => (isWord(phrase) ? articles : PHRASE * articles));
    const most = work.reduce((sum, value) => sum + value, 0);
    // In a small archive no word is too common.
    if (most <= scanner.budget.countedMatches)
      return { articles, each: phrases.map(() => articles), counted: most };
    const sample = scanner.first({ low: KEYS.low, high });
    const sampled = within.get(sample) ?? 0;
    const scale = sampled === 0 ? 0 : articles / sampled;
    const frequency = (search: ResolvedSearch) =>
      Math.round((count.get({ match: matchExpression(search), ...sample }) ?? 0) * scale);
    const each = phrases.map(frequency);
    // For a phrase, FTS5 reads all articles that have its words.
    const counted = phrases.map((phrase, index) => {
      if (isWord(phrase)) return each[index] ?? 0;
      const [terms = []] = phrase.phrases;
      return PHRASE * frequency({ kind: 'and', of: terms.map((term) => ({ ...phrase, phrases: [[term]] })) });
    });
    return { articles, each, counted: counted.reduce((sum, value) => sum + value, 0) };
  };
}
