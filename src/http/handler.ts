import { performance } from 'node:perf_hooks';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Archive, ArchiveState } from '../archive/archive.ts';
import type { Awaitable } from '../archive/awaitable.ts';
import type { ArchiveReads } from '../archive/reads.ts';
import { announcedFeeds } from '../live/announced-feeds.ts';
import type { LiveEvents } from '../live/live-events.ts';
import type { ParseDocument } from '../model/parsed-article.ts';
import { keyOf } from './api-key.ts';
import { acceptedCodings } from './compression.ts';
import { createInFlight } from './in-flight.ts';
import { alternates, linkHeader } from './links.ts';
import type { GivenDocument, Operation, Result } from './operation.ts';
import { type Format, requestedFormat } from './request/format.ts';
import { type ParseQuery, prefersLenient, withoutUnknown } from './request/query.ts';
import { isCurrent, type ResponseCache, sendCached } from './response-cache.ts';
import { cacheControl, type Headers, represent, sendMoved, sendRepresentation } from './send.ts';
import { sendStream } from './stream.ts';
import type { WorkQueue } from './work-queue.ts';

export interface ServerContext {
  archive: Archive;
  live: LiveEvents;
  /** WebSub hub that is notified when the main list changes. */
  hub: string | null;
  version: string;
  /** Prefix of every path in links: the public address, or empty. */
  base: string;
  /** Returns the origin of absolute addresses: the public address, or that of the port. */
  origin(): string;
  responses: ResponseCache;
  longWork: WorkQueue;
  parseQuery: ParseQuery;
  parse: ParseDocument;
}

/**
 * Creates the handler of an operation: parse the request, check the cache, respond, encode. Server-Timing has the
 * duration of each stage.
 */
export function createHandler(operation: Operation, context: ServerContext) {
  const { archive, responses } = context;
  const isCacheable = operation.lifetime !== 'now';
  const inFlight = createInFlight();
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const started = performance.now();
    const target = parseTarget(operation, request, context);
    const codings = acceptedCodings(request.headers);
    const cacheKey = `${codings[0]}\n${target.key}`;
    const current = async () => {
      const found = isCacheable ? responses.find(cacheKey) : undefined;
      return found && (await isCurrent(found, archive)) ? found : undefined;
    };
    const alias = () => target.url === request.url && responses.alias(request.raw, cacheKey);
    // There is no await between finding no equal request and beginning this one.
    let cached = await current();
    const equal = isCacheable && !cached ? inFlight.find(cacheKey) : undefined;
    if (equal) {
      await equal;
      cached = await current();
    }
    if (cached) {
      alias();
      return sendCached(request, reply, cached);
    }
    const end = isCacheable ? inFlight.begin(cacheKey) : undefined;
    try {
      const parsed = performance.now();
      const respond = (reads: ArchiveReads, state: () => Awaitable<ArchiveState>) =>
        target.respond({
          live: context.live,
          version: context.version,
          parse: (document) => context.parse(document, disconnection(reply)),
          archive: reads,
          state,
          writes: archive.writes,
          states: archive.states,
          changes: archive.changes,
          exports: archive.exports,
          check: archive.check,
          warnings: archive.warnings,
          base: target.base,
          path: target.path,
          pathname: target.pathname,
          mediaType: target.mediaType,
          publication: target.format && {
            format: target.format,
            origin: target.base,
            hub: hubOf(target.self, context),
          },
          headers: request.headers,
          document: operation.document && documentIn(request),
          key: keyOf(request),
        });
      const dependsOnArchive = operation.lifetime === 'list' || operation.lifetime === 'item';
      const work = async () =>
        dependsOnArchive
          ? archive.read((reads, snapshot) => respond(reads, () => snapshot))
          : { value: await respond(archive.reads, archive.state), state: undefined };
      const { value: result, state } = await (target.isLong
        ? context.longWork.run(work, { signal: disconnection(reply) })
        : work());
      if ('stream' in result) {
        return sendStream(
          request,
          reply,
          { ...result, mediaType: target.mediaType, codings },
          context.live.ended,
        );
      }
      if ('movedTo' in result) {
        const search = /\?.*/s.exec(target.url)?.[0] ?? '';
        const location = `${context.base}${result.movedTo}${target.suffix}${search}`;
        return sendMoved(reply, location, cacheControl.item);
      }

      const responded = performance.now();
      const content = typeof result.body === 'string' ? Buffer.from(result.body) : result.body;
      const headers = headersOf(operation, target, result, context);
      const modifiedAt = operation.lifetime === 'list' ? state?.revisedAt : result.modifiedAt;
      const representation = await represent(content, codings, headers, {
        modifiedAt,
        known: responses.find(cacheKey),
      });
      if (isCacheable) {
        responses.store(cacheKey, { ...representation, revision: state?.revision });
        alias();
      }
      const timing = [
        `parse;dur=${(parsed - started).toFixed(2)}`,
        `respond;dur=${(responded - parsed).toFixed(2)}`,
        `encode;dur=${(performance.now() - responded).toFixed(2)}`,
      ];
      return sendRepresentation(request, reply, representation, { 'server-timing': timing.join(', ') });
    } finally {
      end?.();
    }
  };
}

