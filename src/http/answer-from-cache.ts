import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Archive, ArchiveState } from '../archive/archive.ts';
import type { Awaitable } from '../archive/awaitable.ts';
import type { Observer } from './on-response.ts';
import { requestId } from './request-id.ts';
import type { FinishedResponse, FinishedResponses } from './response-cache.ts';
import { sendAgain } from './send-finished.ts';

/**
 * Answers what was answered before in the same words, before the request is routed; all else goes to `handler`.
 * It asks the archive for its revision, so that a write by any process is seen by the next request.
 */
export function recalling(
  { archive, finished }: { archive: Archive; finished: FinishedResponses },
  observers: Observer[],
  handler: RequestListener,
): RequestListener {
  /** What was kept for a request, if the archive is still as it was; a promise only where the archive gives one. */
  const recall = (request: IncomingMessage): Awaitable<FinishedResponse | undefined> => {
    const { method } = request;
    if (method !== 'GET' && method !== 'HEAD') return undefined;
    const known = finished.recall(request);
    if (known?.revision === undefined) return known;
    const ifStill = ({ revision }: ArchiveState) => (known.revision === revision ? known : undefined);
    // The route says what is wrong with the archive.
    const unavailable = () => undefined;
    try {
      const state = archive.state();
      return state instanceof Promise ? state.then(ifStill, unavailable) : ifStill(state);
    } catch {
      return unavailable();
    }
  };
  const answer = (
    request: IncomingMessage,
    response: ServerResponse,
    known: FinishedResponse | undefined,
    begun: number,
  ): void => {
    if (!known) {
      handler(request, response);
      return;
    }
    const id = requestId(request.headers);
    const status = sendAgain(request, response, known, id);
    const { method = '', url = '' } = request;
    const exchange = {
      id,
      method,
      url,
      route: known.route,
      status,
      kept: true,
      ms: performance.now() - begun,
    };
    for (const observe of observers) observe(exchange);
  };
  return (request, response) => {
    const begun = performance.now();
    const known = recall(request);
    if (known instanceof Promise) known.then((late) => answer(request, response, late, begun));
    else answer(request, response, known, begun);
  };
}
