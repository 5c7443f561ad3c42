import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Archive } from '../archive/archive.ts';
import type { FinishedResponses } from './finished-responses.ts';
import { sendAgain } from './send-again.ts';

/**
 * A hook that answers what was answered before in the same words, before anything else is done with the request.
 * It asks the archive for its revision, so that a write by any process is seen by the next request.
 */
export function recalling({ archive, finished }: { archive: Archive; finished: FinishedResponses }) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const { method } = request;
    if (method !== 'GET' && method !== 'HEAD') return undefined;
    const response = finished.recall(request.raw);
    if (!response) return undefined;
    const current = response.revision === undefined || response.revision === (await archive.revision());
    return current ? sendAgain(request, reply, response) : undefined;
  };
}
