import type { FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { z } from 'zod';
import { Problem } from '../../errors.ts';
import type { Operation, ParsedRequest } from '../operation.ts';
import type { Format } from './format.ts';
import type { Given } from './parameters.ts';

/** Maximum number of parsed queries in the cache, of about 2 kB each. */
const maxQueries = 1000;
/** Maximum length of a cached query string, in UTF-16 code units. */
const maxCachedLength = 500;

/** Parses the parameters of a request to an operation. Throws a Problem that names every faulty parameter. */
export type ParseQuery = (
  operation: Operation,
  request: Pick<FastifyRequest, 'url' | 'body'>,
  options: { lenient: boolean; format: Format | undefined },
) => ParsedRequest;

/** Creates a parser that caches parsed query strings. Parsing takes as long as the query in the archive. */
export function createQueryParser(): ParseQuery {
  const parsed = new LRUCache<string, ParsedRequest>({ max: maxQueries });
  return (operation, request, options) => {
    if (operation.takesBody) return operation.parse(givenInBody(request), options);
    const start = request.url.indexOf('?');
    const query = start < 0 ? '' : request.url.slice(start);
    const key = `${operation.id} ${options.format?.suffix} ${options.lenient} ${query}`;
    const known = parsed.get(key);
    if (known) return known;
    const fresh = operation.parse(parseQueryString(query), options);
    if (query.length <= maxCachedLength) parsed.set(key, fresh);
    return fresh;
  };
}

function givenInBody({ url, body }: Pick<FastifyRequest, 'url' | 'body'>): Given {
  const given = parseQueryString(url);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new Problem('invalid-body', 'The body must be a JSON object of parameters.');
  }
  for (const [name, value] of Object.entries(body)) given.set(name, [...(given.get(name) ?? []), value]);
  return given;
}

/**
 * Parses the query string of a URL as HTML forms write it (`+` is a space). Throws a `malformed-request` Problem for
 * percent-encoding that is not UTF-8 and for NUL characters.
 */
export function parseQueryString(url: string): Given {
  const given: Given = new Map();
  const start = url.indexOf('?');
  if (start < 0) return given;
  for (const pair of url.slice(start + 1).split('&')) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const name = decode(equals < 0 ? pair : pair.slice(0, equals));
    const value = equals < 0 ? '' : decode(pair.slice(equals + 1));
    given.set(name, [...(given.get(name) ?? []), value]);
  }
  return given;
}

function decode(text: string): string {
  try {
    const decoded = decodeURIComponent(text.replaceAll('+', ' '));
    if (!decoded.includes('\0')) return decoded;
  } catch (cause) {
    if (!(cause instanceof URIError)) throw cause;
    throw new Problem('malformed-request', 'The query string contains percent-encoding that is not UTF-8.');
  }
  throw new Problem('malformed-request', 'The query string contains a NUL character.');
}

/**
 * Returns a URL without the parameters that a schema does not have; the same string if there are none. So URLs that
 * only differ in them share one entry of every cache.
 */
// /v1/articles.rss?limit=5&utm_source=x → /v1/articles.rss?limit=5
export function withoutUnknown(url: string, { shape }: z.ZodObject): string {
  const start = url.indexOf('?');
  if (start < 0) return url;
  const pairs = url.slice(start + 1).split('&');
  const known = pairs.filter((pair) => isNameIn(shape, /^[^=]*/.exec(pair)?.[0] ?? ''));
  if (known.length === pairs.length) return url;
  return known.length === 0 ? url.slice(0, start) : `${url.slice(0, start)}?${known.join('&')}`;
}

function isNameIn(shape: object, encoded: string): boolean {
  try {
    return Object.hasOwn(shape, decode(encoded));
  } catch {
    return false;
  }
}

/** True if a Prefer header (RFC 7240) asks to ignore unknown parameters: `handling=lenient`. */
export function prefersLenient(header: string | string[] | undefined): boolean {
  if (header === undefined) return false;
  const preferences = [header].flat().join(',').split(',');
  const handling = preferences.find((preference) => /^\s*handling\s*=/i.test(preference));
  return handling !== undefined && /^\s*handling\s*=\s*"?lenient"?\s*(;|$)/i.test(handling);
}
