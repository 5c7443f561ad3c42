import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routes } from '../../src/routes/table.ts';
import { openSampleApp, type SampleApp } from '../routes/sample-app.ts';

let api: SampleApp;
beforeAll(async () => {
  api = await openSampleApp();
});
afterAll(() => api.close());

/** What readers, aggregators and trackers add to addresses. */
const junk = [
  '_=1699',
  'utm_source=feed&utm_medium=x',
  'fbclid=a%20b',
  'v',
  '=x',
  '&&',
  '%FF=1',
  '__proto__=1',
  'constructor=1',
  'x=%00',
  'a[]=1&a[]=2',
];

const article = 'birch-promises-a-new-pier';
const documents = [
  ...routes
    .filter(({ method, path }) => method === 'GET' && !path.startsWith('/v1') && path !== '/docs/scalar.js')
    .map(({ path }) => path.replace(':file', 'articles-2024-11.xml').replace(':name', 'not-found')),
].map((path) => (path === '/oembed' ? `/oembed?url=/articles/${article}` : path));
const feeds = [
  ...['/v1/articles', '/v1/people/ada-birch/articles', `/v1/articles/${article}/related`].flatMap((list) =>
    ['rss', 'atom', 'jsonfeed'].map((suffix) => `${list}.${suffix}`),
  ),
  '/v1/articles.rss?limit=1&tag=topic/harbours',
];

describe('unknown parameters are ignored', () => {
  test.each([...documents, ...feeds, `/v1/articles/${article}.html`])('by %s', async (url) => {
    const plain = await api.get(url);
    expect(plain.statusCode, plain.body).toBe(200);
    for (const each of junk) {
      const reply = await api.get(`${url}${url.includes('?') ? '&' : '?'}${each}`);
      expect(reply.statusCode, each).toBe(200);
      expect(reply.body, each).toBe(plain.body);
      for (const name of ['etag', 'link', 'vary', 'cache-control', 'content-type']) {
        expect(reply.headers[name], `${each} ${name}`).toBe(plain.headers[name]);
      }
    }
  });

  test('by a feed that the Accept header selects', async () => {
    const reply = await api.get('/v1/articles?_=1', { accept: 'application/rss+xml' });
    expect(reply.statusCode).toBe(200);
  });

  test('also before known ones, and at an address that has moved', async () => {
    const reply = await api.get('/v1/articles.rss?_=1&limit=1&x');
    expect(reply.body).toBe((await api.get('/v1/articles.rss?limit=1')).body);
  });

  test('without filling the cache', async () => {
    const own = await openSampleApp({ responseCacheBytes: 2 ** 16 });
    const isHit = async (url: string) => (await own.get(url)).headers['cache-status'] === 'Dateline; hit';
    for (const url of ['/v1/articles?limit=1', '/robots.txt', '/v1/articles.rss']) await own.get(url);
    for (let index = 0; index < 500; index += 1) {
      expect(await isHit(`/robots.txt?_=${index}`)).toBe(true);
      expect(await isHit(`/v1/articles.rss?utm_source=${'x'.repeat(index)}`)).toBe(true);
    }
    expect(await isHit('/v1/articles?limit=1')).toBe(true);
    await own.close();
  });
});

describe('known parameters are still checked', () => {
  test.each([
    '/v1/articles.rss?limit=0',
    '/v1/articles.atom?limit=0&_=1',
    '/v1/articles.jsonfeed?from=never',
    '/v1/articles.rss?facets=people',
    '/v1/articles.rss?q=%FF',
    '/v1/people/ada-birch/articles.rss?tag=(',
    `/oembed?url=/articles/${article}&maxwidth=x`,
    '/oembed',
  ])('%s', async (url) => {
    expect((await api.get(url)).statusCode).toBe(400);
  });
});

describe('the JSON API and formats for data stay strict', () => {
  test.each([
    ...[
      '/v1',
      '/v1/articles',
      `/v1/articles/${article}`,
      '/v1/people',
      '/v1/quotes',
      '/v1/timeline',
      '/v1/changes',
    ],
    ...[
      '/v1/articles.csv',
      '/v1/articles.ndjson',
      '/v1/articles.json',
      '/v1/quotes.csv',
      '/v1/export.ndjson',
    ],
  ])('%s', async (url) => {
    const reply = await api.get(`${url}?_=1`);
    expect(reply.statusCode).toBe(400);
    expect(reply.json().errors[0].param).toBe('_');
  });
});
