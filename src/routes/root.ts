import { z } from 'zod';
import { noParameters, type Operation, operation } from '../http/operation.ts';
import { Instant } from '../model/instant.ts';
import { tagPlurals } from '../model/tag.ts';

const amount = (what: string, example: number) =>
  z
    .int()
    .min(0)
    .meta({ description: `Number of ${what}.`, example });

const counts = z
  .object({
    articles: amount('articles', 1200),
    people: amount('people', 340),
    topics: amount('topics', 60),
    organizations: amount('organizations', 120),
    places: amount('places', 210),
    keywords: amount('keywords', 180),
    sections: amount('sections', 12),
    authors: amount('authors', 90),
    quotes: amount('quotes', 980),
    sources: amount('sources', 3),
  })
  .meta({ description: 'Size of the archive.' });

const resources = ['articles', ...Object.values(tagPlurals), 'tags', 'quotes', 'sources'] as const;

const link = (what: string, example: string) => z.string().meta({ description: what, example });
const links = z
  .object({
    self: link('This response.', '/v1'),
    ...Object.fromEntries(resources.map((name) => [name, link(`The list of ${name}.`, `/v1/${name}`)])),
    openapi: link('The description of the API for programs.', '/openapi.json'),
    docs: link('The documentation.', '/docs'),
    problems: link('The catalogue of problems.', '/problems'),
  })
  .meta({ description: 'Entry points.' });

/** `GET /v1` */
export const getArchive: Operation = operation({
  id: 'getArchive',
  group: 'Archive',
  summary: 'Describe the archive',
  description: 'Name and version of the API, size of the archive, and links to all resources.',
  parameters: noParameters,
  produces: ['application/json'],
  response: z
    .object({
      data: z
        .object({
          name: z.string().meta({ description: 'The name of the program.', example: 'Dateline' }),
          version: z.string().meta({ description: 'Its version.', example: '0.1.0' }),
          counts,
          newest: Instant.nullable().meta({ description: 'Publication of the newest article.' }),
          oldest: Instant.nullable().meta({ description: 'Publication of the oldest article.' }),
        })
        .meta({ description: 'The archive.' }),
      links,
    })
    .meta({ id: 'ArchiveAnswer', description: 'The archive and links to its resources.' }),
  lifetime: 'list',
  async respond({ archive, base, version }) {
    const { newest, oldest, ...amounts } = await archive.summary();
    const self = `${base}/v1`;
    return {
      body: JSON.stringify({
        data: { name: 'Dateline', version, counts: amounts, newest, oldest },
        links: {
          self,
          ...Object.fromEntries(resources.map((name) => [name, `${self}/${name}`])),
          openapi: `${base}/openapi.json`,
          docs: `${base}/docs`,
          problems: `${base}/problems`,
        },
      }),
      links: { self, 'api-catalog': `${base}/.well-known/api-catalog` },
    };
  },
});
