import type { Format, Operation } from '../operation.ts';

/** Another representation of the same thing. */
export interface Alternate {
  address: string;
  mediaType: string;
}

/** How much all of them may take of the header, in bytes: proxies and clients allow 8 to 16 KiB for all headers. */
const longest = 2500;

/**
 * The other representations of an answer, for the Link header; none where their addresses are so long that clients
 * would refuse the header. `addressIn` gives the address in a format, or in JSON without one.
 */
export function alternates(
  { formats = [], takesBody }: Operation,
  present: Format | undefined,
  addressIn: (format: Format | undefined) => string,
): Alternate[] {
  // What is asked for by a body has no address that others could follow.
  if (formats.length === 0 || takesBody) return [];
  const others = [undefined, ...formats].filter((format) => format !== present);
  const all = others.map((format) => ({
    address: addressIn(format),
    mediaType: format?.mediaType ?? 'application/json',
  }));
  return all.reduce((sum, { address }) => sum + address.length, 0) > longest ? [] : all;
}
