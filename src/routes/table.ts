import { handleOthers } from '../http/handle-others.ts';
import type { Operation } from '../http/operation.ts';
import type { KeyScope } from '../model/api-key.ts';
import { type TagType, tagPlurals, tagTypes } from '../model/tag.ts';
import { correctArticle, listCorrections, withdrawCorrection } from './articles/corrections.ts';
import { getArticle, listRelatedArticles } from './articles/get.ts';
import { listHeld } from './articles/held.ts';
import { listArticles, searchArticles } from './articles/list.ts';
import { listArticleMentions, listArticleQuotes } from './articles/parts.ts';
import { getArticleRevision, getArticleTimeMap, listArticleRevisions } from './articles/revisions.ts';
import { purgeArticle, releaseArticle, restoreArticle, withdrawArticle } from './articles/states.ts';
import { getArticleVersions } from './articles/versions.ts';
import { listChanges } from './changes.ts';
import { getApiCatalog } from './discovery/api-catalog.ts';
import { getLlms } from './discovery/llms.ts';
import { getOembed } from './discovery/oembed.ts';
import { getRobots } from './discovery/robots.ts';
import { getNewsSitemap, getSitemap, getSitemapIndex } from './discovery/sitemaps.ts';
import { exportArticles } from './export.ts';
import { openapiOperation } from './openapi/openapi-operation.ts';
import { parseDocument } from './parse.ts';
import { listQuotes } from './quotes.ts';
import { getArchive } from './root.ts';
import type { Route, RouteLine } from './route.ts';
import { getDocs, getDocsScript, getDocsStart } from './service/docs.ts';
import { getHealth, getReadiness, getVersion } from './service/health.ts';
import { getProblem, listProblems } from './service/problem-pages.ts';
import { getSource, listSourceArticles, listSources } from './sources.ts';
import { streamArticles } from './stream.ts';
import { correctTags, listTagCorrections, withdrawTagCorrection } from './tags/corrections.ts';
import { listTags } from './tags/list.ts';
import { listMergeProposals } from './tags/merge-proposals.ts';
import { tagResources } from './tags/tag-resources.ts';
import { getTimeline } from './timeline.ts';

/** Access to `POST /v1/parse`: for everybody, for holders of an API key of any scope, or for nobody. */
export type ParseAccess = 'open' | 'key' | 'off';

/** Access to everything that is published: for everybody, or for holders of an API key of any scope. */
export type ReadAccess = 'open' | 'key';

/** Who may use a server. Everybody may read and parse by default. */
export interface Access {
  /** Who may read: everybody, or holders of an API key. */
  read?: ReadAccess | undefined;
  parse?: ParseAccess | undefined;
}

/** Routes of the tags of a type: `/v1/people`, `/v1/people/:slug` and its lists. */
function tagRoutes(type: TagType): RouteLine[] {
  const path = `/v1/${tagPlurals[type]}` as const;
  const { list, one, articles, quotes, together } = tagResources(type);
  return [
    ['GET', path, list, 'read', 2],
    ['GET', `${path}/:slug`, one, 'read', 1],
    ['GET', `${path}/:slug/articles`, articles, 'read', 5],
    ['GET', `${path}/:slug/quotes`, quotes, 'read', 5],
    ['GET', `${path}/:slug/together`, together, 'read', 5],
  ];
}

/**
 * Lists all routes with the scope and the cost of each. GET routes also have HEAD, all have OPTIONS, and other methods
 * get a 405.
 */
