import type { SearchExpression, SearchField } from '../../news/query.ts';
import { spellings } from '../spelling.ts';
import { searchWords } from './search-words.ts';

/** Words in a row that a search looks for: each entry of `spellings` is one way to spell them, as stems. */
export interface SearchedPhrase {
  /** As typed. */
  words: string[];
  spellings: string[][];
  /** The last stem only has to begin so. */
  prefix: boolean;
  field: SearchField;
}

/** The phrases that a search wants to find; those that it leaves out are not among them. */
export function searchedPhrases(search: SearchExpression, wanted = true): SearchedPhrase[] {
  if (search.kind === 'not') return searchedPhrases(search.of, !wanted);
  if (search.kind !== 'words') return search.of.flatMap((part) => searchedPhrases(part, wanted));
  const { words, prefix, field } = search;
  if (!wanted) return [];
  const stems = spellings(words).map((spelling) =>
    spelling.flatMap((word) => searchWords(word).map(({ stem }) => stem)),
  );
  return [{ words, spellings: stems.filter(({ length }) => length > 0), prefix, field }];
}
