import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';

/** A request and the outcome of its response, for logs and metrics. */
export interface Exchange {
  id: string;
  method: string;
  url: string;
  /** Pattern of the route, such as `/v1/articles/:article`; undefined if no route matches. */
  route: string | undefined;
  status: number;
  /** True if the response came from the response cache. */
  cached: boolean;
  /** Time from the request line to the last byte of the response, in ms. */
  ms: number;
}

/** Receives each response after it was sent. */
export type Observer = (exchange: Exchange) => void;

/** Returns a Fastify hook that passes each response to the observers. */
export function onResponse(observers: Observer[]) {
  return (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
    const { id, method, url, routeOptions } = request;
    const exchange: Exchange = {
      id,
      method,
      url,
      route: routeOptions.url,
      status: reply.raw.statusCode,
      cached: reply.hasHeader('cache-status'),
      ms: reply.elapsedTime,
    };
    for (const observe of observers) observe(exchange);
    done();
  };
}

/** Returns an observer that logs one line per response. */
export function accessLog(logger: Logger): Observer {
  return ({ id, method, url, status, ms }) => {
    logger.info({ reqId: id, method, url, status, ms: Math.round(ms * 100) / 100 });
  };
}
