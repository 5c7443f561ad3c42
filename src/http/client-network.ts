import ipaddr from 'ipaddr.js';

/** Where a client is. */
export interface ClientNetwork {
  /** Address of an IPv4 client, or the first 64 bits of an IPv6 one, because a client usually has all of the others. */
  name: string;
  /** True if the address is one of this machine or of a private network. */
  isPrivate: boolean;
}

/** Returns the network of a client by its IP address; undefined if the address is none. */
// '2001:db8:1:2:3::4' → { name: '2001:db8:1:2::/64', isPrivate: false }
export function clientNetwork(address: string): ClientNetwork | undefined {
  if (!ipaddr.isValid(address)) return undefined;
  // An IPv4 address that is mapped to IPv6 becomes IPv4 again.
  const parsed = ipaddr.process(address);
  const isPrivate = privateRanges.has(parsed.range());
  if (parsed instanceof ipaddr.IPv6) {
    const prefix = new ipaddr.IPv6([...parsed.parts.slice(0, 4), 0, 0, 0, 0]);
    return { name: `${prefix}/64`, isPrivate };
  }
  return { name: String(parsed), isPrivate };
}

const privateRanges = new Set(['loopback', 'private', 'linkLocal', 'uniqueLocal', 'carrierGradeNat']);
