import { pipeline, Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Coding } from './negotiation.ts';
import type { StreamAnswer } from './operation.ts';

/** A client that takes nothing for so long, in milliseconds, is dropped; it can go on where it was. */
const patienceMs = 60_000;

/** How long a closing server waits for a client to take what is left, in milliseconds. */
const farewellMs = 500;

/** How much of a download is made ahead of the client, in bytes. */
const ahead = 2 ** 18;

/**
 * Answers with a stream as it comes: no cache keeps it, no proxy gathers it. It is read as fast as the client takes
 * it. One that has an end is compressed here, and broken off, not ended, when the server closes or it fails: what
 * came whole is whole. HEAD gets the headers.
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
  }: StreamAnswer & { mediaType: string; codings: Coding[] },
  ended: AbortSignal,
): FastifyReply {
  const zipped = ends && codings.includes('gzip');
  if (zipped) reply.header('content-encoding', 'gzip');
  reply.headers({
    'content-type': `${mediaType}; charset=utf-8`,
    'cache-control': 'no-store, no-transform',
    // nginx gathers 4 KiB of an answer before it passes any on, unless it is told not to.
    'x-accel-buffering': 'no',
    // A stream ends when its server does, and a connection that is kept would hold up the server's end.
    connection: 'close',
    ...headers,
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
  reply.raw.setTimeout(patienceMs, () => reply.raw.destroy());
  if (!ends) return reply.send(Readable.from(stream(gone.signal)));
  const source = Readable.from(stream(gone.signal), { objectMode: false, highWaterMark: ahead });
  // Whoever sends it closes it; what fails breaks the connection off.
  return reply.send(zipped ? pipeline(source, createGzip({ level: 5 }), () => undefined) : source);
}
