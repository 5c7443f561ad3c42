import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';

/** A request and the outcome of its response, for metrics. */
export interface Exchange {
  method: string;
  /** Pattern of the route, such as `/v1/articles/:article`; undefined if no route matches. */
  route: string | undefined;
  status: number;
  /** True if the response came from the response cache. */
  cached: boolean;
  /** Time from the request line to the last byte of the response, in ms. */
  ms: number;
}

/** Function that is called after each response was sent. */
export type Observer = (exchange: Exchange) => void;

/** Returns an `onResponse` hook that passes each response to an observer. */
export function observeResponses(observe: Observer) {
  return ({ method, routeOptions }: FastifyRequest, reply: FastifyReply, done: () => void): void => {
    observe({
      method,
      route: routeOptions.url,
      status: reply.raw.statusCode,
      cached: reply.hasHeader('cache-status'),
      ms: reply.elapsedTime,
    });
    done();
  };
}

/** Returns a URL with `REDACTED` in place of the token of a feed, and of keys that do not belong into URLs. */
export function withoutToken(url: string): string {
  if (!url.includes('token=') && !url.includes('dateline_')) return url;
  return url.replace(/([?&]token=)[^&#]*|dateline_[\w-]{20,}/g, '$1REDACTED');
}

/** Returns an `onResponse` hook that logs one line per response. */
export function accessLog(logger: Logger) {
  return ({ id, method, url }: FastifyRequest, reply: FastifyReply, done: () => void): void => {
    const ms = Math.round(reply.elapsedTime * 100) / 100;
    logger.info({ reqId: id, method, url: withoutToken(url), status: reply.raw.statusCode, ms });
    done();
  };
}
