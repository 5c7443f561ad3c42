import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashOfKey, newKey } from '../../src/model/api-key.ts';
import { openSampleApp, type SampleApp, sampleSlugs } from '../routes/sample-app.ts';
import { createChecker } from './check-response.ts';
import { operationsOf } from './openapi.ts';

let api: SampleApp;
let document: Record<string, unknown>;
const key = newKey();
beforeAll(async () => {
  api = await openSampleApp();
  await api.archive.keys.add({ name: 'desk', scope: 'write', hash: hashOfKey(key) });
  document = (await api.get('/openapi.json')).json();
});
afterAll(() => api.close());

const values: Record<string, string> = {
  article: 'birch-promises-a-new-pier',
  file: 'articles-2024-11.xml',
  name: 'not-found',
  number: '1',
};
test('every GET operation responds as described, in each media type and with each suffix', async () => {
  const check = createChecker(document);
  const faults: string[] = [];
  for (const operation of operationsOf(document)) {
    if (operation.method !== 'GET' || /stream/.test(operation.path)) continue;
    const kind = /^\/v1\/(\w+)/.exec(operation.path)?.[1] ?? '';
    const path = operation.path
      .replace('{slug}', sampleSlugs[kind] ?? '')
      .replace(/\{(article|file|name|number)\}/g, (_, name) => values[name] ?? '');
    const formats = operation.parameters.find(({ name }) => name === 'format')?.schema.enum;
    const suffixes = Array.isArray(formats) ? [...formats, 'xyz'] : [''];
    const types =
      suffixes.length > 1 ? ['*/*'] : [...(operation.responses.get(200)?.keys() ?? []), 'image/png'];
    const query = operation.path === '/oembed' ? `?url=/articles/${values.article}` : '';
    for (const suffix of suffixes) {
      for (const accept of types) {
        const target = path.replace('{format}', suffix) + query;
        const headers = { accept, ...(operation.needsKey && { authorization: `Bearer ${key}` }) };
        const reply = await api.get(target, headers);
        const request = { operation, method: 'GET', target, headers, body: undefined };
        const response = {
          status: reply.statusCode,
          headers: Object.fromEntries(
            Object.entries(reply.headers).map(([name, value]) => [name, String(value)]),
          ),
          body: reply.body,
        };
        for (const fault of check(request, response)) faults.push(`${target} as ${accept}: ${fault}`);
        if (accept !== 'image/png' && suffix !== 'xyz' && reply.statusCode !== 200)
          faults.push(`${target} as ${accept}: ${reply.statusCode}`);
      }
    }
  }
  expect(faults).toEqual([]);
});

test('every GET operation that has an entity tag responds to If-None-Match as described', async () => {
  const check = createChecker(document);
  for (const path of [
    '/v1/articles',
    '/robots.txt',
    '/sitemap.xml',
    '/sitemaps/pages.xml',
    '/news-sitemap.xml',
  ]) {
    const template = path === '/sitemaps/pages.xml' ? '/sitemaps/{file}' : path;
    const operation = operationsOf(document).find((each) => each.path === template);
    if (!operation) throw new TypeError(`${template} is not described`);
    const { statusCode: status, body, headers } = await api.get(path, { 'if-none-match': '*' });
    expect(status).toBe(304);
    const response = {
      status,
      body,
      headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    };
    expect(check({ operation, method: 'GET', target: path, headers: {}, body: undefined }, response)).toEqual(
      [],
    );
  }
});

test.each(['', '?include=neighbours', '?topic=harbours', '?include=neighbours&fields=id'])(
  'the first and the last article respond as described with %j',
  async (query) => {
    const check = createChecker(document);
    const operation = operationsOf(document).find(({ id }) => id === 'getArticle');
    if (!operation) throw new TypeError('getArticle is not described');
    for (const slug of ['council-argues-over-the-pier', 'fishers-land-a-record-catch']) {
      const target = `/v1/articles/${slug}${query}`;
      const { statusCode: status, body, headers } = await api.get(target);
      expect(status).toBe(200);
      const response = {
        status,
        body,
        headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
      };
      expect(check({ operation, method: 'GET', target, headers: {}, body: undefined }, response)).toEqual([]);
    }
  },
);
