import { fold } from '../../../model/fold.ts';
import type { SearchExpression } from '../../../model/query.ts';
import { nearWords } from '../../core/words/near-words.ts';
import { wantedPhrases } from '../../core/words/wanted-phrases.ts';
import type { Suggestion } from '../../results.ts';
import type { Connection } from '../connection.ts';
import { createSearchResolver, createVocabulary } from './vocabulary.ts';

/** Maximum number of words that are corrected in a search. */
const MOST_WORDS = 4;

/** A correction must occur in this many times more articles than the word. */
const CLEARLY = 50;

/** Shortest word that is corrected. */
const SHORTEST = 4;

/**
 * Creates spelling suggestions for the words of a search: the most frequent word one edit away, words of names before
 * others, if it is in far more articles. All words one edit away are looked up, a few µs each, whatever the size of the
 * archive.
 */
export function createSuggestions(connection: Connection): (search: SearchExpression) => Suggestion[] {
  const { articlesWith } = createVocabulary(connection);
  const resolve = createSearchResolver(connection);
  const isName = connection
    .prepare<{ word: string }, number>('SELECT 1 FROM tag_words WHERE word = :word LIMIT 1')
    .pluck();

  const meant = (form: string): string | undefined => {
    const least = Math.max(1, CLEARLY * articlesWith(form));
    const candidates = nearWords(form)
      .map((word) => ({ word, articles: articlesWith(word) }))
      .filter(({ articles }) => articles >= least)
      .map((each) => ({ ...each, name: isName.get({ word: each.word }) ?? 0 }));
    candidates.sort((a, b) => b.name - a.name || b.articles - a.articles);
    return candidates[0]?.word;
  };

  return (search) => {
    const words = new Set(
      wantedPhrases(resolve(search))
        .filter(({ prefix }) => !prefix)
        .flatMap((phrase) => phrase.words),
    );
    const suggestions: Suggestion[] = [];
    for (const word of words) {
      if (suggestions.length === MOST_WORDS) break;
      const form = fold(word);
      if (form.length < SHORTEST || !/^[a-z]+$/.test(form) || isName.get({ word: form }) !== undefined)
        continue;
      const suggestion = meant(form);
      if (suggestion !== undefined) suggestions.push({ word, suggestion });
    }
    return suggestions;
  };
}
