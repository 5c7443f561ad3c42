/** A Link header (RFC 8288) from addresses by relation; relations without an address are left out. */
// { self: "/v1/articles", next: null } → `</v1/articles>; rel="self"`
export function linkHeader(links: Record<string, string | null>): string {
  return Object.entries(links)
    .flatMap(([relation, target]) => (target === null ? [] : [`<${target}>; rel="${relation}"`]))
    .join(', ');
}
