import { z } from 'zod';
import type { Suggestion } from '../../archive/results.ts';

export const SearchSuggestion = z
  .object({
    q: z.string().meta({ description: 'The search with the words replaced.', example: 'borrell defense' }),
    words: z
      .array(
        z
          .object({
            word: z.string().meta({ description: 'A word that occurs nowhere.', example: 'borell' }),
            suggestion: z.string().meta({ description: 'A similar word that occurs.', example: 'borrell' }),
          })
          .meta({ id: 'SuggestedWord', description: 'A word and a similar one.' }),
      )
      .meta({ description: 'Words that occur nowhere, and similar ones.' }),
  })
  .meta({ id: 'SearchSuggestion', description: 'Suggestion for a search without results.' });

/** Returns a corrected search; undefined if there is nothing to suggest. */
// "borell -defense", [{ word: "borell", suggestion: "borrell" }] → q: "borrell -defense"
export function suggestionFor(q: string, words: Suggestion[]): z.infer<typeof SearchSuggestion> | undefined {
  if (words.length === 0) return undefined;
  const meant = new Map(words.map(({ word, suggestion }) => [word.toLowerCase(), suggestion]));
  const replaced = q.replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => meant.get(word.toLowerCase()) ?? word);
  return { q: replaced, words };
}
