import { z } from 'zod';
import type { SearchExpression } from './query.ts';
import { parseSearch, searchLimits } from './search-syntax.ts';

/** A search that finds fewer articles than this is relaxed. */
export const FEW = 3;

/** A relaxed search that finds as many articles is not relaxed further. With fewer, the best ones may be missing. */
export const ENOUGH = 10;

const Place = z.int().min(0).max(searchLimits.words);

/** Changes to a search of plain words, by the places of the words. Small, because cursors carry it. */
export const Relaxation = z.object({
  /** Stop words that are left out. */
  dropped: z.array(Place),
  /** Misspelt words and the words that are looked for; `kept` if also the word as typed. */
  corrected: z.array(z.object({ at: Place, to: z.string(), kept: z.boolean() })),
  /** Names and the other names that are also looked for. `end` is exclusive. */
  synonyms: z.array(z.object({ start: Place, end: Place, names: z.array(z.string()) })),
  /** True if one of the words is enough. */
  anyWord: z.boolean(),
});
export type Relaxation = z.infer<typeof Relaxation>;

/** Ways to relax a search, in the order in which they are tried. */
export const relaxSteps = ['stop-words', 'spelling', 'synonyms', 'any-word'] as const;

/** One way in which a search was relaxed: words as typed, and what was searched for instead. */
export interface RelaxStep {
  step: (typeof relaxSteps)[number];
  /** `searched` is empty for a word that was left out. */
  words: { word: string; searched: string[] }[];
}

/** A relaxed search in the syntax of searches, and how it came about. */
export interface RelaxedQuery {
  q: string;
  steps: RelaxStep[];
}

/** Words in a row that are replaced together. Each alternative is words in a row, all of which must occur. */
interface Unit {
  words: string[][];
  names: string[];
}

/** Returns the words of a search that has only plain words; undefined if it has other parts. */
export function plainWords(search: SearchExpression): string[] | undefined {
  const parts = search.kind === 'and' ? search.of : [search];
  const words = parts.flatMap((part) =>
    part.kind === 'words' && part.match === 'forms' && part.field === null ? part.words : [],
  );
  return words.length === parts.length ? words : undefined;
}

/** Returns a word without the punctuation around it, if that cannot be part of a sign such as #tag, .NET and C++. */
function bare(word: string): string {
  const text = word.replace(/^[^\p{L}\p{N}\p{Co}#@.]+|[^\p{L}\p{M}\p{N}\p{Co}+#]+$/gu, '');
  const isSign = /^[#@.]/.test(text) && !word.startsWith(text);
  return text === '' || isSign || /^(?:OR|AND|NOT)$/.test(text) ? word : text;
}

/** Returns a name as a phrase. */
function quoted(name: string): string {
  return `"${name.replaceAll('"', ' ')}"`;
}

function unitsOf(words: string[], { dropped, corrected, synonyms }: Relaxation): Unit[] {
  const corrections = new Map(corrected.map((each) => [each.at, each]));
  const kept = new Set(words.keys());
  for (const place of dropped) kept.delete(place);
  const wordsAt = (place: number): string[] => {
    const word = bare(words[place] ?? '');
    const correction = corrections.get(place);
    if (correction === undefined) return [word];
    return correction.kept ? [word, correction.to] : [correction.to];
  };
  const units: Unit[] = [];
  for (let place = 0; place < words.length; place += 1) {
    const named = synonyms.find(({ start }) => start === place);
    const end = named?.end ?? place + 1;
    const places = Array.from({ length: end - place }, (_, index) => place + index);
    const found = places.filter((each) => kept.has(each)).map(wordsAt);
    if (found.length > 0) units.push({ words: found, names: (named?.names ?? []).map(quoted) });
    place = end - 1;
  }
  return units;
}

/** Returns a unit as a part of a search that needs all of its words, or one of its names. */
// { words: [[goverment, government]], names: [] } → (goverment OR government)
function written({ words, names }: Unit): string {
  const [only = []] = words;
  const text =
    words.length === 1
      ? only.join(' OR ')
      : words.map((each) => grouped(each.join(' OR '), each.length)).join(' ');
  return grouped([text, ...names].join(' OR '), names.length + (words.length === 1 ? only.length : 1));
}

/** Returns alternatives in parentheses, unless there is only one. */
function grouped(text: string, alternatives: number): string {
  return alternatives > 1 ? `(${text})` : text;
}

function stepsOf(words: string[], relaxation: Relaxation, units: Unit[]): RelaxStep[] {
  const { dropped, corrected, synonyms, anyWord } = relaxation;
  const wordAt = (place: number): string => bare(words[place] ?? '');
  const steps: RelaxStep[] = [
    { step: 'stop-words', words: dropped.map((place) => ({ word: wordAt(place), searched: [] })) },
    {
      step: 'spelling',
      words: corrected.map(({ at, to, kept }) => ({
        word: wordAt(at),
        searched: kept ? [wordAt(at), to] : [to],
      })),
    },
    {
      step: 'synonyms',
      words: synonyms.map(({ start, end, names }) => {
        const word = words.slice(start, end).map(bare).join(' ');
        return { word, searched: [word, ...names] };
      }),
    },
    {
      step: 'any-word',
      words: anyWord
        ? units.flatMap(({ words }) => words.map(([word = '']) => ({ word, searched: [word] })))
        : [],
    },
  ];
  return steps.filter((step) => step.words.length > 0);
}

/**
 * Returns a relaxed search in the syntax of searches, so that it can be sent, shown and cached as any other. Undefined if
 * it breaks a limit of searches, or if the relaxation belongs to other words.
 *
 *     relaxedQuery(['the', 'goverment'], { dropped: [0], corrected: [{ at: 1, to: 'government', kept: true }], … })
 *       → q: '(goverment OR government)'
 */
export function relaxedQuery(words: string[], relaxation: Relaxation): RelaxedQuery | undefined {
  const units = unitsOf(words, relaxation);
  const parts = relaxation.anyWord
    ? units.flatMap(({ words, names }) => [...words.flat(), ...names])
    : units.map(written);
  const q = parts.join(relaxation.anyWord ? ' OR ' : ' ');
  const parsed = parseSearch(q);
  return 'error' in parsed ? undefined : { q, steps: stepsOf(words, relaxation, units) };
}
