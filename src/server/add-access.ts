import type { FastifyInstance, onRequestHookHandler } from 'fastify';
import type { KeyStore } from '../archive/keys.ts';
import { authenticate, decorateWithKey, forbidSharing } from '../http/api-key.ts';
import { openKeyUses } from '../http/key-uses.ts';
import { shedLoad } from '../http/load-shedding.ts';
import { createRateLimits, type RateLimits } from '../http/rate-limits.ts';
import type { ReadAccess } from '../routes/table.ts';

export interface AccessSettings {
  keys: KeyStore;
  readAccess: ReadAccess;
  /** Limits of requests; undefined for none. */
  rateLimits: RateLimits | undefined;
  /** True if some proxies are trusted to forward the address of the client. */
  trustsProxy: boolean;
  /** Returns the canonical address of a feed, without its token; undefined if the address is that of no feed. */
  feedAddress(url: string): string | undefined;
  respondFromCache: onRequestHookHandler;
  /** Returns the delay of the event loop in ms, by which load is shed; absent if it never is. */
  loopDelayMs?: (() => number) | undefined;
  /** Called for each request that is refused to protect the server. */
  onRefused?: ((reason: 'rate-limited' | 'overloaded') => void) | undefined;
}

/**
 * Adds the hooks that decide who gets a response, in this order. Keys and limits come before the cache, so that they also
 * hold for cached responses; load is shed after it, because a cached response costs nearly nothing.
 */
export function addAccess(app: FastifyInstance, settings: AccessSettings): void {
  const { keys, readAccess, rateLimits, trustsProxy, loopDelayMs, onRefused } = settings;
  decorateWithKey(app);
  const uses = openKeyUses(keys);
  app.addHook('onClose', uses.close);
  app.addHook('onRequest', authenticate(keys, uses, settings.feedAddress));
  const limits =
    rateLimits && createRateLimits(rateLimits, { trustsProxy, onRefused: () => onRefused?.('rate-limited') });
  if (limits) app.addHook('onRequest', limits.enter);
  app.addHook('onRequest', settings.respondFromCache);
  if (loopDelayMs)
    app.addHook(
      'onRequest',
      shedLoad(loopDelayMs, () => onRefused?.('overloaded')),
    );
  if (limits) app.addHook('onRequest', limits.miss);
  if (readAccess === 'key') app.addHook('onSend', forbidSharing);
}
