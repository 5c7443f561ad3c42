import type { SearchField } from '../../../model/query.ts';
import type { ResolvedPhrase, ResolvedSearch } from '../../core/words/resolve-search.ts';

/** Part of an FTS5 expression; `negative` if its matches must be excluded. */
interface Part {
  text: string;
  negative: boolean;
}

/** A phrase without a token, which matches nothing. */
const NO_MATCH = '""';

/** The index to search: articles by field, or quotes, which have only the field `body`. */
type Searched = 'articles' | 'quotes';

/** Returns a phrase of FTS5. Each term is quoted; no term has a quotation mark or a control character. */
function quoted(terms: string[], prefix: boolean): string {
  const text = terms.map((term) => `"${term}"`).join(' + ');
  return prefix ? `${text} *` : text;
}

function phrase({ phrases, prefix, field }: ResolvedPhrase, searched: Searched): string | undefined {
  if (searched === 'quotes' && field !== null && field !== 'body') return NO_MATCH;
  if (phrases.length === 0) return undefined;
  const text = phrases.map((terms) => quoted(terms, prefix)).join(' OR ');
  const column: SearchField = searched === 'quotes' ? null : field;
  return column === null ? `(${text})` : `(${column} : (${text}))`;
}

function join(parts: string[], operator: 'AND' | 'OR'): string {
  return parts.length === 1 ? parts.join('') : `(${parts.join(` ${operator} `)})`;
}

/** Compiles a search. FTS5 has no unary NOT, only "a NOT b": the sign is passed up until there is an a. */
function compile(search: ResolvedSearch, searched: Searched): Part | undefined {
  switch (search.kind) {
    case 'phrase': {
      const text = phrase(search, searched);
      return text === undefined ? undefined : { text, negative: false };
    }
    case 'not': {
      const part = compile(search.of, searched);
      return part && { text: part.text, negative: !part.negative };
    }
    case 'and':
    case 'or': {
      const parts = search.of.map((part) => compile(part, searched)).filter((part) => part !== undefined);
      if (parts.length === 0) return undefined;
      const positive = parts.filter(({ negative }) => !negative).map(({ text }) => text);
      const negative = parts.filter((part) => part.negative).map(({ text }) => text);
      if (negative.length === 0)
        return { text: join(positive, search.kind === 'and' ? 'AND' : 'OR'), negative: false };
      if (search.kind === 'and') {
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
 * Returns the FTS5 expression of a search. Each term is quoted, so user input never reaches FTS5's grammar. Throws a
 * TypeError if the search has only excluded words; the parser rejects those earlier.
 */
export function matchExpression(search: ResolvedSearch, searched: Searched = 'articles'): string {
  const part = compile(search, searched);
  if (part === undefined) return NO_MATCH;
  if (part.negative) throw new TypeError('a search must name at least one word to find');
  return part.text;
}

/** True if FTS5 goes from match to match without visiting other rows: single terms, or any of several. */
export function findsDirectly(search: ResolvedSearch): boolean {
  if (search.kind === 'or') return search.of.every(findsDirectly);
  if (search.kind !== 'phrase' || search.prefix || search.field !== null) return false;
  return search.phrases.every(({ length }) => length === 1);
}
