import type { SearchExpression, SearchField } from '../../../model/query.ts';
import { spellings } from './spelling.ts';
import { type SearchTerm, splitTerms } from './split-terms.ts';

/** Words in a row, as the search index holds them; each entry of `phrases` is one way to print them. */
export interface ResolvedPhrase {
  kind: 'phrase';
  /** As typed. */
  words: string[];
  /** Terms of each way, the way that was typed first; none if the words have no term. */
  phrases: string[][];
  /** True if the last term only has to begin so. */
  prefix: boolean;
  field: SearchField;
}

/** A search whose words are terms of the index, with the forms that the archive has of them. */
export type ResolvedSearch =
  | ResolvedPhrase
  | { kind: 'and'; of: ResolvedSearch[] }
  | { kind: 'or'; of: ResolvedSearch[] }
  | { kind: 'not'; of: ResolvedSearch };

/** Returns other forms of the same word that the archive has, the most frequent first. */
export type FormsOf = (form: string) => string[];

/** Maximum number of ways to print the words that are looked for. */
const MOST = 24;

/** Returns the terms to look for: without the last character of a run, after which the text may continue. */
function openEnded(terms: SearchTerm[]): SearchTerm[] {
  const [before, last] = terms.slice(-2);
  return before?.kind === 'pair' && last?.kind === 'last' ? terms.slice(0, -1) : terms;
}

/** Returns a word with other spellings and forms of it. */
function waysOf(form: string, formsOf: FormsOf): string[] {
  const typed = spellings([form]).map(([spelling = form]) => spelling);
  return [...new Set([form, ...typed.flatMap((each) => [each, ...formsOf(each)])])];
}

/** Returns the ways to print terms in a row, of which the last varies first. */
function combine(terms: string[], formsOf: FormsOf): string[][] {
  let ways: string[][] = [[]];
  for (const term of terms.toReversed()) {
    const room = Math.max(1, Math.floor(MOST / ways.length));
    const forms = waysOf(term, formsOf).slice(0, room);
    ways = forms.flatMap((form) => ways.map((way) => [form, ...way]));
  }
  return ways;
}

/** Returns the ways to print a word that was typed without quotation marks. */
function formsOfWord(word: string, terms: string[], formsOf: FormsOf): string[][] {
  const bare = terms.length > 1 && /['’ʼ]s$/i.test(word) && terms.at(-1) === 's' ? terms.slice(0, -1) : terms;
  const ways = combine(bare, formsOf);
  // E-mail is also printed as email.
  const joined = /^\p{L}+-\p{L}+$/u.test(word) ? waysOf(bare.join(''), formsOf).map((form) => [form]) : [];
  return [...ways, ...joined].slice(0, MOST);
}

function resolveWords(
  { words, match, field }: Extract<SearchExpression, { kind: 'words' }>,
  formsOf: FormsOf,
): ResolvedPhrase {
  const split = openEnded(splitTerms(words.join(' ')));
  const terms = split.map(({ form }) => form);
  const phrase = { kind: 'phrase', words, field } as const;
  if (terms.length === 0) return { ...phrase, phrases: [], prefix: false };
  const end = split.at(-1)?.kind;
  // One character of a script without spaces begins a pair, or is the last of a run.
  if (end === 'last') return { ...phrase, phrases: [terms], prefix: true };
  if (match === 'prefix') return { ...phrase, phrases: [terms], prefix: end === 'word' };
  // A sign is typed to be found: C++ is not C, and #tag is not tag.
  const exact = match === 'exact' || split.some(({ kind }) => kind !== 'word');
  return {
    ...phrase,
    phrases: exact ? [terms] : formsOfWord(words.join(' '), terms, formsOf),
    prefix: false,
  };
}

/** Resolves a search against the forms that an archive has. */
export function resolveSearch(search: SearchExpression, formsOf: FormsOf): ResolvedSearch {
  switch (search.kind) {
    case 'words':
      return resolveWords(search, formsOf);
    case 'not':
      return { kind: 'not', of: resolveSearch(search.of, formsOf) };
    case 'and':
    case 'or':
      return { kind: search.kind, of: search.of.map((part) => resolveSearch(part, formsOf)) };
  }
}
