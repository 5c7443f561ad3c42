import {
  calendar,
  nations,
  offices,
  organizationEnds,
  particles,
  places,
  placeWords,
  speechVerbs,
  suffixes,
  titles,
} from './lexicon.ts';
import { filterHas, hashWord, type WordFilter } from './word-filter.ts';

/** The lists that the model carries, as filters. */
export interface NameLists {
  firstNames: WordFilter;
  surnames: WordFilter;
  places: WordFilter;
  /** Words that English prose writes small. */
  smallWords: WordFilter;
}

/** What can be told of a word by itself; hashes are of the lower-cased word without accents. */
export interface WordFacts {
  lower: string;
  hash: number;
  capital: boolean;
  prefix: number;
  suffix2: number;
  suffix3: number;
  /** Upper, lower, digit, sign: "Xx", "xx", "X.", "99"; runs are collapsed. */
  shape: number;
  /** Bit set of `fact`. */
  bits: number;
}

/** The bits of `WordFacts.bits`. */
export const fact = {
  capital: 1,
  allCapitals: 2,
  initial: 4,
  firstName: 8,
  surname: 16,
  place: 32,
  smallWord: 64,
  title: 128,
  office: 256,
  speechVerb: 512,
  organizationEnd: 1024,
  placeWord: 2048,
  particle: 4096,
  suffix: 8192,
  calendar: 16384,
  hyphenated: 32768,
  preposition: 65536,
  nation: 131072,
} as const;

/** Looks a word up in all lists. */
export function readWord(text: string, lists: NameLists): WordFacts {
  const lower = foldName(text);
  const hash = hashWord(lower);
  const capital = /^\p{Lu}/u.test(text);
  let bits = 0;
  if (capital) bits |= fact.capital;
  if (/^\p{Lu}[\p{Lu}\p{M}\p{N}'’-]+$/u.test(text)) bits |= fact.allCapitals;
  if (/^(?:\p{Lu}\.)+$|^\p{Lu}$/u.test(text)) bits |= fact.initial;
  if (capital) bits |= listed(lower, hash, lists);
  if (filterHas(lists.smallWords, hash)) bits |= fact.smallWord;
  for (const [words, bit] of lexical) if (words.has(lower)) bits |= bit;
  if (lower.includes('-')) bits |= fact.hyphenated;
  return {
    lower,
    hash,
    capital,
    prefix: hashWord(`^${lower.slice(0, 3)}`),
    suffix2: hashWord(`$${lower.slice(-2)}`),
    suffix3: hashWord(`$${lower.slice(-3)}`),
    shape: hashWord(shapeOf(text)),
    bits,
  };
}

/** A word as the lists hold it: small, without accents, with a typewriter apostrophe. // "D’Équerre" → "d'equerre" */
export function foldName(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('’', "'");
}

const lexical: [ReadonlySet<string>, number][] = [
  [titles, fact.title],
  [offices, fact.office],
  [speechVerbs, fact.speechVerb],
  [organizationEnds, fact.organizationEnd],
  [placeWords, fact.placeWord],
  [particles, fact.particle],
  [suffixes, fact.suffix],
  [calendar, fact.calendar],
  [places, fact.preposition],
  [nations, fact.nation],
];

/** A hyphenated word counts by its parts too: "Anne-Marie", "Al-Abadi". */
function listed(lower: string, hash: number, lists: NameLists): number {
  let bits = 0;
  if (filterHas(lists.places, hash)) bits |= fact.place;
  const parts = lower.includes('-') ? lower.split('-') : [];
  const hashes = [hash, ...parts.filter((part) => part.length > 2).map(hashWord)];
  if (hashes.some((part) => filterHas(lists.firstNames, part))) bits |= fact.firstName;
  if (hashes.some((part) => filterHas(lists.surnames, part))) bits |= fact.surname;
  return bits;
}

function shapeOf(text: string): string {
  return text
    .replace(/\p{Lu}+/gu, (run) => (run.length > 1 ? 'XX' : 'X'))
    .replace(/\p{Ll}+/gu, 'x')
    .replace(/\p{N}+/gu, '9');
}
