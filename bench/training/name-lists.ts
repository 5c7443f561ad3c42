import { foldName, type NameLists } from '../../src/reading/mentions/discovery/word-facts.ts';
import { buildWordFilter } from './build-word-filter.ts';
import type { WordLists } from './word-lists.ts';

/** The filters that a model carries: names, words of place names, and the words that `prose` writes small. */
export function buildNameLists(words: WordLists, prose: readonly string[]): NameLists {
  const filter = (list: readonly string[]) => buildWordFilter(new Set(list.map(foldName)));
  const placeWords = words.places.flatMap((place) => place.split(/\s+/)).filter((word) => word.length > 3);
  return {
    firstNames: filter(words.firstNames),
    surnames: filter(words.surnames),
    places: filter(placeWords),
    smallWords: buildWordFilter(smallWords(prose)),
  };
}

function smallWords(prose: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const text of prose)
    for (const [word] of text.matchAll(/\p{L}[\p{L}\p{M}]*/gu))
      if (word === word.toLowerCase()) counts.set(foldName(word), (counts.get(foldName(word)) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count > 1).map(([word]) => word));
}
