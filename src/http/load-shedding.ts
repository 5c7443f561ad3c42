import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../errors.ts';
import { costOf } from './rate-limits.ts';

/**
 * Delays of the event loop from which requests are refused, by the cost of their route. At half a second, a page of a
 * few requests takes seconds, and expensive work makes all others wait; a server that is only busy stays below. At two
 * seconds, clients give up, and only what costs about one read of the database is worth their wait.
 */
const levels = [
  { delayMs: 2000, cost: 2 },
  { delayMs: 500, cost: 5 },
];

/** Time in seconds after which a refused client may try again: more than the meter needs to see an end of the load. */
const retryAfter = '3';

/**
 * Returns an `onRequest` hook that refuses requests to expensive routes with `overloaded` while the event loop is late.
 * `delayMs` returns that delay in ms. Responses from the cache and cheap routes go on.
 */
export function shedLoad(delayMs: () => number, onRefused?: () => void) {
  return (request: FastifyRequest, _reply: FastifyReply, done: (error?: Error) => void): void => {
    const cost = costOf(request);
    const delay = delayMs();
    if (levels.some((level) => delay >= level.delayMs && cost >= level.cost)) {
      onRefused?.();
      done(
        new Problem('overloaded', 'The server is too busy for requests that are expensive.', {
          headers: { 'retry-after': retryAfter },
        }),
      );
    } else done();
  };
}

/** Measures the delay of the event loop. */
export interface DelayMeter {
  /**
   * Returns the smallest mean of the last six half seconds, in ms. A server that has just started has a few long turns
   * in a row for its first page, without being busy.
   */
  delayMs(): number;
  close(): void;
}

const resolutionMs = 20;
const periodMs = 500;
const periods = 6;

/** Starts to measure the delay of the event loop. */
export function openDelayMeter(): DelayMeter {
  const histogram = monitorEventLoopDelay({ resolution: resolutionMs });
  histogram.enable();
  const delay = createDelay();
  const timer = setInterval(() => {
    // The mean is NaN if nothing was measured yet.
    delay.add({ count: histogram.count, sumMs: (histogram.count * (histogram.mean || 0)) / 1e6 });
  }, periodMs).unref();
  return {
    delayMs: delay.ms,
    close() {
      clearInterval(timer);
      histogram.disable();
    },
  };
}

/** Number and sum of all intervals between two turns that were measured so far. */
interface Measured {
  count: number;
  sumMs: number;
}

/**
 * Creates the delay from what is measured at the end of each period. The histogram is never reset: it would not measure
 * the first interval after a reset, and a very late loop has only one in each period.
 */
export function createDelay(): { add(measured: Measured): void; ms(): number } {
  let measured: Measured = { count: 0, sumMs: 0 };
  const means: number[] = Array.from({ length: periods }, () => 0);
  return {
    add(now) {
      const count = now.count - measured.count;
      // Without a new value, the last one holds.
      if (count === 0) return;
      means.shift();
      // Intervals include the resolution.
      means.push(Math.max(0, (now.sumMs - measured.sumMs) / count - resolutionMs));
      measured = now;
    },
    ms: () => Math.min(...means),
  };
}
