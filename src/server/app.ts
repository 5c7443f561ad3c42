import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Archive } from '../archive/archive.ts';
import { Problem } from '../errors.ts';
import { maxHeadBytes, maxUrlLength, sendClientError } from '../http/client-error.ts';
import { closeServer, DrainingServer, receiveTimeoutMs } from '../http/draining-server.ts';
import type { ServerContext } from '../http/handler.ts';
import { hasEncodedBody, malformation } from '../http/malformed-request.ts';
import { accessLog, observeResponses } from '../http/on-response.ts';
import { problemOf } from '../http/problems/problems.ts';
import type { RateLimits } from '../http/rate-limits.ts';
import { createQueryParser } from '../http/request/query.ts';
import { createResponseCache, respondFromCache } from '../http/response-cache.ts';
import { defaultHeaders, requestId, sendAllowed, sendProblem, setDefaultHeaders } from '../http/send.ts';
import { createWorkQueue, longWork, parsing } from '../http/work-queue.ts';
import { openLiveEvents } from '../live/live-events.ts';
import { serveMcp } from '../mcp/serve-mcp.ts';
import type { ParseDocument, ParseRequest } from '../model/parsed-article.ts';
import { feedAddress } from '../routes/feed-address.ts';
import { allowedMethods } from '../routes/route.ts';
import { type ParseAccess, type ReadAccess, routesFor } from '../routes/table.ts';
import { serveReader } from '../web/serve-reader.ts';
import { type AccessSettings, addAccess } from './add-access.ts';
import { addRoutes } from './add-routes.ts';
import { localOrigin } from './listen.ts';
import type { Metrics } from './metrics/create-metrics.ts';
import type { Tracing } from './tracing/open-tracing.ts';

export interface AppSettings {
  /** Who may read; everybody if absent. */
  readAccess?: ReadAccess;
  /** Limits of requests; none if absent. */
  rateLimits?: RateLimits;
  /** Access to `POST /v1/parse`; for everybody if absent. */
  parseAccess?: ParseAccess;
  /** Origin that browsers may read from; `*` for any. */
  corsOrigin: string;
  /** Public address, the prefix of every path in links: `https://news.example.org`. */
  publicUrl: string | null;
  /** Origin of absolute addresses without a public address; by default `http://localhost` and the port. */
  origin?: string;
  /** Addresses of proxies whose X-Forwarded-For and X-Forwarded-Proto are trusted; true for any, false for none. */
  trustProxy: boolean | string[];
  /** Size of the response cache, in bytes; 0 disables it. */
  responseCacheBytes: number;
  /** Maximum number of concurrent clients of the event stream. */
  streamLimit?: number;
  /** Time in ms for receiving a whole request; `receiveTimeoutMs` by default. */
  requestTimeoutMs?: number;
  /** Time in ms that connections without a request stay open while the server closes. */
  drainMs?: number;
  /** WebSub hub that notifies subscribers of lists; null for none. */
  hub?: string | null;
  /** Origins of web pages that may use /mcp, besides that of this server; `*` for any. */
  mcpOrigins?: string[];
}

export interface Parts {
  archive: Archive;
  /** Parses documents for `POST /v1/parse`. Called for one document at a time. */
  parse: ParseDocument;
  settings: AppSettings;
  logger: Logger;
  version: string;
  /** Counts requests; absent if metrics are off. */
  metrics?: Metrics | undefined;
  /** Creates a span for each request; absent if tracing is off. */
  tracing?: Tracing | undefined;
  loopDelayMs?: AccessSettings['loopDelayMs'];
  onRefused?: AccessSettings['onRefused'];
  /** Closes all connections when it aborts, whatever they wait for. */
  cutOff?: AbortSignal | undefined;
}

