import type { IncomingMessage } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { Archive, ArchiveState } from '../archive/archive.ts';
import { type Representation, sendRepresentation } from './send.ts';

/** The part of an archive that says whether a response is valid. */
export type Revisions = Pick<Archive, 'state'>;

export interface CachedResponse extends Representation {
  /** Newest revision of the archive at which it was found valid; undefined if it does not depend on the archive. */
  revision: number | undefined;
}

/** LRU cache of responses, by normalised request and by raw request. */
export interface ResponseCache {
  /** Finds a response by its normalised key. */
  find(key: string): CachedResponse | undefined;
  /** Finds a response by the raw request, without parsing it. */
  findRaw(request: IncomingMessage): CachedResponse | undefined;
  store(key: string, response: CachedResponse): void;
  /** Remembers that a raw request means `key`. */
  alias(request: IncomingMessage, key: string): void;
}

/** Approximate size of an entry besides its strings and bytes. */
const entryBytes = 1500;
const aliasBytes = 300;

/** Creates a cache that holds at most `bytes`; 0 disables it. */
export function createResponseCache(bytes: number): ResponseCache {
  if (bytes === 0) {
    return {
      find: () => undefined,
      findRaw: () => undefined,
      store: () => undefined,
      alias: () => undefined,
    };
  }
  // A string is the normalised key of a raw request.
  const entries = new LRUCache<string, CachedResponse | string>({
    maxSize: bytes,
    // A single response must not evict everything else.
    maxEntrySize: Math.ceil(bytes / 4),
    sizeCalculation: (entry, key) =>
      2 * key.length +
      (typeof entry === 'string' ? 2 * entry.length + aliasBytes : entry.body.length + entryBytes),
  });
  const find = (key: string): CachedResponse | undefined => {
    const entry = entries.get(key);
    return typeof entry === 'string' ? undefined : entry;
  };
  return {
    find,
    findRaw(request) {
      const key = entries.get(rawKey(request));
      return typeof key === 'string' ? find(key) : undefined;
    },
    store: (key, response) => void entries.set(key, { ...response, body: ownBytes(response.body) }),
    alias: (request, key) => void entries.set(rawKey(request), key),
  };
}

/**
 * Returns the body in memory of its own. zlib returns a part of a chunk of 16 KiB, and the cached part would keep the
 * whole chunk in memory.
 */
function ownBytes(body: Buffer): Buffer {
  if (body.buffer.byteLength === body.length) return body;
  const own = Buffer.allocUnsafeSlow(body.length);
  body.copy(own);
  return own;
}

/** Returns the key of a raw request. Handlers vary by no other headers than these. */
function rawKey({ url, headers }: IncomingMessage): string {
  return `raw\n${headers.accept}\n${headers['accept-encoding']}\n${headers.prefer}\n${url}`;
}

/**
 * Returns an `onRequest` hook that responds from the cache. While the archive is unchanged, it runs no query. After a
 * commit by any process, the next request goes on to its handler.
 *
 * Cached responses are `public`, so they also answer requests with an Authorization header (RFC 9111, 3.5).
 */
export function respondFromCache(cache: ResponseCache, archive: Revisions) {
  return (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const cached = isRead ? cache.findRaw(request.raw) : undefined;
    const respond = (isValid: boolean): void => {
      if (cached && isValid) sendCached(request, reply, cached);
      else done();
    };
    const isValid = cached !== undefined && isCurrent(cached, archive);
    if (typeof isValid === 'boolean') respond(isValid);
    else isValid.then(respond);
  };
}

/** Sends a response from the cache. */
export function sendCached(
  request: FastifyRequest,
  reply: FastifyReply,
  cached: CachedResponse,
): FastifyReply {
  return sendRepresentation(request, reply, cached, { 'cache-status': 'Dateline; hit' });
}

/** True if a response is valid at the present revision. Returns a promise only if the archive does. */
export function isCurrent({ revision }: CachedResponse, archive: Revisions): boolean | Promise<boolean> {
  if (revision === undefined) return true;
  const isSame = (state: ArchiveState) => state.revision === revision;
  // The handler then responds with a problem that names the reason.
  const isUnavailable = () => false;
  try {
    const state = archive.state();
    return state instanceof Promise ? state.then(isSame, isUnavailable) : isSame(state);
  } catch {
    return isUnavailable();
  }
}
