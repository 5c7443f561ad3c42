import { z } from 'zod';
import type { Suggestion } from '../../archive/results.ts';

export const SearchSuggestion = z
  .object({
    q: z.string().meta({ description: 'The search with the words replaced.', example: 'borrell defense' }),
    words: z
      .array(
        z
          .object({
            word: z
              .string()
              .meta({ description: 'A word that occurs in no article, or in few.', example: 'borell' }),
            suggestion: z
              .string()
              .meta({ description: 'A similar word that occurs in more.', example: 'borrell' }),
          })
          .meta({ id: 'SuggestedWord', description: 'A word and a similar one.' }),
      )
      .meta({ description: 'Words that are likely misspelt, and similar ones.' }),
  })
  .meta({
    id: 'SearchSuggestion',
    description: 'Suggestion for a search that finds fewer than three articles.',
  });

/** Returns a corrected search; undefined if there is nothing to suggest. */
// "borell -defense", [{ word: "borell", suggestion: "borrell" }] → q: "borrell -defense"
export function suggestionFor(q: string, words: Suggestion[]): z.infer<typeof SearchSuggestion> | undefined {
  if (words.length === 0) return undefined;
  const run = /[\p{L}\p{M}\p{N}]+/gu;
  // A word may have punctuation around it, or a genitive.
  const meant = new Map(
    words.map(({ word, suggestion }) => [(word.match(run)?.[0] ?? word).toLowerCase(), suggestion]),
  );
  const replaced = q.replace(run, (word) => meant.get(word.toLowerCase()) ?? word);
  return { q: replaced, words };
}
