import Fastify, { type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Archive } from '../archive/archive.ts';
import { Problem } from '../errors.ts';
import { logAccess } from '../http/access-log.ts';
import { recalling } from '../http/answer-from-cache.ts';
import { answerClientError, largestHead, longestUrl } from '../http/client-error.ts';
import { commonHeaders, sendAllowed, setCommonHeaders } from '../http/default-headers.ts';
import { takeDocuments } from '../http/document-body.ts';
import { closeServer, DrainingServer } from '../http/draining-server.ts';
import { answering } from '../http/handler.ts';
import { tellOf } from '../http/on-response.ts';
import { problemOf, sendProblem } from '../http/problems/problems.ts';
import { understandOnce } from '../http/request/parsed-queries.ts';
import { addressesOf } from '../http/request/requested-format.ts';
import { requestId } from '../http/request-id.ts';
import { keepResponses } from '../http/response-cache.ts';
import { openLiveEvents } from '../live/live-events.ts';
import { serveMcp } from '../mcp/serve-mcp.ts';
import type { ParseDocument } from '../model/parsed-article.ts';
import { allowedMethods, type Method } from '../routes/route.ts';
import { routes } from '../routes/table.ts';
import { serveReader } from '../web/serve-reader.ts';
import type { Metrics } from './metrics/create-metrics.ts';
import type { Tracing } from './tracing/open-tracing.ts';

/** What an operator may set of the API. */
export interface AppSettings {
  /** The origin that browsers may read from; `*` for any. */
  corsOrigin: string;
  /** Put before every path in links when readers use another address: `https://news.example.org`. */
  publicUrl: string | null;
  /** Whether X-Forwarded-* headers come from a proxy of ours. */
  trustProxy: boolean;
  /** How much finished answers may take in memory, in bytes; 0 to keep none. */
  responseCacheBytes: number;
  /** How many clients may follow the event stream at once. */
  streamLimit?: number;
  /** The WebSub hub that tells subscribers of lists; null for none. */
  hub?: string | null;
  /** Origins of web pages that may use /mcp, besides those of this server; `*` for any. */
  mcpOrigins?: string[];
}

/** What the API is built from. */
export interface Parts {
  archive: Archive;
  /** Reads documents for `POST /v1/parse`. */
  parse: ParseDocument;
  settings: AppSettings;
  logger: Logger;
  version: string;
  /** Counts requests; none where the operator wants no metrics. */
  metrics?: Metrics | undefined;
  /** Makes requests spans of traces; none where the operator has no collector. */
  tracing?: Tracing | undefined;
}

