import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A client that takes nothing for so long, in milliseconds, is dropped; it can go on from its Last-Event-ID. */
const patienceMs = 60_000;

/** How long a closing server waits for a client to take what is left, in milliseconds. */
const farewellMs = 500;

/**
 * Answers with a stream that lasts, as it comes: no cache keeps it, no proxy gathers or compresses it. It is read
 * as fast as the client takes it. HEAD gets the headers.
 */
export function sendStream(
  request: FastifyRequest,
  reply: FastifyReply,
  mediaType: string,
  stream: (signal: AbortSignal) => AsyncIterable<string>,
  ended: AbortSignal,
): FastifyReply {
  reply.headers({
    'content-type': `${mediaType}; charset=utf-8`,
    'cache-control': 'no-store, no-transform',
    // nginx gathers 4 KiB of an answer before it passes any on, unless it is told not to.
    'x-accel-buffering': 'no',
    // A stream ends when its server does, and a connection that is kept would hold up the server's end.
    connection: 'close',
  });
  if (request.method === 'HEAD') return reply.send();
  const gone = new AbortController();
  const cut = (): void => {
    setTimeout(() => reply.raw.destroy(), farewellMs).unref();
  };
  ended.addEventListener('abort', cut);
  reply.raw.once('close', () => {
    ended.removeEventListener('abort', cut);
    gone.abort();
  });
  reply.raw.setTimeout(patienceMs);
  return reply.send(Readable.from(stream(gone.signal)));
}
