import type { FastifyReply } from 'fastify';

/**
 * Headers that every answer has, errors too: names and values in turn, as `writeHead` takes them. CORS is for any origin
 * without credentials, as all there is to read is public; being the same for all, it needs no Vary.
 */
export function commonHeaders(corsOrigin: string): readonly string[] {
  return Object.entries({
    'access-control-allow-origin': corsOrigin,
    'access-control-expose-headers':
      'Link, ETag, Last-Modified, Content-Location, X-Total-Count, X-Request-Id, Retry-After, WWW-Authenticate, RateLimit, RateLimit-Policy, Preference-Applied, Server-Timing, Dateline-Seq, Dateline-Archive',
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  }).flat();
}

/** The headers of one answer: those that it has itself, and of the common ones those that it has not. */
export function headersBeside(common: readonly string[], own: Record<string, string> = {}): string[] {
  const headers: string[] = [];
  for (let index = 0; index < common.length; index += 2) {
    const name = common[index] ?? '';
    if (!(name in own)) headers.push(name, common[index + 1] ?? '');
  }
  for (const name in own) headers.push(name, own[name] ?? '');
  return headers;
}

/** Has an answer that Fastify sends have them too. */
export function setCommonHeaders(reply: FastifyReply, common: readonly string[]): void {
  reply.header('x-request-id', reply.request.id);
  for (let index = 0; index < common.length; index += 2) {
    const name = common[index] ?? '';
    if (!reply.hasHeader(name)) reply.header(name, common[index + 1]);
  }
}

/** Answers OPTIONS, and with it the preflight of browsers. `allowed` is a list such as `GET, HEAD, OPTIONS`. */
export function sendAllowed(reply: FastifyReply, allowed: string): FastifyReply {
  return reply
    .code(204)
    .headers({
      allow: allowed,
      'access-control-allow-methods': allowed,
      'access-control-allow-headers':
        'Accept, Authorization, Content-Type, Idempotency-Key, If-Match, If-Modified-Since, If-None-Match, If-Unmodified-Since, Last-Event-ID, Prefer, traceparent, X-Request-Id',
      'access-control-max-age': '86400',
    })
    .send();
}
