import type { IncomingHttpHeaders } from 'node:http';
import Negotiator from 'negotiator';
import { Problem } from '../errors.ts';

/** Content coding of a response. */
export type Coding = 'br' | 'gzip' | 'identity';

/**
 * Returns the best of the offered media types for an Accept header (RFC 9110, 12.5.1). Parameters of media ranges are
 * ignored: `application/json; charset=utf-8` means `application/json`. Throws a `not-acceptable` Problem.
 */
export function chooseMediaType({ accept = '*/*' }: IncomingHttpHeaders, offered: string[]): string {
  const [preferred] = offered;
  if (preferred !== undefined && (accept === '*/*' || accept === '')) return preferred;
  const negotiator = new Negotiator({ headers: { accept: accept.replace(mediaParameter, '') } });
  const chosen = negotiator.mediaType(offered);
  if (chosen) return chosen;
  throw new Problem('not-acceptable', `Available media types: ${offered.join(', ')}.`, {
    faults: [
      {
        param: 'Accept',
        value: accept.slice(0, 100),
        reason: 'no available media type matches',
        allowed: offered,
      },
    ],
  });
}

/** A parameter of a media range, other than its weight `q`. */
const mediaParameter = /;\s*(?!q\s*=)[^\s;,="]+\s*=\s*(?:"(?:[^"\\]|\\.)*"|[^\s;,"]*)/gi;

/**
 * Returns the content codings that the client accepts, best first (RFC 9110, 12.5.3); Brotli before gzip when both have
 * the same weight.
 */
export function acceptedCodings(headers: IncomingHttpHeaders): Coding[] {
  const header = [headers['accept-encoding'] ?? ''].flat().join(',');
  const brotliFirst = header.split(',').sort((a, b) => Number(isBrotli(b)) - Number(isBrotli(a)));
  const negotiator = new Negotiator({ headers: { 'accept-encoding': brotliFirst.join(',') } });
  const accepted = negotiator.encodings(['br', 'gzip', 'identity']);
  return accepted.filter((coding) => coding === 'br' || coding === 'gzip' || coding === 'identity');
}

function isBrotli(token: string): boolean {
  return /^\s*br\b/.test(token);
}
