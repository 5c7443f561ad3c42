import { performance } from 'node:perf_hooks';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Archive, ArchiveState } from '../archive/archive.ts';
import type { Awaitable } from '../archive/awaitable.ts';
import type { ArchiveReads } from '../archive/reads.ts';
import { announcedFeeds } from '../live/announced-feeds.ts';
import type { LiveEvents } from '../live/live-events.ts';
import type { Instant } from '../model/instant.ts';
import type { ParseDocument } from '../model/parsed-article.ts';
import { requireKey } from './api-key.ts';
import { compress } from './compression.ts';
import { cacheControl, entityTag, fingerprint, httpDate, lastModified, unchanged } from './conditional.ts';
import { headersBeside } from './default-headers.ts';
import { acceptedCodings } from './negotiation.ts';
import type { Answer, Format, GivenDocument, Operation } from './operation.ts';
import { originOf } from './request/origin.ts';
import type { Understand } from './request/parsed-queries.ts';
import { prefersLenient } from './request/prefer.ts';
import { askedFormat } from './request/requested-format.ts';
import { alternates } from './response/alternates.ts';
import { linkHeader } from './response/link-header.ts';
import type { FinishedResponses } from './response-cache.ts';
import { replyAgain, replyFirst } from './send-finished.ts';
import { sendStream } from './stream.ts';

/** What every answer needs beside the request. */
export interface Surroundings {
  archive: Archive;
  live: LiveEvents;
  /** The WebSub hub that tells subscribers when the main list has changed. */
  hub: string | null;
  version: string;
  base: string;
  /** Headers that every answer has. */
  common: readonly string[];
  finished: FinishedResponses;
  understand: Understand;
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
  const descriptions = descriptionsAt(around.base);
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const started = performance.now();
    const holder = operation.keyScope
      ? await requireKey(around.archive.keys, request.headers, operation.keyScope)
      : undefined;
    const asked = askedFormat(request, operation);
    const { mediaType, format, path } = asked;
    const lenient = prefersLenient(request.headers.prefer);
    const { query, queryFor, ignored, respond } = around.understand(operation, request, { lenient, format });
    const pathname = format ? `${asked.pathname}.${format.suffix}` : asked.pathname;
    // What is made for other programs holds absolute addresses; without a public one, the reader's own.
    const base = format || operation.absolute ? around.base || originOf(request) : around.base;
    const varies = [
      ...(asked.bySuffix ? [] : ['Accept']),
      'Accept-Encoding',
      ...(ignored.length > 0 ? ['Prefer'] : []),
    ].join(', ');
    const key = [base, pathname, query, mediaType, varies, ...ignored.map(({ name }) => name)].join('\n');

    reply.header('vary', varies);
    if (ignored.length > 0) reply.header('preference-applied', 'handling=lenient');

    let state = await stateOf(operation, around, key);
    const codings = acceptedCodings(request.headers);
    const held = state && unchanged(request.headers, state.print, state.modified, codings[0] ?? 'identity');
    if (state && held) {
      return setValidators(reply, operation, state, held).code(304).send();
    }
    const finishedKey = `${codings[0]} ${key}`;
    // Where addresses are those of the Host header, the words of the request do not say all that it means.
    const words = base === around.base ? request.raw : undefined;
    const known = state && around.finished.find(finishedKey, words);
    if (state && known?.print === state.print) return replyAgain(request, reply, known);

    const understood = performance.now();
    const { archive } = around;
    const respondFrom = (reads: ArchiveReads, stateIn: () => Awaitable<ArchiveState>) =>
      respond({
        ...around,
        archive: reads,
        state: stateIn,
        writes: archive.writes,
        changes: archive.changes,
        exports: archive.exports,
        check: archive.check,
        base,
        path,
        pathname,
        mediaType,
        publication: format && { format, origin: base, hub: hubOf(`${base}${pathname}${query}`, around) },
        headers: request.headers,
        document: operation.document && documentIn(request),
        editor: holder?.name,
      });
    let answer: Answer;
    if (state?.revision === undefined) {
      answer = await respondFrom(archive.reads, archive.state);
    } else {
      const read = await archive.read((reads, snapshot) => respondFrom(reads, () => snapshot));
      answer = read.value;
      state = stateFrom(read.state, around, key);
    }
    if ('stream' in answer)
      return sendStream(request, reply, { ...answer, mediaType, codings }, around.live.ended);
    if ('movedTo' in answer) {
      const search = request.url.indexOf('?');
      const suffix = asked.bySuffix ? `.${format?.suffix ?? 'json'}` : '';
      const location = `${around.base}${answer.movedTo}${suffix}${search < 0 ? '' : request.url.slice(search)}`;
      return reply.headers({ location, 'cache-control': cacheControl.item }).code(308).send();
    }

