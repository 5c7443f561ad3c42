import type { FastifyReply } from 'fastify';

/**
 * Headers that every answer has, errors too. CORS is for any origin without credentials, as all there is to read
 * is public; being the same for all, it needs no Vary.
 */
export function setCommonHeaders(reply: FastifyReply, corsOrigin: string): void {
  reply.headers({
    'x-request-id': reply.request.id,
    'access-control-allow-origin': corsOrigin,
    'access-control-expose-headers':
      'Link, ETag, Last-Modified, Content-Location, X-Total-Count, X-Request-Id, Retry-After, WWW-Authenticate, RateLimit, RateLimit-Policy, Preference-Applied, Server-Timing, Dateline-Seq, Dateline-Archive',
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  });
}

/** Answers OPTIONS, and with it the preflight of browsers. `allowed` is a list such as `GET, HEAD, OPTIONS`. */
export function sendAllowed(reply: FastifyReply, allowed: string): FastifyReply {
  return reply
    .code(204)
    .headers({
      allow: allowed,
      'access-control-allow-methods': allowed,
      'access-control-allow-headers':
        'Accept, Authorization, Content-Type, If-Match, If-Modified-Since, If-None-Match, Prefer, X-Request-Id',
      'access-control-max-age': '86400',
    })
    .send();
}
