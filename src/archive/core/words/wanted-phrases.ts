import type { ResolvedPhrase, ResolvedSearch } from './resolve-search.ts';

/** A phrase that a search wants to find. */
export interface WantedPhrase extends ResolvedPhrase {
  /** True if nothing matches without it. Alternatives are not required. */
  required: boolean;
}

/** Returns the phrases that a search wants to find, without those that it excludes. */
export function wantedPhrases(search: ResolvedSearch): WantedPhrase[] {
  return phrasesIn(search, { wanted: true, required: true });
}

function phrasesIn(
  search: ResolvedSearch,
  { wanted, required }: { wanted: boolean; required: boolean },
): WantedPhrase[] {
  switch (search.kind) {
    case 'not':
      return phrasesIn(search.of, { wanted: !wanted, required: false });
    case 'and':
      return search.of.flatMap((part) => phrasesIn(part, { wanted, required }));
    case 'or':
      return search.of.flatMap((part) => phrasesIn(part, { wanted, required: false }));
    case 'phrase':
      return wanted && search.phrases.length > 0 ? [{ ...search, required }] : [];
  }
}
