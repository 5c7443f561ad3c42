import type { UncorrectedArticle } from '../archive/results.ts';
import type { AuthorityEntry } from '../model/authority.ts';
import { createExtractor } from '../reading/extract.ts';

/**
 * Creates a function that extracts from a stored article again. The text stays the same; mentions, quotes and
 * topics may change.
 */
export function createRereader(
  authority: AuthorityEntry[],
): (article: UncorrectedArticle) => UncorrectedArticle {
  const extract = createExtractor(authority);
  return ({ id, reading }) => {
    const origin = { path: id, line: null, format: 'archive' };
    return { id, reading: { ...reading, ...extract({ ...reading, sourceKey: id, origin }) } };
  };
}
