import { hash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Instant } from '../model/instant.ts';
import type { Coding } from './negotiation.ts';

/** How long an answer keeps: a list, an item, what only a new version of the program changes, or not at all. */
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
 * The entity tag for a 304, when the client has this representation already (RFC 9110, 13.2.2); undefined when it
 * has not. If-Modified-Since counts only without If-None-Match;
 * it names no tag, so the answer has that of the `coding` that would be sent.
 */
export function unchanged(
  headers: IncomingHttpHeaders,
  print: string,
  modified: Instant | undefined,
  coding: Coding,
): string | undefined {
  const candidates = headers['if-none-match'];
  if (candidates !== undefined) {
    const held = candidates.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
    return held.find((tag) => tag === `"${print}"` || tag === `"${print}-br"` || tag === `"${print}-gzip"`);
  }
  const since = headers['if-modified-since'];
  if (since === undefined || modified === undefined) return undefined;
  return Date.parse(modified) <= Date.parse(since) ? entityTag(print, coding) : undefined;
}

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
