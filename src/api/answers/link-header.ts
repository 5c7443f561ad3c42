import type { Alternate } from './alternates.ts';

/**
 * A Link header (RFC 8288) from addresses by relation, and other representations; relations without an address are
 * left out.
 */
// { self: "/v1/articles", next: null } → `</v1/articles>; rel="self"`
export function linkHeader(links: Record<string, string | null>, others: Alternate[] = []): string {
  return [
    ...Object.entries(links).flatMap(([relation, target]) =>
      target === null ? [] : [`<${target}>; rel="${relation}"`],
    ),
    ...others.map(({ address, mediaType }) => `<${address}>; rel="alternate"; type="${mediaType}"`),
  ].join(', ');
}
