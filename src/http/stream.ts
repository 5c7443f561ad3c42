import { pipeline, Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Coding } from './compression.ts';
import type { StreamResult } from './operation.ts';

/** Time in ms after which a client that reads nothing is disconnected. It can resume later. */
const clientTimeoutMs = 60_000;

/** Time in ms that a closing server gives clients to read buffered data. */
const closingMs = 500;

/** Maximum number of bytes of a download that are buffered ahead of the client. */
const maxBuffered = 2 ** 18;

/**
 * Sends a stream while it is produced, as fast as the client reads. A download is compressed if the client accepts it.
 * If it fails or the server closes, the connection is reset, so that the client knows that it is incomplete. HEAD gets
 * only the headers.
 */
export function sendStream(
  request: FastifyRequest,
  reply: FastifyReply,
  {
    mediaType,
    codings,
    stream,
    ends = false,
    headers = {},
  }: StreamResult & { mediaType: string; codings: Coding[] },
  ended: AbortSignal,
): FastifyReply {
  const compressed = ends && codings.includes('gzip');
  if (compressed) reply.header('content-encoding', 'gzip');
  reply.headers({
    'content-type': `${mediaType}; charset=utf-8`,
    'cache-control': 'no-store, no-transform',
    // By default nginx buffers 4 KiB of a response before it passes any on.
    'x-accel-buffering': 'no',
    // A connection that stays open would delay the end of a closing server.
    connection: 'close',
    ...headers,
  });
  if (request.method === 'HEAD') return reply.send();
  const disconnected = new AbortController();
  const reset = (): void => {
    setTimeout(() => reply.raw.destroy(), closingMs).unref();
  };
  ended.addEventListener('abort', reset);
  reply.raw.once('close', () => {
    ended.removeEventListener('abort', reset);
    disconnected.abort();
  });
  reply.raw.setTimeout(clientTimeoutMs, () => reply.raw.destroy());
  if (!ends) return reply.send(Readable.from(stream(disconnected.signal)));
  const source = Readable.from(stream(disconnected.signal), {
    objectMode: false,
    highWaterMark: maxBuffered,
  });
  // `send` closes the stream; an error resets the connection.
  return reply.send(compressed ? pipeline(source, createGzip({ level: 5 }), () => undefined) : source);
}
