import { performance } from 'node:perf_hooks';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Archive } from '../archive/archive.ts';
import { Problem } from '../errors.ts';
import { announcedFeeds } from '../live/announced-feeds.ts';
import type { LiveEvents } from '../live/live-events.ts';
import type { Instant } from '../news/instant.ts';
import type { ParseDocument } from '../news/parsed-article.ts';
import { cacheControl, entityTag, fingerprint, lastModified, unchanged } from './caching.ts';
import { compress } from './compression.ts';
import { type FinishedResponses, keptHeaders } from './finished-responses.ts';
import { linkHeader } from './link-header.ts';
import { acceptedCodings, chooseMediaType } from './negotiation.ts';
import type { Answer, GivenDocument, Operation } from './operation.ts';
import { prefersLenient } from './prefer.ts';
import { type Given, readQueryString } from './query-string.ts';
import { requireKey } from './require-key.ts';
import { sendAgain } from './send-again.ts';
import { sendStream } from './send-stream.ts';

/** What every answer needs beside the request. */
export interface Surroundings {
  archive: Archive;
  live: LiveEvents;
  /** The WebSub hub that tells subscribers when the main list has changed. */
  hub: string | null;
  version: string;
  base: string;
  finished: FinishedResponses;
  parse: ParseDocument;
}

/** The state that an answer comes from: its fingerprint is in the entity tag. */
interface State {
  print: string;
  /** Undefined for what no archive is asked for. */
  revision: number | undefined;
  revisedAt: Instant | undefined;
  modified: Instant | undefined;
}

/**
 * The handler of an operation. Four stages, timed in the Server-Timing header: understand the request, look
 * whether the client or this process has the answer already, answer, encode. A 304 and what is had already cost
 * the archive its revision and no query.
 */
export function answering(operation: Operation, around: Surroundings) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const started = performance.now();
    const holder = operation.keyScope
      ? await requireKey(around.archive, request.headers, operation.keyScope)
      : undefined;
    const mediaType = chooseMediaType(request.headers, operation.produces);
    const lenient = prefersLenient(request.headers.prefer);
    const { query, ignored, respond } = operation.understand(givenBy(request, operation), { lenient });
    const pathname = pathnameOf(request);
    const key = [around.base, pathname, query, mediaType, ...ignored.map(({ name }) => name)].join('\n');

    reply.header('vary', ignored.length > 0 ? 'Accept, Accept-Encoding, Prefer' : 'Accept, Accept-Encoding');
    if (ignored.length > 0) reply.header('preference-applied', 'handling=lenient');

    let state = await stateOf(operation, around, key);
    const codings = acceptedCodings(request.headers);
    const held = state && unchanged(request.headers, state.print, state.modified, codings[0] ?? 'identity');
    if (state && held) {
      return setValidators(reply, operation, state, held).code(304).send();
    }
    const finishedKey = `${codings[0]} ${key}`;
    const known = state && around.finished.find(finishedKey, request.raw);
    if (state && known?.print === state.print) return sendAgain(request, reply, known);

    const understood = performance.now();
    let answer: Answer;
    for (let attempt = 1; ; attempt += 1) {
      answer = await respond({
        ...around,
        path: pathValues(request),
        pathname,
        mediaType,
        headers: request.headers,
        document: operation.document && documentIn(request),
        editor: holder?.name,
      });
      if (await stillIn(state, around)) break;
      // The archive changed while it was read: a strong tag may not name two contents, so read again or go without.
      state = attempt < 3 ? await stateOf(operation, around, key) : undefined;
      if (!state) break;
    }
    if ('stream' in answer)
      return sendStream(request, reply, { ...answer, mediaType, codings }, around.live.ended);
    if ('movedTo' in answer) {
      const search = request.url.indexOf('?');
      const location = `${around.base}${answer.movedTo}${search < 0 ? '' : request.url.slice(search)}`;
      return reply.headers({ location, 'cache-control': cacheControl.item }).code(308).send();
    }

    const answered = performance.now();
    const { body, coding } = await compress(bytesOf(answer.body), codings);
    if (state) setValidators(reply, operation, state, entityTag(state.print, coding));
    else reply.header('cache-control', cacheControl.now);
    if (coding !== 'identity') reply.header('content-encoding', coding);
    reply.header(
      'link',
      linkHeader({ ...answer.links, ...hubOf(answer.links, around), ...descriptions(around.base) }),
    );
    if (answer.total?.relation === 'eq') reply.header('x-total-count', answer.total.value);
    reply.headers({ 'content-type': `${mediaType}; charset=utf-8`, ...answer.headers });
    if (state) {
      const { print, revision, revisedAt } = state;
      const headers = keptHeaders(reply.getHeaders(), body.length);
      around.finished.keep(finishedKey, request.raw, { headers, body, print, revision, revisedAt });
    }
    const encoded = performance.now();
    return reply
      .header(
        'server-timing',
        [
          `understand;dur=${(understood - started).toFixed(2)}`,
          `answer;dur=${(answered - understood).toFixed(2)}`,
          `encode;dur=${(encoded - answered).toFixed(2)}`,
        ].join(', '),
      )
      .send(body);
  };
}

