import type { SearchExpression, SearchField } from '../../../model/query.ts';
import { spellings } from '../../core/words/spelling.ts';

/** A part of an FTS5 expression; `negative` means that what it matches is to be left out. */
interface Part {
  text: string;
  negative: boolean;
}

/** FTS5: a phrase without a token matches nothing. */
const NO_MATCH = '""';

function quoted(word: string): string {
  return `"${word.replace(/\p{Cc}/gu, ' ').replaceAll('"', '""')}"`;
}

/** What is searched: articles by field, or quotes, whose one text is of the body. */
type Searched = 'articles' | 'quotes';

function phrase(
  words: string[],
  prefix: boolean,
  field: SearchField,
  searched: Searched,
): string | undefined {
  if (searched === 'quotes' && field !== null && field !== 'body') return NO_MATCH;
  // A word without a letter or digit is no token, and FTS5 would make the whole phrase match nothing.
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

/** FTS5 has no NOT of its own, only "a NOT b": carry the sign upwards until there is an a. */
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
 * An FTS5 expression for a search. Each word is quoted: nothing that a user types reaches FTS5's grammar.
 * Throws a TypeError for a search that only leaves out; its parser refuses those with a place and a reason.
 */
export function matchExpression(search: SearchExpression, searched: Searched = 'articles'): string {
  const part = compile(search, searched);
  if (part === undefined) return NO_MATCH;
  if (part.negative) throw new TypeError('a search must name at least one word to find');
  return part.text;
}

/** Whether FTS5 comes from one match to the next without looking at others: single words, or any of several. */
export function findsDirectly(search: SearchExpression): boolean {
  if (search.kind === 'or') return search.of.every(findsDirectly);
  return search.kind === 'words' && search.words.length === 1 && !search.prefix && search.field === null;
}
