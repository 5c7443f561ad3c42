import type { SearchExpression, SearchField } from '../../../model/query.ts';
import { searchWords } from './search-words.ts';
import { spellings } from './spelling.ts';

/** Words in a row that a search looks for: each entry of `spellings` is one way to spell them, as stems. */
export interface SearchedPhrase {
  /** As typed. */
  words: string[];
  spellings: string[][];
  /** The last stem only has to begin so. */
  prefix: boolean;
  field: SearchField;
  /** Whether nothing matches without it; of alternatives, none is. */
  required: boolean;
}

/** The phrases that a search wants to find; those that it leaves out are not among them. */
export function searchedPhrases(search: SearchExpression): SearchedPhrase[] {
  return phrasesIn(search, { wanted: true, required: true });
}

function phrasesIn(
  search: SearchExpression,
  { wanted, required }: { wanted: boolean; required: boolean },
): SearchedPhrase[] {
  switch (search.kind) {
    case 'not':
      return phrasesIn(search.of, { wanted: !wanted, required: false });
    case 'and':
      return search.of.flatMap((part) => phrasesIn(part, { wanted, required }));
    case 'or':
      return search.of.flatMap((part) => phrasesIn(part, { wanted, required: false }));
    case 'words': {
      if (!wanted) return [];
      const { words, prefix, field } = search;
      const stems = spellings(words).map((spelling) =>
        spelling.flatMap((word) => searchWords(word).map(({ stem }) => stem)),
      );
      return [{ words, spellings: stems.filter(({ length }) => length > 0), prefix, field, required }];
    }
  }
}
