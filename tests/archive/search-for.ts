import type { SearchExpression } from '../../src/news/query.ts';
import { parseSearch } from '../../src/news/search-syntax.ts';

/** The search that a person types, for tests whose subject is not its syntax. */
export function searchFor(text: string): SearchExpression {
  const parsed = parseSearch(text);
  if ('error' in parsed) throw new Error(parsed.error.message);
  return parsed.expression;
}
