import type { SearchExpression } from '../../../model/query.ts';
import { MOST_CORRECTED } from '../../core/words/relax-search.ts';
import { wantedPhrases } from '../../core/words/wanted-phrases.ts';
import type { Suggestion } from '../../results.ts';
import type { Connection } from '../connection.ts';
import { createSearchResolver } from './vocabulary.ts';
import { createWordCorrections } from './word-corrections.ts';

/** Creates spelling suggestions for the words that a search wants to find. */
export function createSuggestions(connection: Connection): (search: SearchExpression) => Suggestion[] {
  const resolve = createSearchResolver(connection);
  const correct = createWordCorrections(connection);
  return (search) => {
    const words = new Set(
      wantedPhrases(resolve(search))
        .filter(({ prefix }) => !prefix)
        .flatMap((phrase) => phrase.words),
    );
    const suggestions: Suggestion[] = [];
    for (const word of words) {
      if (suggestions.length === MOST_CORRECTED) break;
      const correction = correct(word);
      if (correction) suggestions.push({ word, suggestion: correction.to });
    }
    return suggestions;
  };
}
