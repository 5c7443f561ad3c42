import { readFileSync } from 'node:fs';
import { expect, expectTypeOf, test } from 'vitest';
import { openapiTypes } from '../../clients/typescript/scripts/openapi-types.ts';
import type {
  Article,
  ArticleCard,
  ArticleInList,
  createClient,
} from '../../clients/typescript/src/client.ts';
import { describeApi } from '../../src/routes/openapi/openapi.ts';
import { routes } from '../../src/routes/table.ts';
import { version } from '../../src/version.ts';

test('the types are those of the API as it is now; else run npm run client', async () => {
  const written = readFileSync('clients/typescript/src/api.ts', 'utf8');
  expect(written).toBe(openapiTypes(await describeApi(routes, { version, base: '' })));
});

test('types say what is required, what may be null and what a list holds', () => {
  const document = {
    info: { title: 'T', version: '1' },
    components: {
      schemas: {
        Pier: {
          type: 'object',
          description: 'A pier.',
          properties: {
            name: { type: 'string' },
            length: { anyOf: [{ type: 'integer' }, { type: 'null' }] },
            kinds: { type: 'array', items: { enum: ['wood', 'steel'] } },
          },
          required: ['name', 'length'],
        },
      },
    },
    paths: {
      '/piers/{name}': {
        get: {
          summary: 'Read a pier',
          parameters: [
            { name: 'name', in: 'path', required: true, schema: { type: 'string' } },
            {
              name: 'fields',
              in: 'query',
              explode: false,
              schema: { type: 'array', items: { type: 'string' } },
            },
          ],
          responses: {
            200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Pier' } } } },
          },
        },
      },
    },
  };
  const written = openapiTypes(document);
  expect(written).toContain('new Set(["fields"])');
  expect(written).toContain(`/** A pier. */
export interface Pier {
  name: string;
  length: number | null;
  kinds?: ("wood" | "steel")[] | undefined;
}`);
  expect(written).toContain(`"/piers/{name}": {
    path: {
      name: string;
    };
    query: {
      fields?: string[] | undefined;
    };
    answer: Pier;
  };`);
});

test('articles are whole, unless fields or include say otherwise', () => {
  type Dateline = ReturnType<typeof createClient>;
  const read = async (dateline: Dateline) => ({
    cards: await dateline.get('/v1/articles'),
    withBody: await dateline.get('/v1/articles', { query: { include: ['body'] } }),
    some: await dateline.get('/v1/articles', { query: { fields: ['headline'] } }),
    one: await dateline.get('/v1/articles/{article}', { path: { article: 'a' } }),
  });
  type Answers = Awaited<ReturnType<typeof read>>;
  expectTypeOf<Answers['cards']['data'][number]>().toEqualTypeOf<ArticleCard>();
  expectTypeOf<Answers['withBody']['data'][number]['body']>().toEqualTypeOf<Article['body']>();
  expectTypeOf<Answers['some']['data'][number]>().toEqualTypeOf<ArticleInList>();
  expectTypeOf<Answers['one']['data']>().toEqualTypeOf<Article>();
});
