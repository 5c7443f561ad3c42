import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Problem, problems } from '../errors.ts';
import type { Instant } from '../model/instant.ts';
import { type Coding, compress } from './compression.ts';
import { entityTag, fingerprint, unchanged } from './conditional.ts';
import type { Lifetime } from './operation.ts';
import { problemBody, problemMediaType } from './problems/problems.ts';

/** Cache-Control of responses, by how long they may be cached. */
export const cacheControl: Record<Lifetime | 'gone', string> = {
  list: 'public, max-age=5, stale-while-revalidate=60',
  // Caches must drop a withdrawn article within a minute.
  item: 'public, max-age=60, s-maxage=60',
  // A withdrawn article may be restored.
  gone: 'public, max-age=60, s-maxage=60',
  program: 'public, max-age=3600, stale-while-revalidate=86400',
  now: 'no-store',
};

/** Headers of one response, by lower-case name. */
export type Headers = Record<string, string>;

/** A complete representation. It can be sent any number of times. */
export interface Representation {
  /** Headers of a 200 response, except the default ones and those of a single request. */
  headers: Headers;
  body: Buffer;
  coding: Coding;
  /** Hash of the body before compression, the opaque part of the entity tag; undefined for `no-store`. */
  print: string | undefined;
  modified: Modified | undefined;
}

/** A modification time, in ms and as in headers (RFC 9110, 5.6.7). */
interface Modified {
  ms: number;
  text: string;
}

/**
 * Returns the headers that every response has, errors included. CORS allows any origin without credentials, because all
 * data is public. Responses that may be cached replace `cache-control`.
 */
export function defaultHeaders(corsOrigin: string): Headers {
  return {
    'access-control-allow-origin': corsOrigin,
    'access-control-expose-headers':
      'Link, ETag, Last-Modified, Memento-Datetime, Content-Location, X-Total-Count, X-Request-Id, Retry-After, WWW-Authenticate, RateLimit, RateLimit-Policy, Preference-Applied, Server-Timing, Cache-Status, Dateline-Seq, Dateline-Archive',
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cache-control': 'no-store',
  };
}

/** Returns the id of a request: that of the client if it is a plain token of at most 128 characters, else a new one. */
export function requestId(headers: IncomingHttpHeaders): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[\w.:-]{1,128}$/.test(given) ? given : randomUUID();
}

/** Sets the headers that every response has. */
export function setDefaultHeaders(reply: FastifyReply, defaults: Headers): void {
  reply.headers(defaults).header('x-request-id', reply.request.id);
}

/** Request headers that browsers may send from other origins. */
const allowedHeaders =
  'Accept, Authorization, Content-Type, Idempotency-Key, If-Match, If-Modified-Since, If-None-Match, If-Unmodified-Since, Last-Event-ID, Prefer, traceparent, X-Request-Id';

/** Responds to OPTIONS, such as a preflight request. `allowed` is a list such as `GET, HEAD, OPTIONS`. */
export function sendAllowed(reply: FastifyReply, allowed: string, headers = allowedHeaders): FastifyReply {
  return reply
    .code(204)
    .headers({
      allow: allowed,
      'access-control-allow-methods': allowed,
      'access-control-allow-headers': headers,
      'access-control-max-age': '86400',
    })
    .send();
}

/** Sends a problem (RFC 9457). Caches must not store it: a missing article may exist a second later. */
export function sendProblem(reply: FastifyReply, problem: Problem, base: string): FastifyReply {
  return reply
    .code(problems[problem.problem].status)
    .headers({
      'content-type': problemMediaType,
      'cache-control': 'no-store',
      link: `<${base}/docs>; rel="help"`,
      ...problem.headers,
    })
    .send(Buffer.from(problemBody(problem, base, reply.request.id)));
}

/** Redirects permanently to the new address of a resource. */
export function sendMoved(reply: FastifyReply, location: string, cacheControl: string): FastifyReply {
  return reply.headers({ location, 'cache-control': cacheControl }).code(308).send();
}

/**
 * Encodes a body in the best of the accepted codings. If an earlier representation, `known`, has the same content, its
 * compressed body is used again.
 */
export async function represent(
  content: Buffer,
  codings: readonly Coding[],
  headers: Headers,
  { modifiedAt, known }: { modifiedAt?: Instant | undefined; known?: Representation | undefined } = {},
): Promise<Representation> {
  const print = headers['cache-control'] === 'no-store' ? undefined : fingerprint(content);
  const { body, coding } = known && known.print === print ? known : await compress(content, codings);
  return {
    headers: {
      ...headers,
      'content-length': String(body.length),
      ...(coding !== 'identity' && { 'content-encoding': coding }),
      ...(print !== undefined && { etag: entityTag(print, coding) }),
    },
    body,
    coding,
    print,
    modified: modifiedAt === undefined ? undefined : modifiedOf(modifiedAt),
  };
}

function modifiedOf(instant: Instant): Modified {
  const date = new Date(instant);
  return { ms: date.getTime(), text: date.toUTCString() };
}

/** Headers of a 200 response that a 304 leaves out: they describe the body (RFC 9110, 15.4.5). */
const bodyHeaders = new Set([
  'content-type',
  'content-length',
  'content-encoding',
  'link',
  'x-total-count',
  'etag',
]);

/** Minimum age of a validator in ms. Another change in the same second would have the same time (RFC 9110, 8.8.2.2). */
const settledMs = 2000;

/** Sends a representation, or a 304 if the client has it already. `own` are headers of this response only. */
export function sendRepresentation(
  request: FastifyRequest,
  reply: FastifyReply,
  { headers, body, coding, print, modified }: Representation,
  own: Headers = {},
): FastifyReply {
  const settled = modified && Date.now() - modified.ms >= settledMs ? modified : undefined;
  const clientTag = print !== undefined && unchanged(request.headers, print, settled?.ms, coding);
  if (clientTag) {
    reply.code(304).header('etag', clientTag);
    for (const name in headers) if (!bodyHeaders.has(name)) reply.header(name, headers[name]);
  } else {
    reply.headers(headers);
  }
  reply.headers(own);
  if (settled) reply.header('last-modified', settled.text);
  return clientTag ? reply.send() : reply.send(body);
}
