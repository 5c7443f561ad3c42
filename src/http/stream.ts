import { pipeline, Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Coding } from './compression.ts';
import type { StreamResult } from './operation.ts';

/** A client that reads nothing for this long is disconnected; it can resume later. In ms. */
const clientTimeoutMs = 60_000;

/** Time that a closing server gives clients to read what is buffered, in ms. */
const closingMs = 500;

/** Maximum of a download that is buffered ahead of the client, in bytes. */
const maxBuffered = 2 ** 18;

/**
 * Sends a stream while it is produced, as fast as the client reads; caches and proxies must not buffer it. A download is
 * compressed here. If it fails or the server closes, the connection is reset, so that clients do not take it for
 * complete. HEAD gets the headers only.
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
    // A kept connection would delay the end of a closing server.
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
