import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { describeApi } from '../../src/routes/openapi/openapi.ts';
import { routes } from '../../src/routes/table.ts';
import { openSampleApp, type SampleApp, sampleSlugs } from './sample-app.ts';

const Parameter = z.object({
  name: z.string().optional(),
  in: z.string().optional(),
  schema: z
    .object({ type: z.string(), items: z.object({ enum: z.array(z.string()).optional() }) })
    .optional()
    .catch(undefined),
});
const Operation = z.object({
  operationId: z.string(),
  parameters: z.array(Parameter).default([]),
  responses: z.object({
    200: z.object({ content: z.record(z.string(), z.unknown()).optional() }).optional(),
  }),
});
const Document = z.object({ paths: z.record(z.string(), z.record(z.string(), Operation)) });

const { paths } = Document.parse(await describeApi(routes, { version: '1', base: '' }));
const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
);
const lists = operations.flatMap(({ method, path, parameters }) =>
  method === 'get' && !path.includes('{format}')
    ? parameters.flatMap(({ name, in: place, schema }) =>
        place === 'query' && name && schema?.type === 'array'
          ? [{ path, name, values: schema.items.enum ?? ['topic/harbours', 'topic/storms'] }]
          : [],
      )
    : [],
);

let api: SampleApp;
beforeAll(async () => {
  api = await openSampleApp();
});
afterAll(() => api.close());

describe('the description of an operation with JSON', () => {
  const inFormats = routes.filter(({ operation }) => operation.formats);

  test.each(inFormats.map(({ operation }) => operation.id))('%s has no other media type', (id) => {
    const described = operations.find(({ operationId }) => operationId === id);
    expect(Object.keys(described?.responses[200]?.content ?? {})).toEqual(['application/json']);
  });

  test.each(inFormats.map(({ operation }) => [operation.id, operation] as const))(
    '%s has its other formats in operations of their own',
    (id, { formats = [] }) => {
      const others = operations.filter(({ operationId }) => operationId.startsWith(`${id}In`));
      const types = others.flatMap(({ responses }) => Object.keys(responses[200]?.content ?? {}));
      // Lists have `.json` among the suffixes.
      const other = types.filter((type) => type !== 'application/json');
      expect(other.sort()).toEqual(formats.map(({ mediaType }) => mediaType).sort());
      for (const { parameters, path } of others) {
        expect(parameters.some(({ name }) => name === 'format')).toBe(path.endsWith('.{format}'));
      }
    },
  );
});

describe('every list in parameters is accepted as generators write it', () => {
  test.each(lists)('$path: $name', async ({ path, name, values }) => {
    const [first = '', second = ''] = values.length > 1 ? values : [...values, ...values];
    const slug = path.includes('{article}') ? 'birch-promises-a-new-pier' : 'ada-birch';
    const [, , kind = ''] = path.split('/');
    const found = sampleSlugs[kind] ?? slug;
    const url = path.replace(/\{\w+\}/, found);
    const ends = !path.endsWith('/stream');
    if (!ends) return;
    for (const query of [
      `${name}=${first},${second}`,
      `${name}=${encodeURIComponent(`${first},${second}`)}`,
      `${name}=${encodeURIComponent(first)}&${name}=${encodeURIComponent(second)}`,
    ]) {
      const reply = await api.get(`${url}?${query}`);
      expect([query, reply.statusCode, reply.body.slice(0, 200)]).toEqual([query, 200, expect.anything()]);
    }
  });
});
