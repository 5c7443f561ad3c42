import type { Format } from './request/format.ts';

/** A link of the Link header: by default to another representation of the same resource. */
export interface Alternate {
  address: string;
  /** Relation types, separated by blanks. Default: alternate. */
  relation?: string;
  mediaType?: string;
  /** Time of a memento (RFC 7089), as a date of HTTP. */
  datetime?: string;
}

/** Limit for all alternates in a Link header, in bytes: proxies and clients allow 8 to 16 KiB for all headers. */
const longestAlternates = 2500;

/**
 * Returns the representations of a resource in formats other than `present`, for the Link header; none if the header
 * would be too long. `addressIn` returns the address in a format; undefined is JSON.
 */
export function alternates(
  formats: readonly Format[],
  present: Format | undefined,
  addressIn: (format: Format | undefined) => string,
): Alternate[] {
  const others = [undefined, ...formats].filter((format) => format !== present);
  const all = others.map((format) => ({
    address: addressIn(format),
    mediaType: format?.mediaType ?? 'application/json',
  }));
  return all.reduce((sum, { address }) => sum + address.length, 0) > longestAlternates ? [] : all;
}

/**
 * Returns a Link header (RFC 8288) from addresses by relation and other representations. Relations without an address
 * are left out.
 */
// { self: "/v1/articles", next: null } → `</v1/articles>; rel="self"`
export function linkHeader(links: Record<string, string | null>, others: readonly Alternate[]): string {
  let header = '';
  for (const relation in links) {
    const target = links[relation];
    if (target) header += `, <${target}>; rel="${relation}"`;
  }
  for (const { address, relation = 'alternate', mediaType, datetime } of others) {
    header += `, <${address}>; rel="${relation}"`;
    if (mediaType) header += `; type="${mediaType}"`;
    if (datetime) header += `; datetime="${datetime}"`;
  }
  return header.slice(2);
}
