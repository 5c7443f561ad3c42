import type { SearchExpression } from '../../src/model/query.ts';
import { parseSearch } from '../../src/model/search-syntax.ts';

/** The search that a person types, for tests whose subject is not its syntax. */
export function searchFor(text: string): SearchExpression {
  const parsed = parseSearch(text);
  if ('error' in parsed) throw new Error(parsed.error.message);
  return parsed.expression;
}