/** Where the API is described, for people and for programs (RFC 8631). */
function descriptions(base: string) {
  return {
    describedby: `${base}/openapi.json`,
    'service-desc': `${base}/openapi.json`,
    'service-doc': `${base}/docs`,
  };
}

/** The hub of a list that it is told of (WebSub, section 4); the `self` that goes with it is there already. */
function hubOf({ self }: Record<string, string | null> = {}, { hub, base }: Surroundings) {
  return { hub: announcedFeeds.some((path) => self === `${base}${path}`) ? hub : null };
}

function bytesOf(body: string | Buffer): Buffer {
  return typeof body === 'string' ? Buffer.from(body) : body;
}

async function stateOf(operation: Operation, around: Surroundings, key: string): Promise<State | undefined> {
  const { archive, version } = around;
  if (operation.lifetime === 'now') return undefined;
  if (operation.lifetime === 'program') {
    const print = fingerprint(version, key);
    return { print, revision: undefined, revisedAt: undefined, modified: undefined };
  }
  const { id } = await archive.identity();
  const revision = await archive.revision();
  const revisedAt = await archive.revisedAt();
  return {
    print: fingerprint(version, id, revision, key),
    revision,
    revisedAt,
    modified: lastModified(revisedAt, Date.now()),
  };
}

/** Whether the archive is still as it was when `state` was asked for. */
async function stillIn(state: State | undefined, { archive }: Surroundings): Promise<boolean> {
  return state?.revision === undefined || state.revision === (await archive.revision());
}

function setValidators(
  reply: FastifyReply,
  { lifetime }: Operation,
  state: State,
  tag: string,
): FastifyReply {
  reply.headers({ etag: tag, 'cache-control': cacheControl[lifetime] });
  return state.modified ? reply.header('last-modified', new Date(state.modified).toUTCString()) : reply;
}

function givenBy(request: FastifyRequest, { takesBody }: Operation): Given {
  const given = readQueryString(request.url);
  if (!takesBody) return given;
  const { body } = request;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new Problem('invalid-body', 'The body has to be a JSON object of parameters.');
  }
  for (const [name, value] of Object.entries(body)) given.set(name, [...(given.get(name) ?? []), value]);
  return given;
}

function documentIn({ body, headers }: FastifyRequest): GivenDocument {
  const [type = ''] = (headers['content-type'] ?? '').split(';');
  return {
    bytes: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
    mediaType: type.trim().toLowerCase(),
  };
}

function pathValues({ params }: FastifyRequest): Record<string, string> {
  if (typeof params !== 'object' || params === null) return {};
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(params)) {
    if (String(value).includes('\0'))
      throw new Problem('malformed-request', 'The path holds a NUL character.');
    values[name] = String(value);
  }
  return values;
}

/** The path as the route table has it, so that equal resources have one address. */
function pathnameOf(request: FastifyRequest): string {
  const values = pathValues(request);
  const pattern = request.routeOptions.url ?? '/';
  return pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
}