/** Builds the API over an archive. The caller calls `listen` or `inject`. Closing the app leaves the archive open. */
export function buildApp({
  archive,
  parse,
  settings,
  logger,
  version,
  metrics,
  tracing,
  cutOff,
  loopDelayMs,
  onRefused,
}: Parts): FastifyInstance {
  const { readAccess = 'open' } = settings;
  // Of what is not in the table: pages and assistants.
  const readScope = readAccess === 'key' ? 'read' : undefined;
  const routes = routesFor({ read: readAccess, parse: settings.parseAccess });
  const base = settings.publicUrl ?? '';
  // Clients can send any Host and X-Forwarded-Host, so addresses never contain them.
  const origin = () => settings.publicUrl ?? settings.origin ?? localOrigin(app.server);
  const live = openLiveEvents(archive, { streams: settings.streamLimit });
  const parses = createWorkQueue(parsing);
  const context: ServerContext = {
    hub: settings.hub ?? null,
    archive,
    parse: (document, signal) =>
      parses.run(() => parse(document, signal), { signal, passes: passesOf(document) }),
    live,
    version,
    base,
    origin,
    responses: createResponseCache(settings.responseCacheBytes),
    longWork: createWorkQueue(longWork),
    parseQuery: createQueryParser(),
  };
  const defaults = defaultHeaders(settings.corsOrigin);
  // There are several if the host name has several addresses, as localhost may.
  const servers: DrainingServer[] = [];
  const app = Fastify({
    trustProxy: settings.trustProxy,
    genReqId: ({ headers }) => requestId(headers),
    bodyLimit: 64 * 1024,
    // These are names of properties like others, which schemas refuse by name. Fastify would say that they are not JSON.
    onProtoPoisoning: 'ignore',
    onConstructorPoisoning: 'ignore',
    // Fastify would load two compilers of JSON Schema, a sixth of all modules, although no route has a schema.
    schemaController: { compilersFactory: { buildValidator: noSchemas, buildSerializer: noSchemas } },
    // A closing server handles requests on open connections, with `Connection: close`.
    return503OnClosing: false,
    serverFactory(handler) {
      const server = new DrainingServer(
        {
          maxHeaderSize: maxHeadBytes,
          drainMs: settings.drainMs ?? 1000,
          requestTimeout: settings.requestTimeoutMs ?? receiveTimeoutMs,
        },
        handler,
      );
      servers.push(server);
      return server;
    },
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 500, querystringParser: () => ({}) },
    clientErrorHandler: (error, socket) => sendClientError(error, socket, base, requestId({})),
    frameworkErrors: (error, _request, reply) => {
      setDefaultHeaders(reply, defaults);
      sendProblem(reply, problemOf(error), base);
    },
  });

  app.removeContentTypeParser('text/plain');

  // Every response passes these hooks in this order, cached or not.
  app.addHook('onResponse', accessLog(logger));
  if (metrics) app.addHook('onResponse', observeResponses(metrics.observe));
  if (tracing) {
    app.addHook('onRequest', tracing.onRequest);
    app.addHook('onResponse', tracing.onResponse);
    app.addHook('onClose', tracing.close);
  }
  app.addHook('onRequest', (request, reply, done) => {
    setDefaultHeaders(reply, defaults);
    const reason = malformation(request.raw);
    if (reason) return done(new Problem('malformed-request', reason, { headers: { connection: 'close' } }));
    const { length } = request.url;
    if (length <= maxUrlLength) return done();
    done(new Problem('url-too-long', `The URL has ${length} characters; the maximum is ${maxUrlLength}.`));
  });
  const refuseUnknown = ({ method, url }: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const anywhere = allowedMethods(routes.map((route) => route.method));
    if (url === '*') return sendAllowed(reply, anywhere);
    const problem = app.supportedMethods.includes(method)
      ? new Problem('not-found', `There is no route ${url.replace(/\?.*/s, '').slice(0, 200)}.`)
      : new Problem('method-not-allowed', `Method ${method} is not supported.`, {
          headers: { allow: anywhere },
        });
    return sendProblem(reply, problem, base);
  };
  app.setNotFoundHandler(refuseUnknown);
  // A hook, because the body of a request without a route must not be parsed.
  app.addHook('onRequest', (request, reply, done) => {
    if (request.is404) refuseUnknown(request, reply);
    else done();
  });
  addAccess(app, {
    keys: archive.keys,
    ...{ readAccess, loopDelayMs, onRefused },
    rateLimits: settings.rateLimits,
    trustsProxy: settings.trustProxy !== false,
    feedAddress: (url) => feedAddress(routes, url),
    respondFromCache: respondFromCache(context.responses, archive),
  });

  app.addHook('preParsing', (request, reply, _payload, done) => {
    if (!hasEncodedBody(request.headers)) {
      // Only a request that passed all hooks is asked for its body.
      if (request.headers.expect?.toLowerCase() === '100-continue') reply.raw.writeContinue();
      return done();
    }
    done(
      new Problem('unsupported-media-type', 'Bodies must not have a Content-Encoding.', {
        headers: { 'accept-encoding': 'identity' },
      }),
    );
  });

  app.setErrorHandler((thrown, request, reply) => {
    const problem = problemOf(thrown, request.routeOptions.bodyLimit);
    const about = { reqId: request.id, err: problem.cause };
    if (problem.problem === 'internal-error') logger.error(about, 'request failed');
    if (problem.problem === 'archive-unavailable') logger.warn(about, 'archive unavailable');
    if (problem.problem === 'query-timeout') logger.warn(about, 'query took too long');
    // The rest of the body belongs to no request, and is not waited for.
    if (request.raw.complete === false) reply.header('connection', 'close');
    return sendProblem(reply, problem, base);
  });

  addRoutes(app, routes, context);
  serveMcp(app, context, { logger, origins: settings.mcpOrigins ?? [], keyScope: readScope });
  serveReader(app, { archive, responses: context.responses, origin, logger, keyScope: readScope });
  // Closing waits for open connections, and a stream does not end by itself.
  app.addHook('preClose', async () => live.end());
  cutOff?.addEventListener('abort', () => {
    for (const server of servers) server.closeAllConnections();
  });
  // Fastify would close the first server only after the others, and wait for none of them.
  app.addHook('preClose', async () => {
    await Promise.all(servers.map(closeServer));
  });
  return app;
}

/** Returns the number of later documents that may pass a document in the queue: at most 8 of a megabyte. */
function passesOf({ bytes }: ParseRequest): number {
  return Math.floor(bytes.length / 2 ** 17);
}

/** Throws, because no route has a JSON Schema: zod validates requests, and responses are strings. */
function noSchemas(): never {
  throw new TypeError('A route has a JSON Schema.');
}
