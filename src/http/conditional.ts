import { hash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Coding } from './compression.ts';

/** Length of a fingerprint in base64url characters: 132 bits. */
const printLength = 22;

/** Returns the opaque part of the entity tag of a body: a hash of its bytes, the same in every process. */
export function fingerprint(body: Buffer | string): string {
  return hash('sha256', body, 'base64url').slice(0, printLength);
}

/** Returns a strong entity tag. Codings have different bytes and so different tags (RFC 9110, 8.8.3.3). */
export function entityTag(print: string, coding: Coding): string {
  return coding === 'identity' ? `"${print}"` : `"${print}-${coding}"`;
}

/**
 * Returns the entity tag of a 304 response if the client already has this representation (RFC 9110, 13.2.2), else
 * undefined. If-Modified-Since counts only without If-None-Match. `modified` is the time of modification in ms;
 * `coding` is the one that would be sent.
 */
export function unchanged(
  headers: IncomingHttpHeaders,
  print: string,
  modified: number | undefined,
  coding: Coding,
): string | undefined {
  const noneMatch = headers['if-none-match'];
  if (noneMatch !== undefined) return matchingTag(noneMatch, print, coding);
  const since = headers['if-modified-since'];
  if (since === undefined || modified === undefined) return undefined;
  return modified <= Date.parse(since) ? entityTag(print, coding) : undefined;
}

/**
 * Returns the entity tag in an If-Match or If-None-Match header that names the representation, or undefined. `*` names
 * the one in `coding`.
 */
export function matchingTag(header: string, print: string, coding: Coding): string | undefined {
  if (header.trim() === '*') return entityTag(print, coding);
  for (const candidate of header.split(',')) {
    const [, named, inCoding] = readTag.exec(candidate.trim()) ?? [];
    if (named === print)
      return entityTag(print, inCoding === 'br' || inCoding === 'gzip' ? inCoding : 'identity');
  }
  return undefined;
}

/**
 * An entity tag of this server, as sent or as altered by a proxy that compressed the response: weakened (`W/`), or with
 * a suffix such as `-gzip` inside or outside the quotes. A fingerprint may end in such letters, so its length is fixed.
 */
const readTag =
  /^(?:W\/)?"([\w-]{22})(?:[-;](br|gzip|deflate|zstd))?(?:[-;](?:br|gzip|deflate|zstd))*"(?:[-;](?:br|gzip|deflate|zstd))*$/;
