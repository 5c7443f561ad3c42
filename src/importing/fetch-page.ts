import { Readable } from 'node:stream';
import type { Validators } from '../archive/results.ts';
import {
  type Allows,
  guardedAgent,
  RefusedAddress,
  type Resolve,
  reasonOfRefusal,
  refuseAddress,
} from '../net/guard.ts';
import { isPublicAddress } from '../net/public-address.ts';
import { collectBytes, TooLarge } from './byte-stream.ts';
import { ImportFault } from './import-fault.ts';

/** Result of a fetch: the page, or `unchanged` after a 304. */
export type Fetched =
  | { kind: 'page'; url: string; bytes: Uint8Array; contentType: string | null; validators: Validators }
  | { kind: 'unchanged' };

export interface FetchLimits {
  /** Maximum size of the decoded body, in bytes. */
  size: number;
  /** Maximum time from DNS lookup to the last byte, in milliseconds. */
  time: number;
  redirects: number;
  /** Returns true for an address that may be contacted. Tests allow loopback here. */
  allows: Allows;
  /** Resolves host names; `dns.lookup` by default. */
  resolve?: Resolve;
}

/** Limits of fetches in `dateline import`. */
export const fetchLimits: FetchLimits = {
  size: 32 * 2 ** 20,
  time: 30_000,
  redirects: 5,
  allows: isPublicAddress,
};

/**
 * Fetches a page or feed over HTTP. The request is conditional if validators are known. Throws ImportFault for
 * any status but 200 and 304, a refused address, a failed connection, or a limit that was exceeded.
 */
export async function fetchPage(
  url: string,
  known: Validators | undefined,
  limits: FetchLimits = fetchLimits,
): Promise<Fetched> {
  // Loaded here, because most imports fetch nothing.
  const { fetch } = await import('undici');
  const dispatcher = await guardedAgent(limits.allows, limits.resolve);
  const signal = AbortSignal.timeout(limits.time);
  try {
    let address = new URL(url);
    if (address.username || address.password)
      throw new ImportFault(url, 'has a password, which is not sent; fetch it with curl and import the file');
    for (let hop = 0; hop <= limits.redirects; hop++) {
      refuseAddress(address, limits.allows);
      const response = await fetch(address, {
        dispatcher,
        signal,
        redirect: 'manual',
        headers: requestHeaders(known),
      });
      const location = response.headers.get('location');
      if (response.status === 304) return { kind: 'unchanged' };
      if (response.status >= 300 && response.status < 400 && location) {
        await response.body?.cancel();
        address = new URL(location, address);
        continue;
      }
      if (response.status !== 200)
        throw new ImportFault(url, `the server responded with status ${response.status}`);
      return {
        kind: 'page',
        url: address.href,
        bytes: await collectBytes(response.body ?? Readable.from([]), limits.size),
        contentType: response.headers.get('content-type'),
        validators: {
          etag: response.headers.get('etag'),
          lastModified: response.headers.get('last-modified'),
        },
      };
    }
    throw new ImportFault(url, `more than ${limits.redirects} redirects`);
  } catch (cause) {
    throw cause instanceof ImportFault ? cause : new ImportFault(url, reasonOf(cause, limits));
  } finally {
    await dispatcher.destroy();
  }
}

function requestHeaders(known: Validators | undefined): Record<string, string> {
  return {
    accept:
      'text/html, application/feed+json, application/atom+xml, application/rss+xml, application/xml;q=0.9, */*;q=0.5',
    'user-agent': 'Dateline',
    ...(known?.etag && { 'if-none-match': known.etag }),
    ...(known?.lastModified && { 'if-modified-since': known.lastModified }),
  };
}

/** Setting that allows private addresses. */
const setting = 'IMPORT_PRIVATE_ADDRESSES';

function reasonOf(cause: unknown, limits: FetchLimits): string {
  if (cause instanceof TooLarge) return `larger than ${limits.size / 2 ** 20} MiB`;
  if (cause instanceof RefusedAddress) return reasonOfRefusal(cause, setting);
  if (!(cause instanceof Error)) return 'fetch failed';
  if (cause.name === 'TimeoutError') return `took longer than ${limits.time / 1000} s`;
  if (cause.cause instanceof RefusedAddress) return reasonOfRefusal(cause.cause, setting);
  return cause.cause instanceof Error ? cause.cause.message : cause.message;
}