    const answered = performance.now();
    const { body, coding } = await compress(bytesOf(answer.body), codings);
    const headers = headersBeside(around.common, answer.headers);
    const say = (name: string, value: string): void => {
      if (!(answer.headers && name in answer.headers)) headers.push(name, value);
    };
    say('vary', varies);
    say('content-type', contentType(mediaType, format));
    say('content-length', String(body.length));
    if (ignored.length > 0) say('preference-applied', 'handling=lenient');
    if (state) say('etag', entityTag(state.print, coding));
    say('cache-control', cacheControl[state ? operation.lifetime : 'now']);
    if (coding !== 'identity') say('content-encoding', coding);
    const hub = hubOf(answer.links?.self, around);
    const others = alternates(operation, format, (each) => {
      return `${base}${asked.pathname}${each ? `.${each.suffix}` : ''}${queryFor(each)}`;
    });
    say('link', linkHeader({ ...answer.links, hub, ...descriptions }, others, answer.alternates));
    // The address of just this representation (RFC 9110, 8.7).
    if (format && !asked.bySuffix && !operation.takesBody)
      say('content-location', `${base}${pathname}${query}`);
    if (answer.total?.relation === 'eq') say('x-total-count', String(answer.total.value));
    const timing = [
      `understand;dur=${(understood - started).toFixed(2)}`,
      `answer;dur=${(answered - understood).toFixed(2)}`,
      `encode;dur=${(performance.now() - answered).toFixed(2)}`,
    ];
    replyFirst(request, reply, { headers, body, modified: state?.modified }, timing.join(', '));
    // Sent first: what is kept goes out again without being looked through.
    if (state) {
      const { print, revision, revisedAt } = state;
      const route = request.routeOptions.url;
      around.finished.keep(finishedKey, words, { headers, body, print, revision, revisedAt, route });
    }
    return reply;
  };
}

/** Where the API is described, for people and for programs (RFC 8631). */
function descriptionsAt(base: string) {
  return {
    describedby: `${base}/openapi.json`,
    'service-desc': `${base}/openapi.json`,
    'service-doc': `${base}/docs`,
  };
}

/** The hub of a list that it is told of (WebSub, section 4); the `self` that goes with it is there already. */
function hubOf(self: string | null | undefined, { hub, base }: Surroundings): string | null {
  return announcedFeeds.some((path) => self === `${base}${path}`) ? hub : null;
}

function contentType(mediaType: string, format: Format | undefined): string {
  return `${mediaType}; charset=utf-8${format?.typeParameters ? `; ${format.typeParameters}` : ''}`;
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
  return stateFrom(await archive.state(), around, key);
}

function stateFrom(
  { archive, revision, revisedAt }: ArchiveState,
  { version }: Surroundings,
  key: string,
): State {
  return {
    print: fingerprint(version, archive, revision, key),
    revision,
    revisedAt,
    modified: lastModified(revisedAt, Date.now()),
  };
}

function setValidators(
  reply: FastifyReply,
  { lifetime }: Operation,
  state: State,
  tag: string,
): FastifyReply {
  reply.headers({ etag: tag, 'cache-control': cacheControl[lifetime] });
  return state.modified ? reply.header('last-modified', httpDate(state.modified)) : reply;
}

function documentIn({ body, headers }: FastifyRequest): GivenDocument {
  const [type = ''] = (headers['content-type'] ?? '').split(';');
  return {
    bytes: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
    mediaType: type.trim().toLowerCase(),
  };
}
