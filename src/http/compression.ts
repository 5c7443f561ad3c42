import type { IncomingHttpHeaders } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import Negotiator from 'negotiator';

/** Content coding of a response. */
export type Coding = 'br' | 'gzip' | 'identity';

/**
 * Returns the content codings that the client accepts, best first (RFC 9110, 12.5.3); Brotli before gzip when both have
 * the same weight.
 */
export function acceptedCodings(headers: IncomingHttpHeaders): Coding[] {
  if (headers['accept-encoding'] === undefined) return ['identity'];
  const header = [headers['accept-encoding']].flat().join(',');
  const brotliFirst = header.split(',').sort((a, b) => Number(isBrotli(b)) - Number(isBrotli(a)));
  const negotiator = new Negotiator({ headers: { 'accept-encoding': brotliFirst.join(',') } });
  const accepted = negotiator.encodings(['br', 'gzip', 'identity']);
  return accepted.filter((coding) => coding === 'br' || coding === 'gzip' || coding === 'identity');
}

function isBrotli(token: string): boolean {
  return /^\s*br\b/.test(token);
}

const brotliAsync = promisify(brotliCompress);
const gzipAsync = promisify(gzip);

/** Minimum size in bytes of a body to compress. Below it, compression saves less than its headers take. */
const smallestCompressed = 1024;

/**
 * Compresses a body with the first of the accepted codings, off the main thread. Small bodies stay as they are unless
 * the client refuses that. Uses zlib directly, because the coding is part of the entity tag.
 */
export async function compress(
  body: Buffer,
  codings: readonly Coding[],
): Promise<{ body: Buffer; coding: Coding }> {
  const isSmall = body.length < smallestCompressed && codings.includes('identity');
  const coding = isSmall ? 'identity' : (codings[0] ?? 'identity');
  if (coding === 'br') return { coding, body: await brotliAsync(body, brotliOptions(body.length)) };
  if (coding === 'gzip') return { coding, body: await gzipAsync(body, { level: 5 }) };
  return { coding, body };
}

function brotliOptions(size: number) {
  return {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 4,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: size,
    },
  };
}
