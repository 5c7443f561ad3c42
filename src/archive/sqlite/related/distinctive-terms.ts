import { foldedWords } from '../../../model/fold.ts';
import type { SearchExpression } from '../../../model/query.ts';
import type { ResolvedSearch } from '../../core/words/resolve-search.ts';
import { splitTerms } from '../../core/words/split-terms.ts';
import type { ArticleTexts } from '../articles/article-texts.ts';
import type { Connection } from '../connection.ts';
import { matchExpression } from '../search/match-expression.ts';
import { commonFrom } from './distinctive.ts';

/** A word as printed, and the keys of the articles that have it, ascending. */
export interface DistinctiveTerm {
  term: string;
  articles: number[];
  /** Those that have it in headline or standfirst. */
  headed: number[];
}

/** Maximum number of words that are looked up, and that are returned. */
const CANDIDATES = 24;
const TERMS = 4;
/** Minimum length of a word. */
const SHORTEST = 4;
/** Maximum number of articles with a word. */
const RARE = 2_000;

/** Fields whose words say what an article is about. */
const heads = ['headline', 'standfirst'] as const;

export const termSql = `
  SELECT rowid FROM article_search WHERE article_search MATCH :match
  ORDER BY rowid
  LIMIT :limit`;

/**
 * Creates a read of the rarest words of an article's headline and standfirst that other articles have, too: at most
 * four, none in more than 2,000 articles or a quarter of the archive, and none that is part of the given names.
 */
export function createDistinctiveTerms(
  connection: Connection,
  resolve: (search: SearchExpression) => ResolvedSearch,
): (texts: ArticleTexts, names: string[], archiveSize: number) => DistinctiveTerm[] {
  const having = connection.prepare<{ match: string; limit: number }, number>(termSql).pluck();

  const keysOf = (search: ResolvedSearch, limit: number) =>
    having.all({ match: matchExpression(search), limit });

  return ({ headline, standfirst }, names, archiveSize) => {
    const known = new Set(names.flatMap((name) => foldedWords(name)));
    const words = new Map<string, string>();
    for (const text of [headline, standfirst ?? '']) {
      for (const { form, kind, start, end } of splitTerms(text)) {
        if (kind !== 'word' || form.length < SHORTEST || /^\d+$/.test(form) || known.has(form)) continue;
        if (!words.has(form)) words.set(form, text.slice(start, end).toLowerCase());
      }
    }
    const seen = new Set<string>();
    const searches = [...words.values()].slice(0, CANDIDATES).flatMap((term) => {
      const search = resolve({ kind: 'words', words: [term], match: 'forms', field: null });
      if (search.kind !== 'phrase') return [];
      const forms = search.phrases.flat();
      const isForm = forms.some((form) => seen.has(form));
      for (const form of forms) seen.add(form);
      return isForm ? [] : [{ term, search }];
    });
    const most = Math.min(RARE, commonFrom(archiveSize) - 1);
    return searches
      .map(({ term, search }) => ({ term, search, articles: keysOf(search, most + 1) }))
      .filter(({ articles }) => articles.length > 1 && articles.length <= most)
      .sort((a, b) => a.articles.length - b.articles.length || (a.term < b.term ? -1 : 1))
      .slice(0, TERMS)
      .map(({ term, search, articles }) => ({
        ...{ term, articles },
        headed: keysOf({ kind: 'or', of: heads.map((field) => ({ ...search, field })) }, most),
      }));
  };
}
