import { foldedWords } from '../../../model/fold.ts';
import { searchWords } from '../../core/words/search-words.ts';
import type { ArticleTexts } from '../articles/article-texts.ts';
import type { Connection } from '../connection.ts';
import { matchExpression } from '../search/match-expression.ts';

/** A word as it is printed, and the articles that have it, by their keys in ascending order. */
export interface TellingTerm {
  term: string;
  articles: number[];
}

/** Words looked at, how many are kept, in how many articles they may be, and how short they may be. */
const LOOKED_AT = 24;
const TERMS = 4;
const RARE = 2_000;
const SHORTEST = 4;

/** A word in more than one of so many articles tells nothing. */
const SHARE = 4;

export const termSql = `
  SELECT rowid FROM article_search WHERE article_search MATCH :match
  ORDER BY rowid
  LIMIT :limit`;

/**
 * Gives the rarest words of an article's headline and standfirst that other articles have too: at most four, none
 * of them in more than 2,000 articles, none of them from these names.
 */
export function tellingTerms(
  connection: Connection,
): (texts: ArticleTexts, names: string[], archiveSize: number) => TellingTerm[] {
  const having = connection.prepare<{ match: string; limit: number }, number>(termSql).pluck();

  return ({ headline, standfirst }, names, archiveSize) => {
    const known = new Set(names.flatMap((name) => foldedWords(name)));
    const words = new Map<string, string>();
    for (const text of [headline, standfirst ?? '']) {
      for (const { stem, start, end } of searchWords(text)) {
        const term = text.slice(start, end).toLowerCase();
        if (term.length < SHORTEST || /^\d+$/.test(term) || words.has(stem)) continue;
        if (!foldedWords(term).some((word) => known.has(word))) words.set(stem, term);
      }
    }
    const most = Math.min(RARE, Math.floor(archiveSize / SHARE));
    return [...words.values()]
      .slice(0, LOOKED_AT)
      .map((term) => {
        const match = matchExpression({ kind: 'words', words: [term], prefix: false, field: null });
        return { term, articles: having.all({ match, limit: most + 1 }) };
      })
      .filter(({ articles }) => articles.length > 1 && articles.length <= most)
      .sort((a, b) => a.articles.length - b.articles.length || (a.term < b.term ? -1 : 1))
      .slice(0, TERMS);
  };
}
