import { foldWord } from './fold-word.ts';

/** Letter case of a word. `initial` is a single capital; `mark` is punctuation. */
export type Shape = 'lower' | 'capital' | 'upper' | 'initial' | 'caseless' | 'number' | 'mark';

/** A word or punctuation mark. Offsets are UTF-16 code units into the text. */
export interface Token {
  start: number;
  end: number;
  /** Folded word, or the mark itself; `¶` for a blank line, `'s` for a possessive. */
  key: string;
  shape: Shape;
  /** True if a hyphen connects it to the word before. */
  tied: boolean;
}

/** Abbreviations whose full stop does not end a sentence. */
const abbreviations = new Set(
  'mr mrs ms mx dr prof st ste mt ft gen col lt maj capt cpl sgt adm cmdr sen rep gov pres sec hon rev jr sr atty asst dist no vs'.split(
    ' ',
  ),
);

/** Scripts without spaces between words, where each character counts as a word. */
const unspaced = '\\p{Script=Han}\\p{Script=Hangul}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}';
const letter = `[[\\p{L}\\p{M}\\p{N}]--[${unspaced}]]`;

const pieces = new RegExp(
  [
    '(?<break>\\n\\s*\\n)',
    '(?<space>\\s+?)',
    // U.S., J.R.R., with or without the last full stop
    '(?<acronym>(?:\\p{Lu}\\.){2,}(?:\\p{Lu}(?![\\p{L}\\p{N}]))?)',
    "(?<possessive>(?<=[\\p{L}\\p{M}\\p{N}.])['’ʼ＇][sS](?![\\p{L}\\p{N}]))",
    `(?<character>[${unspaced}]\\p{M}*)`,
    // Includes apostrophes (O’Brien) except possessives, and invisible characters inside a word.
    `(?<word>${letter}(?:${letter}|[\\u00AD\\u200B-\\u200D\\u2060](?=\\p{L})|['’ʼ＇](?![sS](?![\\p{L}\\p{N}]))(?=\\p{L}))*)`,
    '(?<mark>\\S)',
  ].join('|'),
  'vy',
);

/**
 * Splits a text into words and marks. A hyphen splits a word but is not a token, so that "Tae-yul" matches "Tae yul".
 * Neither is the full stop of an initial or an abbreviation.
 *
 *     tokenize("EU's J. Borrell")  // eu, 's, j, borrell
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let tied = false;
  for (let start = 0; start < text.length; ) {
    const plain = plainWordEnd(text, start);
    if (plain > start) {
      const exact = text.slice(start, plain);
      tokens.push({ start, end: plain, key: exact.toLowerCase(), shape: plainShapeOf(exact), tied });
      tied = false;
      start = plain;
      continue;
    }
    if (text.charCodeAt(start) === 0x20) {
      start += 1;
      continue;
    }
    pieces.lastIndex = start;
    const match = pieces.exec(text);
    const exact = match?.[0] ?? text.charAt(start);
    const groups = match?.groups ?? {};
    const end = start + exact.length;
    const before = tokens.at(-1);
    if (groups.space !== undefined) {
      start = end;
      continue;
    }
    if (groups.mark !== undefined) {
      if (/^[-‐‑‒–−]$/.test(exact) && before?.end === start && /[\p{L}\p{N}]/u.test(text[end] ?? '')) {
        tied = true;
        start = end;
        continue;
      }
      if (exact !== '.' || before?.end !== start || !isAbbreviation(before)) {
        tokens.push({ start, end, key: exact, shape: 'mark', tied: false });
      }
    } else if (groups.break !== undefined) {
      tokens.push({ start, end: start, key: '¶', shape: 'mark', tied: false });
    } else if (groups.possessive !== undefined) {
      tokens.push({ start, end, key: "'s", shape: 'mark', tied: false });
    } else {
      tokens.push({ start, end, key: foldWord(exact), shape: shapeOf(exact), tied });
    }
    tied = false;
    start = end;
  }
  return tokens;
}

/**
 * Returns the end of a word of ASCII letters and digits, four times as fast as the pattern above. Returns `start` if a
 * word needs the pattern, because of an apostrophe, a diacritic or an acronym.
 */
function plainWordEnd(text: string, start: number): number {
  let end = start;
  while (isPlain(text.charCodeAt(end))) end += 1;
  const next = text.charCodeAt(end);
  if (next > 0x7f || next === 0x27 || (next === 0x2e && end === start + 1)) return start;
  return end;
}

function isPlain(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);
}

function plainShapeOf(word: string): Shape {
  const lower = /[a-z]/.test(word);
  if (!/[A-Z]/.test(word)) return lower ? 'lower' : 'number';
  if (lower) return 'capital';
  return word.length === 1 ? 'initial' : 'upper';
}

function isAbbreviation(before: Token): boolean {
  return before.shape === 'initial' || (before.shape !== 'lower' && abbreviations.has(before.key));
}

function shapeOf(word: string): Shape {
  if (/^\p{Lu}\p{M}*$/u.test(word)) return 'initial';
  if (/^\p{Ll}+$/u.test(word)) return 'lower';
  if (/^\P{L}+$/u.test(word)) return 'number';
  if (!/[\p{Lu}\p{Lt}]/u.test(word)) return /\p{Ll}/u.test(word) ? 'lower' : 'caseless';
  return /\p{Ll}/u.test(word) ? 'capital' : 'upper';
}
