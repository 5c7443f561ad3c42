import type { ArticleFilter } from '../model/query.ts';
import { parseSearch } from '../model/search-syntax.ts';
import { parseTags } from '../model/tag-syntax.ts';

/** Error in the filter of a webhook. The message names the option, the error and its position. */
export class InvalidFilter extends Error {
  override name = 'InvalidFilter';
}

/** Parses the tag expression and search of a webhook. Throws InvalidFilter. */
export function webhookFilter({ tag, q }: { tag: string | null; q: string | null }): ArticleFilter {
  const tags = tag === null ? undefined : read('--tag', parseTags(tag));
  const search = q === null ? undefined : read('--q', parseSearch(q));
  return { ...(tags && { tags }), ...(search && { search }) };
}

function read<T>(
  option: string,
  parsed: { expression: T } | { error: { message: string; start: number } },
): T {
  if ('expression' in parsed) return parsed.expression;
  throw new InvalidFilter(`${option}: ${parsed.error.message} (At character ${parsed.error.start + 1}.)`);
}
