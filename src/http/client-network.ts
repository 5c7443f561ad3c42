import ipaddr from 'ipaddr.js';
import { LRUCache } from 'lru-cache';

/** Where a client is. */
export interface ClientNetwork {
  /** Address of an IPv4 client, or the first 64 bits of an IPv6 one, because a client usually has all of the others. */
  name: string;
  /** True if the address is one of this machine or of a private network. */
  isPrivate: boolean;
}

/** Networks of the latest clients, because parsing an address takes longer than counting a request. */
const known = new LRUCache<string, ClientNetwork>({ max: 1000 });

/** Returns the network of a client by its IP address; undefined if the address is none. */
// '2001:db8:1:2:3::4' → { name: '2001:db8:1:2::/64', isPrivate: false }
export function clientNetwork(address: string): ClientNetwork | undefined {
  const found = known.get(address);
  if (found || !ipaddr.isValid(address)) return found;
  const network = networkOf(address);
  known.set(address, network);
  return network;
}

function networkOf(address: string): ClientNetwork {
  // An IPv4 address that is mapped to IPv6 becomes IPv4 again.
  const parsed = ipaddr.process(address);
  const isPrivate = privateRanges.has(parsed.range());
  if (!(parsed instanceof ipaddr.IPv6)) return { name: String(parsed), isPrivate };
  const prefix = new ipaddr.IPv6([...parsed.parts.slice(0, 4), 0, 0, 0, 0]);
  return { name: `${prefix}/64`, isPrivate };
}

const privateRanges = new Set(['loopback', 'private', 'linkLocal', 'uniqueLocal', 'carrierGradeNat']);
