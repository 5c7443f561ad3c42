import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { sampleArticle } from '../archive/sample-articles.ts';
import { openSampleApp, type SampleApp } from '../routes/sample-app.ts';

let api: SampleApp;
beforeAll(async () => {
  api = await openSampleApp();
});
afterAll(() => api.close());

const cached = [
  ['/v1', 'public, max-age=5, stale-while-revalidate=60'],
  ['/v1/articles?q=pier', 'public, max-age=5, stale-while-revalidate=60'],
  ['/v1/articles/birch-promises-a-new-pier', 'public, max-age=60, s-maxage=60'],
  ['/v1/people/ada-birch', 'public, max-age=60, s-maxage=60'],
  ['/v1/tags', 'public, max-age=5, stale-while-revalidate=60'],
  ['/openapi.json', 'public, max-age=3600, stale-while-revalidate=86400'],
  ['/problems', 'public, max-age=3600, stale-while-revalidate=86400'],
] as const;

describe('an entity tag', () => {
  for (const [url, control] of cached) {
    test(`of ${url} is strong and answers 304`, async () => {
      const first = await api.get(url);
      expect(first.headers.etag).toMatch(/^"[\w-]+"$/);
      expect(first.headers['cache-control']).toBe(control);
      const second = await api.get(url, { 'if-none-match': `"other", W/${first.headers.etag}` });
      expect(second.statusCode).toBe(304);
      expect(second.body).toBe('');
      expect(second.headers.etag).toBe(first.headers.etag);
      expect(second.headers['cache-control']).toBe(control);
      expect(second.headers.vary).toBe(first.headers.vary);
    });
  }

  test('is the same for the same question in other words', async () => {
    const one = await api.get('/v1/articles?limit=20&q=pier&sort=newest');
    const other = await api.get('/v1/articles/?q=pier');
    expect(one.headers.etag).toBe(other.headers.etag);
    expect(one.body).toBe(other.body);
  });

  test('differs between questions', async () => {
    const tags = new Set<unknown>();
    for (const url of [
      '/v1/articles',
      '/v1/articles?q=pier',
      '/v1/articles?limit=1',
      '/v1/tags',
      '/v1/people',
    ]) {
      tags.add((await api.get(url)).headers.etag);
    }
    expect(tags.size).toBe(5);
  });

  test('differs between codings, whose bytes differ', async () => {
    const identity = await api.get('/v1/articles');
    const gzip = await api.get('/v1/articles', { 'accept-encoding': 'gzip' });
    const brotli = await api.get('/v1/articles', { 'accept-encoding': 'br' });
    expect(new Set([identity, gzip, brotli].map(({ headers }) => headers.etag)).size).toBe(3);
    expect(gunzipSync(gzip.rawPayload).toString()).toBe(identity.body);
    expect(brotliDecompressSync(brotli.rawPayload).toString()).toBe(identity.body);
  });

  test('changes with the content', async () => {
    const before = await api.get('/v1/articles');
    await api.archive.writes.writeArticles([sampleArticle({ headline: 'Something new' })]);
    const after = await api.get('/v1/articles', { 'if-none-match': String(before.headers.etag) });
    expect(after.statusCode).toBe(200);
    expect(after.headers.etag).not.toBe(before.headers.etag);
  });

  test('stays when an unrelated article is written', async () => {
    const urls = [
      '/v1/articles/birch-promises-a-new-pier',
      '/v1/articles/birch-promises-a-new-pier/quotes',
      '/v1/articles/birch-promises-a-new-pier.md',
      '/v1/people/bo-elm',
      '/v1/people/bo-elm/articles',
      ...['rss', 'atom', 'jsonfeed', 'ninjs'].map((suffix) => `/v1/people/bo-elm/articles.${suffix}`),
      '/v1/articles?tag=topic/nothing',
      ...['rss', 'atom', 'jsonfeed', 'ninjs'].map((suffix) => `/v1/articles.${suffix}?tag=topic/nothing`),
      '/v1/quotes?person=bo-elm',
      '/news-sitemap.xml',
    ];
    const before = await Promise.all(urls.map((url) => api.get(url)));
    await api.archive.writes.writeArticles([
      sampleArticle({ headline: 'Long ago', publishedAt: '1990-01-01T00:00:00Z', tags: ['topic/elsewhere'] }),
    ]);
    for (const [index, url] of urls.entries()) {
      const after = await api.get(url, { 'if-none-match': String(before[index]?.headers.etag) });
      expect(after.statusCode, url).toBe(304);
    }
  });

  test('of an unchanged answer costs no query', async () => {
    const { headers } = await api.get('/v1/articles?q=pier');
    const articles = vi.spyOn(api.archive.reads, 'joinedCards');
    const reply = await api.get('/v1/articles?q=pier', { 'if-none-match': String(headers.etag) });
    expect(reply.statusCode).toBe(304);
    expect(articles).not.toHaveBeenCalled();
    articles.mockRestore();
  });

  test('never names what changed while it was read', async () => {
    const articles = vi.spyOn(api.archive.reads, 'joinedCards');
    const once = api.archive.reads.joinedCards;
    let written = false;
    articles.mockRestore();
    const spied = vi.spyOn(api.archive.reads, 'joinedCards').mockImplementation(async (query) => {
      const page = await once(query);
      if (!written) await api.archive.writes.writeArticles([sampleArticle({ headline: 'In between' })]);
      written = true;
      return page;
    });
    const racing = await api.get('/v1/articles?limit=99');
    spied.mockRestore();
    const quiet = await api.get('/v1/articles?limit=99');
    expect(racing.body).toContain('In between');
    expect(racing.headers.etag).toBe(quiet.headers.etag);
  });
});

