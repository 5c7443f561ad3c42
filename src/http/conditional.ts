import { hash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Instant } from '../model/instant.ts';
import type { Coding } from './negotiation.ts';

/**
 * How long a response may be cached: that of a list, of one item, of a document that changes only with the program, or
 * not at all.
 */
export type Lifetime = 'list' | 'item' | 'program' | 'now';

export const cacheControl: Record<Lifetime, string> = {
  list: 'public, max-age=5, stale-while-revalidate=60',
  item: 'public, max-age=60, stale-while-revalidate=600',
  program: 'public, max-age=3600, stale-while-revalidate=86400',
  now: 'no-store',
};

/** The opaque part of an entity tag: equal parts give equal tags, in every process. 22 characters. */
export function fingerprint(...parts: (string | number)[]): string {
  return hash('sha256', parts.join('\n'), 'base64url').slice(0, 22);
}

/** A strong entity tag. Codings are different bytes, so they have different tags (RFC 9110, 8.8.3.3). */
export function entityTag(print: string, coding: Coding): string {
  return coding === 'identity' ? `"${print}"` : `"${print}-${coding}"`;
}

/**
 * Returns the entity tag of a 304 response if the client already has this representation (RFC 9110, 13.2.2), else
 * undefined. If-Modified-Since counts only without If-None-Match. `coding` is the one that would be sent.
 */
export function unchanged(
  headers: IncomingHttpHeaders,
  print: string,
  modified: Instant | undefined,
  coding: Coding,
): string | undefined {
  const noneMatch = headers['if-none-match'];
  if (noneMatch !== undefined) return matchingTag(noneMatch, print, coding);
  const since = headers['if-modified-since'];
  if (since === undefined || modified === undefined) return undefined;
  return Date.parse(modified) <= Date.parse(since) ? entityTag(print, coding) : undefined;
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
 * An entity tag of ours, also as proxies alter it when they compress a response: they weaken it (`W/`) or add a suffix
 * such as `-gzip` inside or outside the quotes. A fingerprint may itself end in such letters, so its length counts.
 */
const readTag =
  /^(?:W\/)?"([\w-]{22})(?:[-;](br|gzip|deflate|zstd))?(?:[-;](?:br|gzip|deflate|zstd))*"(?:[-;](?:br|gzip|deflate|zstd))*$/;

/**
 * The time for Last-Modified, unless it is so recent that another change could come in the same second
 * (RFC 9110, 8.8.2.2). `now` in milliseconds.
 */
export function lastModified(revisedAt: Instant, now: number): Instant | undefined {
  return now - readInstant(revisedAt).ms >= 2000 ? revisedAt : undefined;
}

/** An instant as headers have it (RFC 9110, 5.6.7): `Sun, 03 Nov 2024 11:59:00 GMT`. */
export function httpDate(instant: Instant): string {
  return readInstant(instant).text;
}

let latest: { instant: Instant; ms: number; text: string } | undefined;

/** All answers of one state of the archive bear the same instant. */
function readInstant(instant: Instant): { ms: number; text: string } {
  if (latest?.instant !== instant) {
    const date = new Date(instant);
    latest = { instant, ms: date.getTime(), text: date.toUTCString() };
  }
  return latest;
}
