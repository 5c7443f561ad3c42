import { z } from 'zod';
import { Problem } from '../errors.ts';
import { noParameters, type Operation, operation } from '../http/operation.ts';
import { SourceSummary } from '../model/source-summary.ts';
import { echoOf } from './request/echo.ts';
import { itemOf } from './response/item.ts';
import { itemBody } from './response/json-text.ts';
import { listOf } from './response/list.ts';
import { tagListParameters, tagsResult } from './tags/list.ts';

const { wikidata: _wikidata, ...tagParameters } = tagListParameters;

const SourceParameters = z.object({
  ...tagParameters,
  // Most archives have fewer sources than this.
  limit: tagParameters.limit.unwrap().default(100).meta({
    description: 'Maximum number of items per page.',
    example: 100,
  }),
});

const SourceList = listOf(SourceSummary, echoOf(SourceParameters)).meta({
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

/** `GET /v1/sources/:slug` */
export const getSource: Operation = operation({
  id: 'getSource',
  group: 'Archive',
  summary: 'Read a source',
  description: 'Name of a source, number of its articles, first and last appearance.',
  path: { slug: { description: 'The slug of the source.', example: 'the-korea-herald' } },
  parameters: noParameters,
  produces: ['application/json'],
  response: SourceAnswer,
  lifetime: 'item',
  problems: ['not-found'],
  async respond({ archive, base, path: { slug = '' } }) {
    const found = await archive.tag('source', slug);
    if (found.kind === 'moved') return { movedTo: `/v1/sources/${encodeURIComponent(found.slug)}` };
    if (found.kind === 'absent') {
      throw new Problem('not-found', `There is no source ${JSON.stringify(slug.slice(0, 100))}.`);
    }
    const self = `${base}/v1/sources/${encodeURIComponent(slug)}`;
    const query = `source=${encodeURIComponent(slug)}`;
    const links = { self, articles: `${base}/v1/articles?${query}`, quotes: `${base}/v1/quotes?${query}` };
    return { body: itemBody(found.value, { links }), links: { self, canonical: self } };
  },
});
