import type { Alternate } from '../../http/links.ts';

/** Media type of a TimeMap (RFC 7089, 5; RFC 9264). */
export const linkFormat = 'application/link-format';

/** Returns the link to the TimeMap of an article. */
export function timeMapOf(article: string): Alternate {
  return { address: `${article}/timemap`, relation: 'timemap', mediaType: linkFormat };
}
