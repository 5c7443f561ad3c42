import type { SearchExpression, SearchField } from '../../../model/query.ts';
import { spellings } from '../../core/words/spelling.ts';

/** Part of an FTS5 expression; `negative` if its matches must be excluded. */
interface Part {
  text: string;
  negative: boolean;
}

/** A phrase without a token, which matches nothing. */
const NO_MATCH = '""';

function quoted(word: string): string {
  return `"${word.replace(/\p{Cc}/gu, ' ').replaceAll('"', '""')}"`;
}

/** The index to search: articles by field, or quotes, which have only the field `body`. */
type Searched = 'articles' | 'quotes';

function phrase(
  words: string[],
  prefix: boolean,
  field: SearchField,
  searched: Searched,
): string | undefined {
  if (searched === 'quotes' && field !== null && field !== 'body') return NO_MATCH;
  // FTS5 makes a phrase match nothing if one of its words has no letter or digit.
  const tokens = words.filter((word) => /[\p{L}\p{N}\p{Co}]/u.test(word));
  if (tokens.length === 0) return undefined;
  const alternatives = spellings(tokens).map((spelling) => {
    const text = spelling.map(quoted).join(' + ');
    return prefix ? `${text} *` : text;
  });
  const column = field === null || searched === 'quotes' ? '' : `${field} : `;
  return `(${alternatives.map((text) => `${column}${text}`).join(' OR ')})`;
}

function join(parts: string[], operator: 'AND' | 'OR'): string {
  return parts.length === 1 ? parts.join('') : `(${parts.join(` ${operator} `)})`;
}

/** Compiles an expression. FTS5 has no unary NOT, only "a NOT b": the sign is passed up until there is an a. */
function compile(expression: SearchExpression, searched: Searched): Part | undefined {
  switch (expression.kind) {
    case 'words': {
      const text = phrase(expression.words, expression.prefix, expression.field, searched);
      return text === undefined ? undefined : { text, negative: false };
    }
    case 'not': {
      const part = compile(expression.of, searched);
      return part && { text: part.text, negative: !part.negative };
    }
    case 'and':
    case 'or': {
      const parts = expression.of.map((part) => compile(part, searched)).filter((part) => part !== undefined);
      if (parts.length === 0) return undefined;
      const positive = parts.filter(({ negative }) => !negative).map(({ text }) => text);
      const negative = parts.filter((part) => part.negative).map(({ text }) => text);
      if (negative.length === 0)
        return { text: join(positive, expression.kind === 'and' ? 'AND' : 'OR'), negative: false };
      if (expression.kind === 'and') {
        if (positive.length === 0) return { text: join(negative, 'OR'), negative: true };
        return { text: `(${join(positive, 'AND')} NOT ${join(negative, 'OR')})`, negative: false };
      }
      // a OR NOT b = NOT (b NOT a)
      if (positive.length === 0) return { text: join(negative, 'AND'), negative: true };
      return { text: `(${join(negative, 'AND')} NOT ${join(positive, 'OR')})`, negative: true };
    }
  }
}

/**
 * Returns the FTS5 expression of a search. Each word is quoted, so user input never reaches FTS5's grammar. Throws a
 * TypeError if the search has only excluded words; the parser rejects those earlier.
 */
export function matchExpression(search: SearchExpression, searched: Searched = 'articles'): string {
  const part = compile(search, searched);
  if (part === undefined) return NO_MATCH;
  if (part.negative) throw new TypeError('a search must name at least one word to find');
  return part.text;
}

/** True if FTS5 goes from match to match without visiting other rows: single words, or any of several. */
export function findsDirectly(search: SearchExpression): boolean {
  if (search.kind === 'or') return search.of.every(findsDirectly);
  return search.kind === 'words' && search.words.length === 1 && !search.prefix && search.field === null;
}
