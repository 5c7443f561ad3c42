import type { Alternate } from './alternates.ts';

/**
 * A Link header (RFC 8288) from addresses by relation, and other representations; relations without an address are
 * left out.
 */
// { self: "/v1/articles", next: null } → `</v1/articles>; rel="self"`
export function linkHeader(
  links: Record<string, string | null>,
  ...others: (Alternate[] | undefined)[]
): string {
  let header = '';
  for (const relation in links) {
    const target = links[relation];
    if (target) header += `, <${target}>; rel="${relation}"`;
  }
  for (const alternates of others) {
    for (const { address, mediaType } of alternates ?? []) {
      header += `, <${address}>; rel="alternate"; type="${mediaType}"`;
    }
  }
  return header.slice(2);
}
