import type { FastifyReply, FastifyRequest } from 'fastify';
import { wasSentAgain } from './send-finished.ts';

/** A request and how it was answered: what those hear who log and count. */
export interface Exchange {
  id: string;
  method: string;
  url: string;
  /** The pattern of the route, such as `/v1/articles/:article`; undefined where none leads there. */
  route: string | undefined;
  status: number;
  /** Whether the answer was a kept one. */
  kept: boolean;
  /** From the request to the last byte of the answer, in milliseconds. */
  ms: number;
}

export type Observer = (exchange: Exchange) => void;

/** A Fastify hook that tells observers of each request when it is answered. */
export function tellOf(observers: Observer[]) {
  return (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
    const { id, method, url, routeOptions } = request;
    const exchange: Exchange = {
      id,
      method,
      url,
      route: routeOptions.url,
      status: reply.raw.statusCode,
      kept: wasSentAgain(reply),
      ms: reply.elapsedTime,
    };
    for (const observe of observers) observe(exchange);
    done();
  };
}
