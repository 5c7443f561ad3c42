import type { IncomingMessage, RequestListener } from 'node:http';
import type { Archive } from '../../archive/archive.ts';
import type { Observer } from './exchange.ts';
import type { FinishedResponses } from './finished-responses.ts';
import { requestId } from './request-id.ts';
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
  const recall = async (request: IncomingMessage) => {
    const { method } = request;
    if (method !== 'GET' && method !== 'HEAD') return undefined;
    const known = finished.recall(request);
    if (known?.revision === undefined) return known;
    try {
      return known.revision === (await archive.revision()) ? known : undefined;
    } catch {
      // The route says what is wrong with the archive.
      return undefined;
    }
  };
  return async (request, response) => {
    const begun = performance.now();
    const known = await recall(request);
    if (!known) return handler(request, response);
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
}
