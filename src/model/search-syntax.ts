import type { SearchExpression, SearchField } from './query.ts';
import { type SearchToken, searchTokens } from './search-tokens.ts';
import { catchFault, type SyntaxFault, SyntaxFaultError } from './syntax-fault.ts';

/** Limits of one search, which bound its cost. */
export const searchLimits = { length: 1_000, words: 32, depth: 16 };

/** True if a search only excludes words. */
export function onlyExcludes(expression: SearchExpression): boolean {
  switch (expression.kind) {
    case 'words':
      return false;
    case 'not':
      return !onlyExcludes(expression.of);
    case 'and':
      return expression.of.every(onlyExcludes);
    case 'or':
      return expression.of.some(onlyExcludes);
  }
}

/**
 * True if a search is words only: no quotation marks, operators, parentheses, prefixes and fields. Throws a
 * SyntaxFaultError for a text that is not a search.
 */
export function isPlainSearch(text: string): boolean {
  return searchTokens(text).every((token) => token.kind === 'words' && token.match === 'forms');
}

function combined(kind: 'and' | 'or', of: SearchExpression[]): SearchExpression {
  const [only] = of;
  return of.length === 1 && only ? only : { kind, of };
}

function parse(text: string): SearchExpression {
  if (text.length > searchLimits.length) {
    throw new SyntaxFaultError(
      `A search is limited to ${searchLimits.length} characters; this one has ${text.length}.`,
      searchLimits.length,
      text.length,
    );
  }
  const tokens = searchTokens(text);
  let at = 0;
  let words = 0;

  const either = (depth: number, field: SearchField): SearchExpression => {
    const of = [all(depth, field)];
    while (tokens[at]?.kind === 'or') {
      at += 1;
      of.push(all(depth, field));
    }
    return combined('or', of);
  };

  const all = (depth: number, field: SearchField): SearchExpression => {
    const of = [one(depth, field)];
    for (let next = tokens[at]; next && next.kind !== 'or' && next.kind !== 'close'; next = tokens[at]) {
      if (next.kind === 'and') at += 1;
      of.push(one(depth, field));
    }
    return combined('and', of);
  };

  const one = (depth: number, field: SearchField): SearchExpression => {
    const token: SearchToken | undefined = tokens[at];
    if (token === undefined)
      throw new SyntaxFaultError('Search words are missing here.', text.length, text.length);
    at += 1;
    switch (token.kind) {
      case 'words':
        words += token.words.length;
        if (words > searchLimits.words) {
          throw new SyntaxFaultError(
            `A search is limited to ${searchLimits.words} words.`,
            token.start,
            token.end,
          );
        }
        return { kind: 'words', words: token.words, match: token.match, field };
      case 'not':
      case 'field':
      case 'open': {
        if (depth >= searchLimits.depth) {
          throw new SyntaxFaultError(
            `A search is limited to ${searchLimits.depth} levels of nesting.`,
            token.start,
            token.end,
          );
        }
        if (token.kind === 'not') return { kind: 'not', of: one(depth + 1, field) };
        if (token.kind === 'field') return one(depth + 1, token.field);
        const inside = either(depth + 1, field);
        if (tokens[at]?.kind !== 'close') {
          throw new SyntaxFaultError('This parenthesis is not closed.', token.start, token.end);
        }
        at += 1;
        return inside;
      }
      default:
        throw new SyntaxFaultError('Search words are missing here.', token.start, token.end);
    }
  };

  if (tokens.length === 0) throw new SyntaxFaultError('The search contains no words.', 0, text.length);
  const expression = either(0, null);
  const left = tokens[at];
  if (left) throw new SyntaxFaultError('This parenthesis was not opened.', left.start, left.end);
  if (onlyExcludes(expression)) {
    throw new SyntaxFaultError('A search needs at least one word that is not excluded.', 0, text.length);
  }
  return expression;
}

/**
 * Parses a search as people type it: words (all must occur), "phrases", =exact, -not, OR, parentheses, prefix*, and
 * headline:, standfirst:, body:, caption: before a word, phrase or parenthesis. AND binds closer than OR.
 * Never throws; an error includes its position.
 *
 *     parseSearch('harbour -pier OR "old quay"')
 *       → { expression: (harbour AND NOT pier) OR "old quay" }
 */
export function parseSearch(text: string): { expression: SearchExpression } | { error: SyntaxFault } {
  return catchFault(() => parse(text));
}
