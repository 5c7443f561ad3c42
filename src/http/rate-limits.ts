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

type Charge = (units: number, ...rest: Parameters<Hook>) => void;

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
  const buckets = { address: createBucket('address', limits.address), key: createBucket('key', limits.key) };
  const clientOf = (request: FastifyRequest): { bucket: Bucket | undefined; id: string } | undefined => {
    const key = keyOf(request);
    if (key) return { bucket: buckets.key, id: key.id };
    // What is forwarded may be no address. That of the socket is undefined if the client has disconnected.
    const network = clientNetwork(request.ip ?? '') ?? clientNetwork(request.socket.remoteAddress ?? '');
    const isForwarded = trustsProxy && request.headers['x-forwarded-for'] !== undefined;
    if (!network || (network.isPrivate && !isForwarded)) return undefined;
    return { bucket: buckets.address, id: network.name };
  };
  const charge: Charge = (units, request, reply, done) => {
    const client = units > 0 ? clientOf(request) : undefined;
    if (!client?.bucket) return done();
    const { bucket, id } = client;
    const setHeaders = ({ remainingPoints, msBeforeNext }: RateLimiterRes): number => {
      const seconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
      reply.header('ratelimit-policy', bucket.policy);
      reply.header('ratelimit', `"${bucket.name}";r=${remainingPoints};t=${seconds}`);
      return seconds;
    };
    bucket.consume(id, units).then(
      (result) => {
        setHeaders(result);
        done();
      },
      (refusal: RateLimiterRes | Error) => {
        if (refusal instanceof Error) return done(refusal);
        const headers = { 'retry-after': String(setHeaders(refusal)) };
        onRefused?.();
        done(new Problem('rate-limited', bucket.refusal, { headers }));
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

/** The clients of one kind. */
interface Bucket {
  name: Policy;
  /** Value of `RateLimit-Policy`. */
  policy: string;
  /** Explanation of a refusal. */
  refusal: string;
  /** Counts units of a client. Rejects with a RateLimiterRes if it has used too many. */
  consume(id: string, units: number): Promise<RateLimiterRes>;
}

/** Creates a bucket; undefined if there is no limit. The library is loaded with the first limited request. */
function createBucket(name: Policy, limit: number | null): Bucket | undefined {
  if (limit === null) return undefined;
  let limiter: RateLimiterMemory | undefined;
  const load = async () => {
    const { RateLimiterMemory } = await import('rate-limiter-flexible');
    // Several requests may wait for the library.
    limiter ??= new RateLimiterMemory({ points: limit, duration: windowSeconds });
    return limiter;
  };
  return {
    name,
    policy: `"${name}";q=${limit};w=${windowSeconds}`,
    refusal: `The limit is ${limit} units per minute for this ${name === 'key' ? 'API key' : 'address'}.`,
    consume: (id, units) =>
      limiter ? limiter.consume(id, units) : load().then((loaded) => loaded.consume(id, units)),
  };
}
