import { fold } from '../../../model/fold.ts';
import type { SearchExpression } from '../../../model/query.ts';
import { nearWords } from '../../core/words/near-words.ts';
import { searchStem, searchWords } from '../../core/words/search-words.ts';
import { searchedPhrases } from '../../core/words/searched-phrases.ts';
import type { Suggestion } from '../../results.ts';
import { createArticleTexts } from '../articles/article-texts.ts';
import type { Connection } from '../connection.ts';

/** Maximum number of words that are corrected in a search, and of articles that are counted for a word. */
const MOST_WORDS = 4;
const COUNTED = 200;

/**
 * Creates spelling suggestions for the words of a search that occur nowhere: the most frequent word one edit away. All
 * words one edit away are looked up, 10 µs each, whatever the size of the archive.
 */
export function createSuggestions(connection: Connection): (search: SearchExpression) => Suggestion[] {
  const count = connection
    .prepare<{ match: string; limit: number }, number>(
      `SELECT count(*) FROM (
         SELECT 1 FROM article_search WHERE article_search MATCH :match LIMIT :limit
       )`,
    )
    .pluck();
  const newest = connection
    .prepare<{ match: string }, number>(
      `SELECT rowid FROM article_search WHERE article_search MATCH :match
       ORDER BY rowid DESC LIMIT 1`,
    )
    .pluck();
  const textsOf = createArticleTexts(connection);
  const occurrences = (word: string, limit: number) => count.get({ match: `"${word}"`, limit }) ?? 0;

  /** Returns a word with the stem of this one, as printed in the newest article that has it. */
  const printed = (word: string): string | undefined => {
    const key = newest.get({ match: `"${word}"` });
    const article = key === undefined ? undefined : textsOf(key);
    if (article === undefined) return undefined;
    const stem = searchStem(word);
    const captions = article.images.map(({ caption }) => caption ?? '');
    for (const text of [article.headline, article.standfirst ?? '', article.body.text, ...captions]) {
      const forms = searchWords(text).filter((each) => each.stem === stem);
      const same = forms.find(({ start, end }) => fold(text.slice(start, end)) === word) ?? forms[0];
      if (same) return text.slice(same.start, same.end).toLowerCase();
    }
    return undefined;
  };

  const meant = (word: string): string | undefined => {
    let best: { word: string; articles: number } | undefined;
    for (const near of nearWords(word)) {
      const articles = occurrences(near, COUNTED);
      if (articles > (best?.articles ?? 0)) best = { word: near, articles };
    }
    return best && printed(best.word);
  };

  return (search) => {
    const words = new Set(
      searchedPhrases(search)
        .filter(({ prefix }) => !prefix)
        .flatMap(({ words }) => words),
    );
    const suggestions: Suggestion[] = [];
    for (const word of words) {
      if (suggestions.length === MOST_WORDS) break;
      const folded = fold(word);
      if (!/^[a-z]{3,}$/.test(folded) || occurrences(folded, 1) > 0) continue;
      const suggestion = meant(folded);
      if (suggestion !== undefined) suggestions.push({ word, suggestion });
    }
    return suggestions;
  };
}
