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
import { liveEvents } from '../live/live-events.ts';
import { serveMcp } from '../mcp/serve-mcp.ts';
import type { ParseDocument } from '../model/parsed-article.ts';
import { correctArticle, listCorrections, withdrawCorrection } from '../routes/articles/corrections.ts';
import {
  getArticle,
  listArticleMentions,
  listArticleQuotes,
  listRelatedArticles,
} from '../routes/articles/get.ts';
import { listArticles, searchArticles } from '../routes/articles/list.ts';
import { getArticleVersions } from '../routes/articles/versions.ts';
import { listChanges } from '../routes/changes.ts';
import { getApiCatalog } from '../routes/discovery/api-catalog.ts';
import { getLlms } from '../routes/discovery/llms.ts';
import { getOembed } from '../routes/discovery/oembed.ts';
import { getRobots } from '../routes/discovery/robots.ts';
import { getNewsSitemap, getSitemap, getSitemapIndex } from '../routes/discovery/sitemaps.ts';
import { exportArticles } from '../routes/export.ts';
import type { Route } from '../routes/openapi/openapi.ts';
import { openapiOperation } from '../routes/openapi/openapi-operation.ts';
import { parseDocument } from '../routes/parse.ts';
import { listQuotes } from '../routes/quotes.ts';
import { getArchive } from '../routes/root.ts';
import { getDocs, getDocsScript, getDocsStart } from '../routes/service/docs.ts';
import { getHealth, getReadiness, getVersion } from '../routes/service/health.ts';
import { getProblem, listProblems } from '../routes/service/problem-pages.ts';
import { listSources } from '../routes/sources.ts';
import { streamArticles } from '../routes/stream.ts';
import { correctTags, listTagCorrections, withdrawTagCorrection } from '../routes/tags/corrections.ts';
import { listTags } from '../routes/tags/list.ts';
import { tagResources } from '../routes/tags/tag-resources.ts';
import { getTimeline } from '../routes/timeline.ts';
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

const people = tagResources('person');
const topics = tagResources('topic');
const organizations = tagResources('organization');
const places = tagResources('place');

/** Every address of the API. HEAD and OPTIONS come with each, and 405 for the methods that it has not. */
const table = {
  'GET /v1': getArchive,
  'GET /v1/articles': listArticles,
  'POST /v1/articles/search': searchArticles,
  'GET /v1/articles/:article': getArticle,
  'GET /v1/articles/:article/quotes': listArticleQuotes,
  'GET /v1/articles/:article/mentions': listArticleMentions,
  'GET /v1/articles/:article/related': listRelatedArticles,
  'GET /v1/articles/:article/versions': getArticleVersions,
  'GET /v1/articles/:article/corrections': listCorrections,
  'POST /v1/articles/:article/corrections': correctArticle,
  'DELETE /v1/articles/:article/corrections/:number': withdrawCorrection,
  'GET /v1/corrections': listTagCorrections,
  'POST /v1/corrections': correctTags,
  'DELETE /v1/corrections/:number': withdrawTagCorrection,
  'POST /v1/parse': parseDocument,
  'GET /v1/people': people.list,
  'GET /v1/people/:slug': people.one,
  'GET /v1/people/:slug/articles': people.articles,
  'GET /v1/people/:slug/quotes': people.quotes,
  'GET /v1/people/:slug/together': people.together,
  'GET /v1/topics': topics.list,
  'GET /v1/topics/:slug': topics.one,
  'GET /v1/topics/:slug/articles': topics.articles,
  'GET /v1/topics/:slug/quotes': topics.quotes,
  'GET /v1/topics/:slug/together': topics.together,
  'GET /v1/organizations': organizations.list,
  'GET /v1/organizations/:slug': organizations.one,
  'GET /v1/organizations/:slug/articles': organizations.articles,
  'GET /v1/organizations/:slug/quotes': organizations.quotes,
  'GET /v1/organizations/:slug/together': organizations.together,
  'GET /v1/places': places.list,
  'GET /v1/places/:slug': places.one,
  'GET /v1/places/:slug/articles': places.articles,
  'GET /v1/places/:slug/quotes': places.quotes,
  'GET /v1/places/:slug/together': places.together,
  'GET /v1/tags': listTags,
  'GET /v1/quotes': listQuotes,
  'GET /v1/sources': listSources,
  'GET /v1/timeline': getTimeline,
  'GET /v1/changes': listChanges,
  'GET /v1/stream': streamArticles,
  'GET /v1/export.ndjson': exportArticles,
  'GET /oembed': getOembed,
  'GET /sitemap.xml': getSitemapIndex,
  'GET /sitemaps/:file': getSitemap,
  'GET /news-sitemap.xml': getNewsSitemap,
  'GET /robots.txt': getRobots,
  'GET /llms.txt': getLlms,
  'GET /.well-known/api-catalog': getApiCatalog,
  'GET /openapi.json': openapiOperation(async (about) => {
    const { describeApi } = await import('../routes/openapi/openapi.ts');
    return describeApi(routes, about);
  }),
  'GET /docs': getDocs,
  'GET /docs/start.js': getDocsStart,
  'GET /docs/scalar.js': getDocsScript,
  'GET /problems': listProblems,
  'GET /problems/:name': getProblem,
  'GET /healthz': getHealth,
  'GET /readyz': getReadiness,
  'GET /version': getVersion,
};

/** The table as a list: for the description of the API, and for tests that hold every route to it. */
export const routes: Route[] = Object.entries(table).map(([line, operation]) => {
  const [method, path = ''] = line.split(' ');
  return { method: method === 'POST' || method === 'DELETE' ? method : 'GET', path, operation };
});

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
  const live = liveEvents(archive, { streams: settings.streamLimit });
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
    const anywhere = 'GET, HEAD, POST, DELETE, OPTIONS';
    if (url === '*') return sendAllowed(reply, anywhere);
    const problem = app.supportedMethods.includes(method)
      ? new Problem('not-found', `No route leads to ${url.replace(/\?.*/s, '').slice(0, 200)}.`)
      : new Problem('method-not-allowed', `${method} is allowed nowhere.`, { headers: { allow: anywhere } });
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
      const methods = here.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
      refuseOthers(app, path, methods);
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

/** Has OPTIONS name the methods of an address, and answers all others with what is allowed. */
function refuseOthers(app: FastifyInstance, path: string, methods: string[]): void {
  const allowed = [...methods, 'OPTIONS'].join(', ');
  app.options(path, (_request, reply) => sendAllowed(reply, allowed));
  app.route({
    method: app.supportedMethods.filter((method) => ![...methods, 'OPTIONS'].includes(method)),
    url: path,
    handler: () => undefined,
    // Before the body is read: what is refused anyway need not be JSON.
    onRequest: async ({ method }) => {
      throw new Problem('method-not-allowed', `${method} is not allowed here; ${allowed} are.`, {
        headers: { allow: allowed },
      });
    },
  });
}
