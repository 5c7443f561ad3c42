import { z } from 'zod';
import { noParameters, type Operation, operation } from '../http/operation.ts';
import { SourceSummary } from '../model/source-summary.ts';
import { listBody } from './response/json-text.ts';

const SourceList = z
  .object({
    data: z.array(SourceSummary).meta({ description: 'All sources.' }),
    links: z
      .object({ self: z.string().meta({ description: 'This list.', example: '/v1/sources' }) })
      .meta({ description: 'Related addresses.' }),
  })
  .meta({ id: 'SourceList', description: 'The sources of the archive.' });

/** `GET /v1/sources` */
export const listSources: Operation = operation({
  id: 'listSources',
  group: 'Archive',
  summary: 'List sources',
  description: 'The outlets and collections that articles were imported under, with counts.',
  parameters: noParameters,
  produces: ['application/json'],
  response: SourceList,
  lifetime: 'list',
  async respond({ archive, address }) {
    const links = { self: address() };
    return { body: listBody(await archive.sources(), { links }), links };
  },
});
