import { type LookupAddress, type LookupAllOptions, lookup } from 'node:dns';
import { isIP } from 'node:net';
import type { Agent } from 'undici';

/** Decides if an IP address may be contacted. */
export type Allows = (address: string) => boolean;

/** Resolves a host name to all of its addresses, as `dns.lookup` does. */
export type Resolve = (
  host: string,
  options: LookupAllOptions,
  done: (error: Error | null, addresses?: LookupAddress[]) => void,
) => void;

/** Error for a URL that must not be contacted. The message is the reason: "10.0.0.1 is not a public address". */
export class RefusedAddress extends Error {
  override name = 'RefusedAddress';
  /** True if the address is not public, which a setting may allow. */
  readonly isPrivate: boolean;

  constructor(message: string, { isPrivate = false } = {}) {
    super(message);
    this.isPrivate = isPrivate;
  }
}

/** Returns the reason of a refusal, with the setting that allows private addresses where that helps. */
export function reasonOfRefusal({ message, isPrivate }: RefusedAddress, setting: string): string {
  return isPrivate ? `${message}; ${setting}=true allows it` : message;
}

/**
 * Throws RefusedAddress for a URL that is not http(s), or whose host is an IP address that is not allowed. IP
 * addresses need no DNS lookup, so `guardedAgent` does not see them.
 */
export function refuseAddress(url: URL, allows: Allows): void {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new RefusedAddress('only http and https are supported');
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !allows(host)) throw privateAddress(host);
}

function privateAddress(address: string): RefusedAddress {
  return new RefusedAddress(`${address} is not a public address`, { isPrivate: true });
}

/**
 * Returns an undici agent that checks the resolved addresses it will connect to, so that a second DNS lookup
 * cannot bypass the check. A refused fetch fails with RefusedAddress as its cause. undici is loaded on first
 * use, because most servers never send requests. Tests use a resolver of their own.
 */
export async function guardedAgent(allows: Allows, resolve: Resolve = lookup): Promise<Agent> {
  const { Agent } = await import('undici');
  const guarded = (
    host: string,
    options: object,
    done: (error: Error | null, addresses: { address: string; family: number }[]) => void,
  ) => {
    resolve(host, { ...options, all: true }, (error, addresses) => {
      const refused = addresses?.find(({ address }) => !allows(address));
      if (refused) done(privateAddress(`${host}: ${refused.address}`), []);
      else done(error, addresses ?? []);
    });
  };
  return new Agent({ connect: { lookup: Object.assign(guarded, lookup) } });
}
