import { lookup } from 'node:dns';
import { isIP } from 'node:net';
import type { Agent } from 'undici';

/** Which IP addresses may be spoken to. */
export type Allows = (address: string) => boolean;

/** A URL that this server does not speak to; `reason` reads as "10.0.0.1 is not a public address". */
export class RefusedAddress extends Error {
  override name = 'RefusedAddress';
}

/**
 * Throws RefusedAddress for a URL that is not http(s), or whose host is an IP address that is not allowed. Such a
 * host is never looked up, so `guardedAgent` does not see it.
 */
export function refuseAddress(url: URL, allows: Allows): void {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new RefusedAddress('only http and https can be fetched');
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !allows(host)) throw new RefusedAddress(`${host} is not a public address`);
}

/**
 * Connections that judge the very addresses they will use, so that no second look-up can answer otherwise. A fetch
 * fails with a RefusedAddress as its cause. The HTTP client is loaded with the first: most servers never post anything.
 */
export async function guardedAgent(allows: Allows): Promise<Agent> {
  const { Agent } = await import('undici');
  const guarded = (
    host: string,
    options: object,
    done: (error: Error | null, addresses: { address: string; family: number }[]) => void,
  ) => {
    lookup(host, { ...options, all: true }, (error, addresses) => {
      const refused = addresses?.find(({ address }) => !allows(address));
      if (refused) done(new RefusedAddress(`${host}: ${refused.address} is not a public address`), []);
      else done(error, addresses ?? []);
    });
  };
  return new Agent({ connect: { lookup: Object.assign(guarded, lookup) } });
}
