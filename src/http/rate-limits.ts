import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Problem } from '../errors.ts';
import { keyOf } from './api-key.ts';
import { clientNetwork } from './client-network.ts';

/** Units per minute and process, for each client address and for each API key; null for no limit. */
export interface RateLimits {
  address: number | null;
  key: number | null;
}

type Policy = keyof RateLimits;

/** Length of the window in seconds: long enough for a burst of requests, short enough to wait for. */
const windowSeconds = 60;

/** Units of a response from the cache. The cost of a route is that of one that is made. */
const hitCost = 1;

/** Two `onRequest` hooks that charge requests. */
export interface RateLimitHooks {
  /** Charges a response from the cache, before the cache is asked. */
  enter: Hook;
  /** Charges the rest of the cost of the route, when the response is not in the cache. */
  miss: Hook;
}

type Hook = (request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void) => void;

/**
 * Creates the hooks that limit requests by API key, else by client address, and refuse more with `rate-limited`.
 * `RateLimit` and `RateLimit-Policy` follow draft-ietf-httpapi-ratelimit-headers-11. Requests without a key that come
 * straight from a private address are not limited: they are the operator's own, or those of a proxy that is not trusted
 * and has all clients behind one address.
 */
export function createRateLimits(
  limits: RateLimits,
  { trustsProxy, onRefused }: { trustsProxy: boolean; onRefused?: (() => void) | undefined },
): RateLimitHooks {
  const limiters = {
    address: lazyLimiter(limits.address),
    key: lazyLimiter(limits.key),
  };
  const clientOf = (request: FastifyRequest): { policy: Policy; id: string } | undefined => {
    const key = keyOf(request);
    if (key) return { policy: 'key', id: key.id };
    // The address is undefined if the client has disconnected.
    const network = clientNetwork(request.ip ?? '');
    const isForwarded = trustsProxy && request.headers['x-forwarded-for'] !== undefined;
    if (!network || (network.isPrivate && !isForwarded)) return undefined;
    return { policy: 'address', id: network.name };
  };
  const charge = (units: number, request: FastifyRequest, reply: FastifyReply, done: (e?: Error) => void) => {
    if (units <= 0) return done();
    const client = clientOf(request);
    const limit = client && limits[client.policy];
    if (!client || limit === null || limit === undefined) return done();
    const setHeaders = ({ remainingPoints, msBeforeNext }: RateLimiterRes) => {
      const seconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
      reply.header('ratelimit-policy', `"${client.policy}";q=${limit};w=${windowSeconds}`);
      reply.header('ratelimit', `"${client.policy}";r=${remainingPoints};t=${seconds}`);
      return seconds;
    };
    limiters[client.policy]()
      .then((limiter) => limiter.consume(client.id, units))
      .then(
        (result) => {
          setHeaders(result);
          done();
        },
        (refusal: RateLimiterRes | Error) => {
          if (refusal instanceof Error) return done(refusal);
          const seconds = setHeaders(refusal);
          onRefused?.();
          const who = client.policy === 'key' ? 'this API key' : 'this address';
          done(
            new Problem('rate-limited', `The limit is ${limit} units per minute for ${who}.`, {
              headers: { 'retry-after': String(seconds) },
            }),
          );
        },
      );
  };
  return {
    enter: (request, reply, done) => charge(Math.min(costOf(request), hitCost), request, reply, done),
    miss: (request, reply, done) => charge(costOf(request) - hitCost, request, reply, done),
  };
}

/** Returns the cost of the route of a request; 0 for OPTIONS and methods that are refused. */
export function costOf({ routeOptions }: FastifyRequest): number {
  return routeOptions.config?.access?.cost ?? 0;
}

/** Returns a function that returns a limiter. The library is loaded with the first limited request. */
function lazyLimiter(points: number | null): () => Promise<RateLimiterMemory> {
  let limiter: Promise<RateLimiterMemory> | undefined;
  return () => {
    limiter ??= import('rate-limiter-flexible').then(
      (library) => new library.RateLimiterMemory({ points: points ?? 0, duration: windowSeconds }),
    );
    return limiter;
  };
}
