import { stemOf } from './stem.ts';

/** A word of a text as a search sees it: its stem, and where it stands, in UTF-16 code units, end exclusive. */
export interface SearchWord {
  stem: string;
  start: number;
  end: number;
}

const MOST_KEPT = 50_000;
const stems = new Map<string, string>();

/** The combining marks that FTS5 leaves within a word: two masks from U+0300 and U+0320 on. */
const marks = [0x08029fdf, 0x000361f8]
  .flatMap((mask, half) =>
    Array.from({ length: 32 }, (_, bit) => ((mask >>> bit) & 1 ? 0x0300 + half * 32 + bit : 0)),
  )
  .filter((mark) => mark > 0)
  .map((mark) => String.fromCodePoint(mark))
  .join('');
const word = new RegExp(`[\\p{L}\\p{N}\\p{Co}][\\p{L}\\p{N}\\p{Co}${marks}]*`, 'gu');

/** Letters that only look like others. */
const alike: Record<string, string> = { µ: 'μ', ſ: 's', ς: 'σ', ẞ: 'ß' };

/** One letter as FTS5's unicode61 folds it: lower case, and a Latin letter without its diacritics. */
function foldLetter(letter: string): string {
  const lower = alike[letter] ?? letter.toLowerCase();
  const base = lower.normalize('NFD').replace(/\p{M}+/gu, '');
  return /^[a-z]?$/.test(base) ? base : String.fromCodePoint(lower.codePointAt(0) ?? 0);
}

function foldWord(text: string): string {
  if (/^[\w]*$/.test(text)) return text.toLowerCase();
  return Array.from(text, foldLetter).join('');
}

/** The stem of one word as typed or printed. Stems are remembered: news repeats its words. */
export function searchStem(text: string): string {
  const known = stems.get(text);
  if (known !== undefined) return known;
  const stem = stemOf(foldWord(text));
  if (stems.size >= MOST_KEPT) stems.clear();
  stems.set(text, stem);
  return stem;
}

/**
 * The words of a text in order, as the search index holds them (FTS5, `porter unicode61 remove_diacritics 2`):
 * runs of letters, digits and private-use characters with the diacritics on them. FTS5 knows the characters of
 * Unicode 6.1; it takes later ones for letters, and their capitals for other letters.
 *
 *     searchWords('Cafés, 2024') → [{ stem: 'cafe', start: 0, end: 5 }, { stem: '2024', start: 7, end: 11 }]
 */
export function searchWords(text: string): SearchWord[] {
  const words: SearchWord[] = [];
  word.lastIndex = 0;
  for (let found = word.exec(text); found !== null; found = word.exec(text)) {
    words.push({ stem: searchStem(found[0]), start: found.index, end: word.lastIndex });
  }
  return words;
}
