import { foldForm } from './fold-form.ts';

/** A term of the search index with its place in the text: UTF-16 code units, end exclusive. */
export interface SearchTerm {
  /** Folded word, pair of characters of a script without spaces, or sign. */
  form: string;
  kind: TermKind;
  start: number;
  end: number;
}

/**
 * Kind of a term. A run of a script without spaces has a `pair` for each two neighbouring characters, and its `last`
 * character, so that a search for one character finds it. A search leaves out the last where its own text ends.
 */
export type TermKind = 'word' | 'sign' | 'pair' | 'last';

/** Characters of scripts that are written without spaces. */
const unspaced =
  '[[\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmer}\\p{scx=Myanmar}\\p{scx=Tibetan}]&&[\\p{L}\\p{M}\\p{Nl}\\p{No}]]';
const joiners = '\\u00ad\\u034f\\u200c\\u200d\\u2060\\ufe00-\\ufe0f';
/** Word characters: letters, digits, private-use characters, and marks on them. */
const wordStart = `[[\\p{L}\\p{N}\\p{Co}]--${unspaced}]`;
const wordPart = `[[\\p{L}\\p{N}\\p{M}\\p{Co}${joiners}]--${unspaced}]`;

const terms = new RegExp(
  [
    `(?<run>${unspaced}+)`,
    `(?<word>${wordStart}${wordPart}*)`,
    // C++ and C#, but not the plus of a sum.
    '(?<tail>(?<=[\\p{L}\\p{N}])(?:\\+{1,2}|#)(?![\\p{L}\\p{N}+#]))',
    // digital.gov, name@example.com, 3.5, 1,000, 10:30
    '(?<inner>(?<=[\\p{L}\\p{N}])[.@](?=[\\p{L}\\p{N}])|(?<=\\p{Nd})[,:](?=\\p{Nd}))',
    // #tag, @name, .NET
    '(?<head>(?<![\\p{L}\\p{N}\\p{P}\\p{S}])[#@.](?=[\\p{L}\\p{N}]))',
  ].join('|'),
  'gv',
);

/** Longest word that is kept whole, in UTF-16 code units. Longer ones are cut, as data and addresses are. */
const LONGEST = 128;

/** Number of folded words that are remembered: news repeats its words. */
const MOST_KEPT = 50_000;
const folded = new Map<string, string>();

function formOf(word: string): string {
  const known = folded.get(word);
  if (known !== undefined) return known;
  // One character may stand for a phrase, as U+FDFA does.
  const form = foldForm(word.slice(0, LONGEST)).replace(/\s+/gu, '');
  if (folded.size >= MOST_KEPT) folded.clear();
  folded.set(word, form);
  return form;
}

/** Returns the folded characters of a run, each with its place in the text. */
function charactersOf(run: string, start: number): Omit<SearchTerm, 'kind'>[] {
  const characters: Omit<SearchTerm, 'kind'>[] = [];
  // A half-width letter and its voiced sound mark are one character: ｶﾞ is ガ.
  for (const { 0: unit, index } of run.matchAll(/.(?:\u3099|\u309a|[\uff9e\uff9f]|[\ufe00-\ufe0f])*/gsu)) {
    for (const form of formOf(unit)) {
      characters.push({ form, start: start + index, end: start + index + unit.length });
    }
  }
  return characters;
}

/** Returns each pair of neighbouring characters, and the last character. */
function pairsOf(characters: Omit<SearchTerm, 'kind'>[]): SearchTerm[] {
  return characters.map((first, at) => {
    const second = characters[at + 1];
    return second
      ? { form: first.form + second.form, kind: 'pair', start: first.start, end: second.end }
      : { ...first, kind: 'last' };
  });
}

/**
 * Splits a text into the terms of the search index, in order: folded words, pairs of characters of scripts without
 * spaces, and the signs that tell C++ from C, .NET from net, #tag from tag and 3.5 from 3 5.
 *
 *     splitTerms('Cafés, 3.5 %') → cafes, 3, ., 5        splitTerms('東京都') → 東京, 京都, 都
 */
export function splitTerms(text: string): SearchTerm[] {
  const found: SearchTerm[] = [];
  for (const { 0: match, index, groups } of text.matchAll(terms)) {
    if (groups?.run !== undefined) {
      found.push(...pairsOf(charactersOf(match, index)));
      continue;
    }
    const isWord = groups?.word !== undefined;
    const form = isWord ? formOf(match) : match;
    // Folding may leave nothing of a character.
    if (form !== '') {
      found.push({ form, kind: isWord ? 'word' : 'sign', start: index, end: index + match.length });
    }
  }
  return found;
}