describe('Last-Modified', () => {
  test('is when the archive last changed, once that is past its second, and answers 304', async () => {
    const revisedAt = Date.parse(await (await api.archive.state()).revisedAt);
    vi.useFakeTimers({ toFake: ['Date'], now: revisedAt + 500 });
    expect((await api.get('/v1/articles')).headers['last-modified']).toBeUndefined();
    vi.setSystemTime(revisedAt + 60_000);
    const { headers } = await api.get('/v1/articles');
    expect(headers['last-modified']).toBe(new Date(revisedAt).toUTCString());
    const since = (time: number) =>
      api.get('/v1/articles', { 'if-modified-since': new Date(time).toUTCString() });
    expect((await since(revisedAt)).statusCode).toBe(304);
    expect((await since(revisedAt - 1000)).statusCode).toBe(200);
    const both = { 'if-modified-since': new Date(revisedAt).toUTCString(), 'if-none-match': '"other"' };
    expect((await api.get('/v1/articles', both)).statusCode).toBe(200);
    vi.useRealTimers();
  });
});

describe('Last-Modified of an article', () => {
  test('is its own, and stays when others are written', async () => {
    const url = '/v1/articles/storm-closes-the-ferry';
    const { data } = (await api.get(url)).json();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(data.storedAt) + 3_600_000 });
    await api.archive.writes.writeArticles([sampleArticle({ headline: 'An hour later' })]);
    const { headers } = await api.get(url);
    expect(headers['last-modified']).toBe(new Date(data.storedAt).toUTCString());
    const held = await api.get(url, { 'if-modified-since': String(headers['last-modified']) });
    expect(held.statusCode).toBe(304);
    // Neighbours change without it.
    expect((await api.get(`${url}?include=neighbours`)).headers['last-modified']).toBeUndefined();
    vi.useRealTimers();
  });
});

describe('content coding', () => {
  const cases: [string, string | undefined][] = [
    ['', undefined],
    ['identity', undefined],
    ['gzip', 'gzip'],
    ['gzip, deflate, br, zstd', 'br'],
    ['br;q=0.5, gzip;q=0.9', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['*', 'br'],
    ['*;q=0', undefined],
    ['deflate', undefined],
  ];
  for (const [accept, coding] of cases) {
    test(`of "${accept}" is ${coding ?? 'none'}`, async () => {
      const { headers } = await api.get('/v1/articles', { 'accept-encoding': accept });
      expect(headers['content-encoding']).toBe(coding);
      expect(headers.vary).toBe('Accept, Accept-Encoding');
    });
  }
  test('is none for what is small', async () => {
    const { headers } = await api.get('/version', { 'accept-encoding': 'br' });
    expect(headers['content-encoding']).toBeUndefined();
  });
});

test('what says how the server is now is never kept', async () => {
  for (const url of ['/healthz', '/readyz']) {
    const { headers } = await api.get(url);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers.etag).toBeUndefined();
  }
});
