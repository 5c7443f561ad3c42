import { z } from 'zod';
import type { ArchiveReads } from '../archive/reads.ts';
import { Problem } from '../errors.ts';
import { noParameters, type Operation, operation, type Result } from '../http/operation.ts';
import { SourceReference } from '../model/article.ts';
import { sourceSlug } from '../model/source-slug.ts';
import { SourceSummary } from '../model/source-summary.ts';
import { articlesResult, listedArticles } from './articles/list.ts';
import { echoOf } from './request/echo.ts';
import { itemOf } from './response/item.ts';
import { itemBody } from './response/json-text.ts';
import { listOf } from './response/list.ts';
import { countedList, tagListParameters, tagsResult } from './tags/list.ts';

const { wikidata: _wikidata, ...tagParameters } = tagListParameters;

const SourceParameters = z.object({
  ...tagParameters,
  // Most archives have fewer sources than this.
  limit: tagParameters.limit.unwrap().default(100).meta({
    description: 'Maximum number of items per page.',
    example: 100,
  }),
});

const SourceList = countedList(listOf(SourceSummary, echoOf(SourceParameters))).meta({
  id: 'SourceList',
  description: 'A page of a list of sources.',
});

const SourceAnswer = itemOf(SourceSummary, { articles: 'its articles', quotes: 'its quotes' }).meta({
  id: 'SourceAnswer',
  description: 'A source, and links to its articles and quotes.',
});

/** `GET /v1/sources` */
export const listSources: Operation = operation({
  id: 'listSources',
  group: 'Archive',
  summary: 'List sources',
  description:
    'The outlets and collections that articles were imported under, with counts and dates. `q` looks them up while the reader types.',
  parameters: SourceParameters,
  produces: ['application/json'],
  response: SourceList,
  lifetime: 'list',
  problems: ['invalid-cursor'],
  respond: (call) => tagsResult(call, 'source', 'Sources'),
});

const path = {
  slug: {
    description: 'The slug of the source. A redirect leads from its name.',
    example: 'the-korea-herald',
  },
};

const pathOf = (slug: string) => `/v1/sources/${encodeURIComponent(slug)}`;

/** Calls `respond` with the source as JSON. Its name results in a 308, an unknown source in a 404. */
async function withSource(
  archive: ArchiveReads,
  slug: string,
  part: string,
  respond: (rendered: string) => Result | Promise<Result>,
): Promise<Result> {
  const found = await archive.tag('source', slug);
  if (found.kind === 'found') return respond(found.value);
  const named = found.kind === 'moved' ? found.slug : sourceSlug(slug);
  const isKnown = named !== slug && (await archive.tag('source', named)).kind === 'found';
  if (isKnown) return { movedTo: `${pathOf(named)}${part}` };
  const [unknown] = await archive.unknownTags({
    tags: { kind: 'tag', tag: { type: 'source', slug: named } },
  });
  const nearest = unknown && unknown.nearest.length > 0 ? ` Nearest: ${unknown.nearest.join(', ')}.` : '';
  throw new Problem('not-found', `There is no source ${JSON.stringify(slug.slice(0, 100))}.${nearest}`);
}

/** `GET /v1/sources/:slug` */
export const getSource: Operation = operation({
  id: 'getSource',
  group: 'Archive',
  summary: 'Read a source',
  description: 'Name of a source, number of its articles, first and last appearance.',
  path,
  parameters: noParameters,
  produces: ['application/json'],
  response: SourceAnswer,
  lifetime: 'item',
  problems: ['not-found'],
  respond: ({ archive, base, path: { slug = '' } }) =>
    withSource(archive, slug, '', (rendered) => {
      const self = `${base}${pathOf(slug)}`;
      const quotes = `${base}/v1/quotes?source=${encodeURIComponent(slug)}`;
      const links = { self, articles: `${self}/articles`, quotes };
      return { body: itemBody(rendered, { links }), links: { self, canonical: self } };
    }),
});

/** `GET /v1/sources/:slug/articles` */
export const listSourceArticles: Operation = operation({
  id: 'listSourceArticles',
  group: 'Archive',
  summary: 'List the articles of a source',
  description: 'Articles from the source, with all filters of `GET /v1/articles`.',
  path,
  ...listedArticles,
  lifetime: 'list',
  problems: ['not-found', 'invalid-cursor'],
  respond: (call) =>
    withSource(call.archive, call.path.slug ?? '', '/articles', (rendered) =>
      articlesResult(call, {
        tag: { type: 'source', slug: call.path.slug ?? '' },
        name: SourceReference.parse(JSON.parse(rendered)).name,
      }),
    ),
});