const table = (listed: () => Route[]): RouteLine[] => [
  ['GET', '/v1', getArchive, 'read', 1],
  ['GET', '/v1/articles', listArticles, 'read', 5],
  ['POST', '/v1/articles/search', searchArticles, 'read', 5],
  ['GET', '/v1/articles/:article', getArticle, 'read', 1],
  ['DELETE', '/v1/articles/:article', withdrawArticle, 'write', 5],
  ['POST', '/v1/articles/:article/restore', restoreArticle, 'write', 5],
  ['POST', '/v1/articles/:article/release', releaseArticle, 'write', 5],
  ['POST', '/v1/articles/:article/purge', purgeArticle, 'admin', 5],
  ['GET', '/v1/held', listHeld, 'write', 5],
  ['GET', '/v1/articles/:article/quotes', listArticleQuotes, 'read', 1],
  ['GET', '/v1/articles/:article/mentions', listArticleMentions, 'read', 1],
  ['GET', '/v1/articles/:article/related', listRelatedArticles, 'read', 5],
  ['GET', '/v1/articles/:article/versions', getArticleVersions, 'read', 2],
  ['GET', '/v1/articles/:article/revisions', listArticleRevisions, 'read', 1],
  ['GET', '/v1/articles/:article/revisions/:number', getArticleRevision, 'read', 2],
  ['GET', '/v1/articles/:article/timemap', getArticleTimeMap, 'read', 1],
  ['GET', '/v1/articles/:article/corrections', listCorrections, 'read', 1],
  ['POST', '/v1/articles/:article/corrections', correctArticle, 'write', 5],
  ['DELETE', '/v1/articles/:article/corrections/:number', withdrawCorrection, 'write', 5],
  ['GET', '/v1/corrections', listTagCorrections, 'read', 1],
  ['POST', '/v1/corrections', correctTags, 'write', 10],
  ['DELETE', '/v1/corrections/:number', withdrawTagCorrection, 'write', 10],
  ['GET', '/v1/merge-proposals', listMergeProposals, 'write', 10],
  ['POST', '/v1/parse', parseDocument, 'read', 10],
  ...tagTypes.flatMap(tagRoutes),
  ['GET', '/v1/tags', listTags, 'read', 2],
  ['GET', '/v1/quotes', listQuotes, 'read', 5],
  ['GET', '/v1/sources', listSources, 'read', 2],
  ['GET', '/v1/sources/:slug', getSource, 'read', 1],
  ['GET', '/v1/sources/:slug/articles', listSourceArticles, 'read', 5],
  ['GET', '/v1/timeline', getTimeline, 'read', 5],
  ['GET', '/v1/changes', listChanges, 'read', 2],
  ['GET', '/v1/stream', streamArticles, 'read', 5],
  ['GET', '/v1/export.ndjson', exportArticles, 'read', 20],
  ['GET', '/oembed', getOembed, 'read', 1],
  ['GET', '/sitemap.xml', getSitemapIndex, 'read', 1],
  ['GET', '/sitemaps/:file', getSitemap, 'read', 5],
  ['GET', '/news-sitemap.xml', getNewsSitemap, 'read', 2],
  ['GET', '/robots.txt', getRobots, 'open', 1],
  ['GET', '/llms.txt', getLlms, 'read', 1],
  ['GET', '/.well-known/api-catalog', getApiCatalog, 'open', 1],
  [
    'GET',
    '/openapi.json',
    openapiOperation(async (about) => {
      const { describeApi } = await import('./openapi/openapi.ts');
      await handleOthers();
      return describeApi(listed(), about);
    }),
    'open',
    1,
  ],
  ['GET', '/docs', getDocs, 'open', 1],
  ['GET', '/docs/start.js', getDocsStart, 'open', 1],
  ['GET', '/docs/scalar.js', getDocsScript, 'open', 1],
  ['GET', '/problems', listProblems, 'open', 1],
  ['GET', '/problems/:name', getProblem, 'open', 1],
  ['GET', '/healthz', getHealth, 'open', 0],
  ['GET', '/readyz', getReadiness, 'open', 0],
  ['GET', '/version', getVersion, 'open', 0],
];

/** Returns the routes of a server. Its OpenAPI document describes these and no others. */
export function routesFor({ read = 'open', parse = 'open' }: Access = {}): Route[] {
  const asksForKey = (scope: KeyScope, operation: Operation) =>
    scope !== 'read' || read === 'key' || (operation === parseDocument && parse === 'key');
  const routes: Route[] = table(() => routes)
    .filter(([, , operation]) => operation !== parseDocument || parse !== 'off')
    .map(([method, path, operation, scope, cost]) => ({
      ...{ method, path, operation, scope, cost },
      keyScope: scope !== 'open' && asksForKey(scope, operation) ? scope : undefined,
    }));
  return routes;
}

/** All routes there are. */
export const routes: Route[] = routesFor();
