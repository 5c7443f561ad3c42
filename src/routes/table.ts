import { handleOthers } from '../http/handle-others.ts';
import { type TagType, tagPlurals, tagTypes } from '../model/tag.ts';
import { correctArticle, listCorrections, withdrawCorrection } from './articles/corrections.ts';
import { getArticle, listRelatedArticles } from './articles/get.ts';
import { listArticles, searchArticles } from './articles/list.ts';
import { listArticleMentions, listArticleQuotes } from './articles/parts.ts';
import { getArticleRevision, getArticleTimeMap, listArticleRevisions } from './articles/revisions.ts';
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

function parseRoute(access: ParseAccess): RouteLine[] {
  if (access === 'off') return [];
  return [['POST', '/v1/parse', access === 'key' ? { ...parseDocument, keyScope: 'read' } : parseDocument]];
}

/** Routes of the tags of a type: `/v1/people`, `/v1/people/:slug` and its lists. */
function tagRoutes(type: TagType): RouteLine[] {
  const path = `/v1/${tagPlurals[type]}` as const;
  const { list, one, articles, quotes, together } = tagResources(type);
  return [
    ['GET', path, list],
    ['GET', `${path}/:slug`, one],
    ['GET', `${path}/:slug/articles`, articles],
    ['GET', `${path}/:slug/quotes`, quotes],
    ['GET', `${path}/:slug/together`, together],
  ];
}

/** Lists all routes. GET routes also have HEAD, all have OPTIONS, and other methods get a 405. */
const table = (access: ParseAccess, listed: () => Route[]): RouteLine[] => [
  ['GET', '/v1', getArchive],
  ['GET', '/v1/articles', listArticles],
  ['POST', '/v1/articles/search', searchArticles],
  ['GET', '/v1/articles/:article', getArticle],
  ['GET', '/v1/articles/:article/quotes', listArticleQuotes],
  ['GET', '/v1/articles/:article/mentions', listArticleMentions],
  ['GET', '/v1/articles/:article/related', listRelatedArticles],
  ['GET', '/v1/articles/:article/versions', getArticleVersions],
  ['GET', '/v1/articles/:article/revisions', listArticleRevisions],
  ['GET', '/v1/articles/:article/revisions/:number', getArticleRevision],
  ['GET', '/v1/articles/:article/timemap', getArticleTimeMap],
  ['GET', '/v1/articles/:article/corrections', listCorrections],
  ['POST', '/v1/articles/:article/corrections', correctArticle],
  ['DELETE', '/v1/articles/:article/corrections/:number', withdrawCorrection],
  ['GET', '/v1/corrections', listTagCorrections],
  ['POST', '/v1/corrections', correctTags],
  ['DELETE', '/v1/corrections/:number', withdrawTagCorrection],
  ['GET', '/v1/merge-proposals', listMergeProposals],
  ...parseRoute(access),
  ...tagTypes.flatMap(tagRoutes),
  ['GET', '/v1/tags', listTags],
  ['GET', '/v1/quotes', listQuotes],
  ['GET', '/v1/sources', listSources],
  ['GET', '/v1/sources/:slug', getSource],
  ['GET', '/v1/sources/:slug/articles', listSourceArticles],
  ['GET', '/v1/timeline', getTimeline],
  ['GET', '/v1/changes', listChanges],
  ['GET', '/v1/stream', streamArticles],
  ['GET', '/v1/export.ndjson', exportArticles],
  ['GET', '/oembed', getOembed],
  ['GET', '/sitemap.xml', getSitemapIndex],
  ['GET', '/sitemaps/:file', getSitemap],
  ['GET', '/news-sitemap.xml', getNewsSitemap],
  ['GET', '/robots.txt', getRobots],
  ['GET', '/llms.txt', getLlms],
  ['GET', '/.well-known/api-catalog', getApiCatalog],
  [
    'GET',
    '/openapi.json',
    openapiOperation(async (about) => {
      const { describeApi } = await import('./openapi/openapi.ts');
      await handleOthers();
      return describeApi(listed(), about);
    }),
  ],
  ['GET', '/docs', getDocs],
  ['GET', '/docs/start.js', getDocsStart],
  ['GET', '/docs/scalar.js', getDocsScript],
  ['GET', '/problems', listProblems],
  ['GET', '/problems/:name', getProblem],
  ['GET', '/healthz', getHealth],
  ['GET', '/readyz', getReadiness],
  ['GET', '/version', getVersion],
];

/** Returns the routes of a server. Its OpenAPI document describes these and no others. */
export function routesFor(access: ParseAccess): Route[] {
  const routes: Route[] = table(access, () => routes).map(([method, path, operation]) => ({
    method,
    path,
    operation,
  }));
  return routes;
}

/** All routes there are. */
export const routes: Route[] = routesFor('open');
