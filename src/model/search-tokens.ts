import type { SearchField, WordMatch } from './query.ts';
import { SyntaxFaultError } from './syntax-fault.ts';

/** Token of a search with its position in UTF-16 code units. */
export type SearchToken = { start: number; end: number } & (
  | { kind: 'open' | 'close' | 'or' | 'and' | 'not' }
  | { kind: 'field'; field: SearchField }
  | { kind: 'words'; words: string[]; match: WordMatch }
);

const fields = ['headline', 'standfirst', 'body', 'caption'] as const;

/**
 * Marks that open a phrase, and those that close it (CLDR, delimiters). A language may open with the mark that closes in
 * another: „Polish”, ”Swedish”, »German«, “English”. People also mix them with the marks of their keyboard.
 */
const closingMarks: Record<string, string> = {
  '"': '"',
  '＂': '＂"',
  '“': '”“"',
  '”': '”“"',
  '„': '“”‟"',
  '‟': '”"',
  '«': '»"',
  '»': '«»"',
  '‹': '›',
  '›': '‹›',
  '‚': '‘’',
  '‘': '’‘',
  '’': '’',
  '‛': '’',
  '「': '」',
  '『': '』',
  '｢': '｣',
  '《': '》',
  '〈': '〉',
  '〝': '〞〟〝',
};
/** Marks that may also be an apostrophe, or what is left of a cut quotation. Unclosed, they mean nothing. */
const looseMarks = '”»›‚‘’‛';
/** Marks that end a word. The others may occur in one, as apostrophes and inches do. */
const breakingMarks = '"＂“„‟«「『｢《〈〝';

const operators = { OR: 'or', AND: 'and', NOT: 'not' } as const;

/** A field as people type it, also `Headline: word` and `headline : word`. */
const knownField = new RegExp(`^(${fields.join('|')})[ \\u00A0\\u202F]?[:：]\\s*(?=[^\\s:/)])`, 'iu');
/** A word. Hebrew abbreviations contain a quotation mark. */
const wordHere = new RegExp(
  `^(?:[^\\s\\p{Cc}()${breakingMarks}]|(?<=\\p{Script=Hebrew})"(?=\\p{Script=Hebrew}))+`,
  'u',
);

function isOperator(text: string): text is keyof typeof operators {
  return Object.hasOwn(operators, text);
}

function isSearchable(text: string): boolean {
  return /[\p{L}\p{N}\p{Co}]/u.test(text);
}

/**
 * Returns the length of the phrase that begins the text, including its marks; undefined if it is not closed. A single
 * mark within a word is an apostrophe.
 */
function phraseLength(text: string): number | undefined {
  const closing = closingMarks[text.charAt(0)] ?? '';
  // A phrase between marks of the keyboard may contain others. People who type both close with either.
  for (const marks of closing === '"' ? ['"', '”“'] : [closing]) {
    const found = text.slice(1).search(new RegExp(`[${marks}]${/[‘’]/.test(marks) ? notInWord : ''}`, 'u'));
    if (found >= 0) return found + 2;
  }
  return undefined;
}

const notInWord = '(?![\\p{L}\\p{N}])';

/** Characters that keyboards and editors put in place of a hyphen. */
const dashes = '\u2010\u2011\u2012\u2013\u2212\uFE63\uFF0D';
const dashed = new RegExp(`^[${dashes}](?![-\\s\\p{Cc}\u2014${dashes}])`, 'u');
const betweenDashes = new RegExp(`^[${dashes}][^${dashes}]*[${dashes}](?=\\s|$)`, 'u');

/** True if a minus begins here: a hyphen, or a dash that cannot be one of a pair or of a range of numbers. */
function isMinus(before: string, rest: string): boolean {
  if (/^-[^\s\p{Cc}-]/u.test(rest)) return true;
  if (!dashed.test(rest) || betweenDashes.test(rest) || /[^\s(:：]$/u.test(before)) return false;
  return !(/\d$/.test(before.trimEnd()) && /^.\d/u.test(rest));
}

function fieldNamed(name: string, start: number, end: number): SearchField {
  const field = fields.find((each) => each === name);
  if (field) return field;
  throw new SyntaxFaultError(
    `Unknown search field "${name}"; expected ${fields.join(', ')}. To search for these words, put them in quotation marks.`,
    start,
    end,
  );
}

/**
 * Splits a search into tokens. Words without a letter or digit are dropped. Throws SyntaxFaultError for an unclosed
 * phrase, an unknown field, or a prefix of less than two letters.
 *
 *     headline:sec* -"old pier" → field headline, words [sec] prefix, not, words [old, pier]
 */
export function searchTokens(text: string): SearchToken[] {
  const tokens: SearchToken[] = [];
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at);
    const blank = /^[\s\p{Cc}]+/u.exec(rest);
    if (blank) {
      at += blank[0].length;
      continue;
    }
    const start = at;
    const first = rest.charAt(0);
    const phrase = Object.hasOwn(closingMarks, first) ? phraseLength(rest) : undefined;
    if (first === '(' || first === ')') {
      at += 1;
      tokens.push({ kind: first === '(' ? 'open' : 'close', start, end: at });
    } else if (phrase !== undefined) {
      const words = rest
        .slice(1, phrase - 1)
        .split(/[\s\p{Cc}]+/u)
        .filter(isSearchable);
      at += phrase;
      const prefix = text.charAt(at) === '*';
      if (prefix) at += 1;
      if (words.length > 0) {
        tokens.push({ kind: 'words', words, match: prefix ? 'prefix' : 'exact', start, end: at });
      }
    } else if (Object.hasOwn(closingMarks, first) && !looseMarks.includes(first)) {
      throw new SyntaxFaultError('This quotation mark is not closed.', start, text.length);
    } else if (isMinus(text.slice(0, start), rest)) {
      at += 1;
      tokens.push({ kind: 'not', start, end: at });
    } else {
      const field = knownField.exec(rest) ?? /^([a-z]+):(?=[^\s:/)])/.exec(rest);
      if (field?.[1]) {
        at += field[0].length;
        const name = fieldNamed(field[1].toLowerCase(), start, at);
        tokens.push({ kind: 'field', field: name, start, end: at });
        continue;
      }
      const word = wordHere.exec(rest)?.[0] ?? first;
      at += word.length;
      if (isOperator(word)) {
        tokens.push({ kind: operators[word], start, end: at });
        continue;
      }
      if (!isSearchable(word)) continue;
      const prefix = word.endsWith('*');
      const exact = word.startsWith('=');
      const bare = word.replace(/^=+/, '').replace(/\*+$/, '');
      if (prefix && (bare.match(/[\p{L}\p{M}\p{N}]/gu) ?? []).length < 2) {
        throw new SyntaxFaultError('A prefix needs at least two letters before the *.', start, at);
      }
      tokens.push({
        kind: 'words',
        words: [bare],
        match: prefix ? 'prefix' : exact ? 'exact' : 'forms',
        start,
        end: at,
      });
    }
  }
  return tokens;
}
