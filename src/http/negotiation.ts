import type { IncomingHttpHeaders } from 'node:http';
import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';
import { Problem } from '../errors.ts';

export type Coding = 'br' | 'gzip' | 'identity';

/** The best of the media types on offer (RFC 9110, 12.5.1). Throws a Problem when none is acceptable. */
export function chooseMediaType(headers: IncomingHttpHeaders, offered: string[]): string {
  const accept = headers.accept || '*/*';
  const [usual] = offered;
  if (usual !== undefined && accept === '*/*') return usual;
  const chosen = new Negotiator({ headers: { accept } }).mediaType(offered);
  if (chosen) return chosen;
  const last = offered.at(-1) ?? '';
  const words = offered.length > 1 ? `${offered.slice(0, -1).join(', ')} or ${last}` : last;
  throw new Problem('not-acceptable', `This resource can be had as ${words}.`, {
    faults: [
      {
        param: 'Accept',
        value: accept.slice(0, 100),
        reason: 'allows nothing that there is',
        allowed: offered,
      },
    ],
  });
}

/**
 * The content codings that the client takes, best first (RFC 9110, 12.5.3); Brotli before gzip where it likes
 * both the same.
 */
export function acceptedCodings(headers: IncomingHttpHeaders): Coding[] {
  const given = headers['accept-encoding'];
  const header = Array.isArray(given) ? given.join(',') : (given ?? '');
  let codings = negotiated.get(header);
  if (codings === undefined) {
    codings = negotiateCodings(header);
    negotiated.set(header, codings);
  }
  return codings;
}

/** There are as many such headers as there are kinds of clients. */
const negotiated = new LRUCache<string, Coding[]>({ max: 100 });

function negotiateCodings(header: string): Coding[] {
  const brotliFirst = header.split(',').sort((a, b) => Number(isBrotli(b)) - Number(isBrotli(a)));
  const negotiator = new Negotiator({ headers: { 'accept-encoding': brotliFirst.join(',') } });
  const accepted = negotiator.encodings(['br', 'gzip', 'identity']);
  return accepted.filter((coding) => coding === 'br' || coding === 'gzip' || coding === 'identity');
}

function isBrotli(token: string): boolean {
  return /^\s*br\b/.test(token);
}
