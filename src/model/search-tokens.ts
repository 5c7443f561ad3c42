import type { SearchField } from './query.ts';
import { SyntaxFaultError } from './syntax-fault.ts';

/** Token of a search with its position in UTF-16 code units. */
export type SearchToken = { start: number; end: number } & (
  | { kind: 'open' | 'close' | 'or' | 'and' | 'not' }
  | { kind: 'field'; field: SearchField }
  | { kind: 'words'; words: string[]; prefix: boolean }
);

const fields = ['headline', 'standfirst', 'body', 'caption'] as const;
const closingMarks: Record<string, string> = { '"': '"', '“': '”', '„': '“', '«': '»' };
const operators = { OR: 'or', AND: 'and', NOT: 'not' } as const;

function isOperator(text: string): text is keyof typeof operators {
  return Object.hasOwn(operators, text);
}

function isSearchable(text: string): boolean {
  return /[\p{L}\p{N}\p{Co}]/u.test(text);
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
    const closing = closingMarks[first];
    if (first === '(' || first === ')') {
      at += 1;
      tokens.push({ kind: first === '(' ? 'open' : 'close', start, end: at });
    } else if (closing !== undefined) {
      const inside = rest.slice(1).search(closing === '"' ? '"' : new RegExp(`["${closing}]`));
      if (inside < 0) throw new SyntaxFaultError('This quotation mark is not closed.', start, text.length);
      const phrase = rest.slice(1, 1 + inside);
      const words = phrase.split(/[\s\p{Cc}]+/u).filter(isSearchable);
      at += inside + 2;
      const prefix = text.charAt(at) === '*';
      if (prefix) at += 1;
      if (words.length > 0) tokens.push({ kind: 'words', words, prefix, start, end: at });
    } else if (first === '-' && /^-[^\s\p{Cc}-]/u.test(rest)) {
      at += 1;
      tokens.push({ kind: 'not', start, end: at });
    } else {
      const field = /^([a-z]+):(?=[^\s:/)])/.exec(rest);
      if (field?.[1]) {
        at += field[0].length;
        tokens.push({ kind: 'field', field: fieldNamed(field[1], start, at), start, end: at });
        continue;
      }
      const word = /^[^\s\p{Cc}()"“„«]+/u.exec(rest)?.[0] ?? first;
      at += word.length;
      if (isOperator(word)) {
        tokens.push({ kind: operators[word], start, end: at });
        continue;
      }
      if (!isSearchable(word)) continue;
      const prefix = word.endsWith('*');
      const bare = word.replace(/\*+$/, '');
      if (prefix && (bare.match(/[\p{L}\p{N}]/gu) ?? []).length < 2) {
        throw new SyntaxFaultError('A prefix needs at least two letters before the *.', start, at);
      }
      tokens.push({ kind: 'words', words: [bare], prefix, start, end: at });
    }
  }
  return tokens;
}