/** The API over an archive; `listen` or `inject` is left to the caller. Closing it leaves the archive open. */
export function buildApp({
  archive,
  parse,
  settings,
  logger,
  version,
  metrics,
  tracing,
}: Parts): FastifyInstance {
  const base = settings.publicUrl ?? '';
  const live = openLiveEvents(archive, { streams: settings.streamLimit });
  const around = {
    hub: settings.hub ?? null,
    archive,
    parse,
    live,
    version,
    base,
    common: commonHeaders(settings.corsOrigin),
    finished: keepResponses(settings.responseCacheBytes),
    understand: understandOnce(),
  };
  // More than one, where a name such as localhost has several addresses.
  const servers: DrainingServer[] = [];
  const observers = [logAccess(logger), ...(metrics ? [metrics.observe] : [])];
  const app = Fastify({
    trustProxy: settings.trustProxy,
    genReqId: ({ headers }) => requestId(headers),
    bodyLimit: 64 * 1024,
    // Else Fastify loads two compilers of JSON Schema, a sixth of all modules, for routes that have none.
    schemaController: { compilersFactory: { buildValidator: noSchemas, buildSerializer: noSchemas } },
    // What still comes over open connections is answered, and with it that they end.
    return503OnClosing: false,
    serverFactory(handler) {
      // A span begins before its request is routed, with what Fastify knows of it.
      const listener = tracing ? handler : recalling(around, observers, handler);
      const server = new DrainingServer({ maxHeaderSize: largestHead }, listener);
      servers.push(server);
      return server;
    },
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 500, querystringParser: () => ({}) },
    clientErrorHandler: (error, socket) => answerClientError(error, socket, base, requestId({})),
    frameworkErrors: (error, _request, reply) => {
      setCommonHeaders(reply, around.common);
      sendProblem(reply, problemOf(error), base);
    },
  });

  // Closing waits for open connections, and a stream has no end of its own.
  app.addHook('preClose', async () => live.end());
  // Fastify waits for the first server alone.
  app.addHook('preClose', async () => {
    await Promise.all(servers.filter((server) => server !== app.server).map(closeServer));
  });
  app.removeContentTypeParser('text/plain');
  app.addHook('onResponse', tellOf(observers));
  if (tracing) {
    app.addHook('onRequest', tracing.onRequest);
    app.addHook('onResponse', tracing.onResponse);
    app.addHook('onClose', tracing.close);
  }
  app.addHook('onSend', (_request, reply, _payload, done) => {
    setCommonHeaders(reply, around.common);
    done();
  });
  app.addHook('onRequest', (request, _reply, done) => {
    const { length } = request.url;
    if (length <= longestUrl) return done();
    done(new Problem('url-too-long', `The URL may have ${longestUrl} characters; this has ${length}.`));
  });
  app.setErrorHandler((thrown, request, reply) => {
    const problem = problemOf(thrown);
    const about = { reqId: request.id, err: problem.cause };
    if (problem.problem === 'internal-error') logger.error(about, 'request failed');
    if (problem.problem === 'archive-unavailable') logger.warn(about, 'archive unavailable');
    if (problem.problem === 'query-timeout') logger.warn(about, 'query took too long');
    return sendProblem(reply, problem, base);
  });
  app.setNotFoundHandler(({ method, url }, reply) => {
    const anywhere = allowedMethods(routes.map((route) => route.method));
    if (url === '*') return sendAllowed(reply, anywhere);
    const problem = app.supportedMethods.includes(method)
      ? new Problem('not-found', `No route leads to ${url.replace(/\?.*/s, '').slice(0, 200)}.`)
      : new Problem('method-not-allowed', `Method ${method} is not supported.`, {
          headers: { allow: anywhere },
        });
    return sendProblem(reply, problem, base);
  });

  for (const [pattern, here] of Map.groupBy(routes, ({ path }) => path)) {
    for (const path of addressesOf(
      pattern,
      here.map(({ operation }) => operation),
    )) {
      for (const { method, operation } of here) {
        const { document } = operation;
        const handler = answering(operation, around);
        if (document) takeDocuments(app, { method, url: path, handler, bodyLimit: document.bytes });
        else app.route({ method, url: path, handler });
      }
      refuseOthers(
        app,
        path,
        here.map(({ method }) => method),
      );
    }
  }
  serveMcp(app, around, { logger, origins: settings.mcpOrigins ?? [] });
  serveReader(app, settings);
  return app;
}

/** Requests are checked by zod, and answers are texts already. */
function noSchemas(): never {
  throw new TypeError('A route has a JSON Schema.');
}

/** Answers OPTIONS with the methods of a path, and all other methods with 405. */
function refuseOthers(app: FastifyInstance, path: string, methods: Method[]): void {
  const allowed = allowedMethods(methods);
  app.options(path, (_request, reply) => sendAllowed(reply, allowed));
  app.route({
    method: app.supportedMethods.filter((method) => !allowed.split(', ').includes(method)),
    url: path,
    handler: () => undefined,
    // Before the body is read: a refused request may have a body that is not JSON.
    onRequest: async ({ method }) => {
      throw new Problem('method-not-allowed', `Method ${method} is not allowed here; allowed: ${allowed}.`, {
        headers: { allow: allowed },
      });
    },
  });
}
