import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Instant } from '../model/instant.ts';
import { httpDate, lastModified, unchanged } from './conditional.ts';
import { headersIn, writeHeadAgain } from './message-head.ts';
import { acceptedCodings } from './negotiation.ts';
import type { FinishedResponse } from './response-cache.ts';

/** Of a whole answer, what a 304 leaves out: what describes the body, and the links (RFC 9110, 15.4.5). */
const ofBody = new Set([
  'content-type',
  'content-length',
  'content-encoding',
  'link',
  'x-total-count',
  // A 304 names the tag that the client has, which may be that of another coding.
  'etag',
]);

const sentAgain = new WeakSet<FastifyReply>();

/** Whether a reply was one that was kept: what Fastify knows of it does not say. */
export function wasSentAgain(reply: FastifyReply): boolean {
  return sentAgain.has(reply);
}

/**
 * Answers a request with what was made for it; `timing` says how long that took. Past Fastify's reply, which would gather
 * the headers and look through them once more.
 */
export function replyFirst(
  { id }: FastifyRequest,
  reply: FastifyReply,
  { headers, body, modified }: { headers: string[]; body: Buffer; modified: Instant | undefined },
  timing: string,
): void {
  const status = reply.statusCode;
  reply.hijack();
  const own = ['x-request-id', id, 'server-timing', timing];
  if (modified) own.push('last-modified', httpDate(modified));
  reply.raw.writeHead(status, headers.concat(own)).end(body);
}

/** Answers a request that was routed with what was kept for it. */
export function replyAgain(
  request: FastifyRequest,
  reply: FastifyReply,
  finished: FinishedResponse,
): FastifyReply {
  sentAgain.add(reply);
  reply.hijack();
  sendAgain(request.raw, reply.raw, finished, request.id);
  return reply;
}

/**
 * Sends a finished answer once more, or a 304 where the client has it already; gives the status. `id` is the name of
 * the request. Past Fastify's reply, which would take the headers apart and put them together again.
 */
export function sendAgain(
  request: IncomingMessage,
  response: ServerResponse,
  { lines, body, print, revisedAt }: FinishedResponse,
  id: string,
): 200 | 304 {
  const modified = revisedAt && lastModified(revisedAt, Date.now());
  const own = ['x-request-id', id, 'cache-status', 'Dateline; hit'];
  if (modified) own.push('last-modified', httpDate(modified));
  if (asksWhetherChanged(request)) {
    const coding = acceptedCodings(request.headers)[0] ?? 'identity';
    const tag = unchanged(request.headers, print, modified, coding);
    if (tag !== undefined) {
      response.writeHead(304, [...withoutBody(headersIn(lines)), 'etag', tag, ...own]).end();
      return 304;
    }
  }
  writeHeadAgain(response, lines, own);
  response.end(body);
  return 200;
}

function asksWhetherChanged({ headers }: IncomingMessage): boolean {
  return headers['if-none-match'] !== undefined || headers['if-modified-since'] !== undefined;
}

function withoutBody(headers: string[]): string[] {
  const kept: string[] = [];
  for (let index = 0; index < headers.length; index += 2) {
    const name = headers[index] ?? '';
    if (!ofBody.has(name)) kept.push(name, headers[index + 1] ?? '');
  }
  return kept;
}