/** Returns a signal that aborts when the client disconnects. */
function disconnection({ raw }: FastifyReply): AbortSignal {
  const disconnected = new AbortController();
  if (raw.closed) disconnected.abort();
  else raw.once('close', () => disconnected.abort());
  return disconnected.signal;
}

type Target = ReturnType<typeof parseTarget>;

function parseTarget(operation: Operation, request: FastifyRequest, context: ServerContext) {
  const { mediaType, format, bySuffix, path, pathname: bare } = requestedFormat(request, operation);
  const lenient = prefersLenient(request.headers.prefer);
  // Trackers and cache busters are added to the addresses of feeds and documents by programs that nobody can change.
  const isForgiving = operation.group === 'Service' || format?.ignoresUnknown === true;
  const url = isForgiving ? withoutUnknown(request.url, operation.parameters) : request.url;
  const parsed = context.parseQuery(operation, { url, body: request.body }, { lenient, format });
  const { query, ignored } = parsed;
  const pathname = format ? `${bare}.${format.suffix}` : bare;
  // Formats for other programs contain absolute addresses.
  const base = format || operation.absolute ? context.origin() : context.base;
  const vary = [
    ...(bySuffix ? [] : ['Accept']),
    'Accept-Encoding',
    ...(ignored.length > 0 ? ['Prefer'] : []),
  ].join(', ');
  return {
    ...parsed,
    /** Requested URL, without the parameters that are ignored silently. */
    url,
    mediaType,
    format,
    bySuffix,
    path,
    base,
    pathname,
    vary,
    /** Address of this representation. */
    self: `${base}${pathname}${query}`,
    /** Address in another format; undefined is JSON. */
    addressIn: (other: Format | undefined) =>
      `${base}${bare}${other ? `.${other.suffix}` : ''}${parsed.queryFor(other)}`,
    /** Suffix of the requested address, with its dot; may be empty. */
    suffix: bySuffix ? `.${format?.suffix ?? 'json'}` : '',
    /** Cache key, the same for all equal requests. */
    key: [base, pathname, query, mediaType, vary, ...ignored.map(({ name }) => name)].join('\n'),
  };
}

/** Returns the headers of a 200 response that do not depend on its coding. */
function headersOf(
  operation: Operation,
  target: Target,
  { headers, links, alternates: others = [], total, article }: Extract<Result, { body: unknown }>,
  context: ServerContext,
): Headers {
  const { format, mediaType, ignored } = target;
  const { base } = context;
  // Clients cannot follow a link to a request with a body.
  const formats = operation.takesBody ? undefined : operation.formats;
  const typeParameters = format?.typeParameters ? `; ${format.typeParameters}` : '';
  return {
    vary: target.vary,
    'content-type': `${mediaType}; charset=utf-8${typeParameters}`,
    'cache-control': cacheControl[operation.lifetime],
    link: linkHeader(
      {
        ...links,
        hub: hubOf(links?.self, context),
        // Descriptions of the API, for programs and for people (RFC 8631).
        'service-desc': `${base}/openapi.json`,
        'service-doc': `${base}/docs`,
      },
      formats ? [...alternates(formats, format, target.addressIn), ...others] : others,
    ),
    // The address of just this representation (RFC 9110, 8.7).
    ...(format && !target.bySuffix && !operation.takesBody && { 'content-location': target.self }),
    ...(article !== undefined && { 'surrogate-key': article }),
    ...(total?.relation === 'eq' && { 'x-total-count': String(total.value) }),
    ...(ignored.length > 0 && { 'preference-applied': 'handling=lenient' }),
    ...headers,
  };
}

/** Returns the hub that announces a list (WebSub, section 4), or null. */
function hubOf(self: string | null | undefined, { hub, base }: ServerContext): string | null {
  return announcedFeeds.some((path) => self === `${base}${path}`) ? hub : null;
}

function documentIn({ body, headers }: FastifyRequest): GivenDocument {
  const [type = ''] = (headers['content-type'] ?? '').split(';');
  return {
    bytes: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
    mediaType: type.trim().toLowerCase(),
  };
}
