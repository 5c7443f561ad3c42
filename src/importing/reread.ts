import type { UncorrectedArticle } from '../archive/answers.ts';
import type { AuthorityEntry } from '../model/authority.ts';
import { createExtractor } from '../reading/extract.ts';

/**
 * Prepares to look through stored articles again: their words stay, who and what is found in them may be other
 * than it was.
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
