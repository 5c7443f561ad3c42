import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite/open.ts';
import { createResponseCache } from '../../src/http/response-cache.ts';
import { sampleArticle } from '../archive/sample-articles.ts';
import { openSampleApp, type SampleApp, sampleAppOver } from '../routes/sample-app.ts';
import { writeInOtherProcess } from '../routes/write-in-other-process.ts';

let api: SampleApp;
beforeAll(async () => {
  api = await openSampleApp();
});
afterAll(() => api.close());

const ownHeaders = ['x-request-id', 'server-timing', 'cache-status', 'date', 'connection', 'keep-alive'];

function lasting(headers: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !ownHeaders.includes(name)));
}

describe('an answer given before', () => {
  const urls = [
    '/v1',
    '/v1/articles',
    '/v1/articles?q=pier&sort=relevance',
    '/v1/articles/birch-promises-a-new-pier',
    '/v1/people/ada-birch',
    '/openapi.json',
    '/docs/start.js',
    '/articles/birch-promises-a-new-pier',
    '/search?q=pier',
  ];
  for (const url of urls) {
    for (const coding of ['identity', 'gzip', 'br']) {
      test(`comes again as it was: ${url} in ${coding}`, async () => {
        const first = await api.get(url, { 'accept-encoding': coding });
        const again = await api.get(url, { 'accept-encoding': coding, 'x-request-id': 'second' });
        expect(first.headers['cache-status']).toBeUndefined();
        expect(again.headers['cache-status']).toBe('Dateline; hit');
        expect(again.headers['x-request-id']).toBe('second');
        expect(lasting(again.headers)).toEqual(lasting(first.headers));
        expect(again.rawPayload.equals(first.rawPayload)).toBe(true);
      });
    }
  }

  test('costs no query, in whichever words it is asked', async () => {
    await api.get('/v1/articles?q=ferry&limit=3');
    const articles = vi.spyOn(api.archive.reads, 'joinedCards');
    const same = await api.get('/v1/articles?q=ferry&limit=3');
    const other = await api.get('/v1/articles/?limit=3&sort=newest&q=ferry');
    const otherAgain = await api.get('/v1/articles/?limit=3&sort=newest&q=ferry');
    expect(articles).not.toHaveBeenCalled();
    articles.mockRestore();
    for (const { headers } of [same, other, otherAgain])
      expect(headers['cache-status']).toBe('Dateline; hit');
    expect(other.body).toBe(same.body);
  });

  test('answers HEAD and 304 too', async () => {
    const { headers, rawPayload } = await api.get('/v1/articles?limit=2');
    const head = await api.app.inject({ method: 'HEAD', url: '/v1/articles?limit=2' });
    expect(head.headers['content-length']).toBe(String(rawPayload.length));
    expect(head.body).toBe('');
    const { statusCode, headers: second } = await api.get('/v1/articles?limit=2', {
      'if-none-match': String(headers.etag),
    });
    expect(statusCode).toBe(304);
    expect(second.etag).toBe(headers.etag);
    expect(second['content-length']).toBeUndefined();
  });

  test('of a problem or a POST is never kept', async () => {
    for (const _ of [1, 2]) {
      expect((await api.get('/v1/articles?limit=0')).headers['cache-status']).toBeUndefined();
      const posted = await api.app.inject({
        method: 'POST',
        url: '/v1/articles/search',
        payload: { q: 'pier' },
      });
      expect(posted.statusCode).toBe(200);
      expect(posted.headers['cache-status']).toBeUndefined();
    }
  });

  test('is not given to one who accepts another coding or form', async () => {
    await api.get('/problems/not-found', { accept: 'text/html' });
    const json = await api.get('/problems/not-found', { accept: 'application/json' });
    expect(json.json().data.name).toBe('not-found');
    await api.get('/v1/articles?limit=4', { 'accept-encoding': 'gzip' });
    const plain = await api.get('/v1/articles?limit=4', { 'accept-encoding': 'identity' });
    expect(plain.headers['content-encoding']).toBeUndefined();
  });

  test('is not given after a write', async () => {
    await api.get('/v1/articles?limit=5');
    await api.archive.writes.writeArticles([sampleArticle({ headline: 'After the answer' })]);
    const { headers, body } = await api.get('/v1/articles?limit=5');
    expect(headers['cache-status']).toBeUndefined();
    expect(body).toContain('After the answer');
  });
});

test('every response passes the same hooks, also one from the cache', async () => {
  const own = await openSampleApp();
  const passed: string[] = [];
  own.app.addHook('onRequest', async () => void passed.push('onRequest'));
  own.app.addHook('onSend', async () => void passed.push('onSend'));
  own.app.addHook('onResponse', async () => void passed.push('onResponse'));
  await own.get('/v1/articles');
  const first = passed.splice(0);
  const again = await own.get('/v1/articles');
  expect(again.headers['cache-status']).toBe('Dateline; hit');
  expect(first).toEqual(['onRequest', 'onSend', 'onResponse']);
  // What is registered after the cache is for requests that it does not answer.
  expect(passed).toEqual(['onSend', 'onResponse']);
  await own.close();
});

test('equal requests at the same time are answered by one read', async () => {
  const own = await openSampleApp();
  const read = vi.spyOn(own.archive, 'read');
  const replies = await Promise.all(Array.from({ length: 20 }, () => own.get('/v1/articles?limit=3')));
  expect(read).toHaveBeenCalledTimes(1);
  expect(new Set(replies.map(({ body }) => body)).size).toBe(1);
  await own.close();
});

test('a page is made anew after a write', async () => {
  const own = await openSampleApp();
  const before = await own.get('/');
  expect((await own.get('/')).headers['cache-status']).toBe('Dateline; hit');
  await own.archive.writes.writeArticles([sampleArticle({ headline: 'Ferry returns to the pier' })]);
  const after = await own.get('/');
  expect(after.headers['cache-status']).toBeUndefined();
  expect(after.body).toContain('Ferry returns to the pier');
  expect(before.body).not.toContain('Ferry returns to the pier');
  await own.close();
});

test('requests with a key share public responses only', async () => {
  const own = await openSampleApp();
  const authorization = 'Bearer something';
  await own.get('/v1/articles', { authorization });
  const shared = await own.get('/v1/articles');
  expect(shared.headers['cache-status']).toBe('Dateline; hit');
  expect(shared.headers['cache-control']).toContain('public');
  for (const _ of [1, 2]) {
    const { headers } = await own.get('/v1/corrections', { authorization });
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['cache-status']).toBeUndefined();
  }
  await own.close();
});

test('a write by another process is seen by the next request', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-'));
  const path = join(folder, 'archive.db');
  const archive = openSqliteArchive({ path });
  const app = sampleAppOver(archive);
  const get = () => app.inject('/v1/articles');
  const other = await writeInOtherProcess(path);
  for (let round = 1; round <= 20; round += 1) {
    await get();
    expect((await get()).headers['cache-status']).toBe('Dateline; hit');
    const { id } = await other.write(`Round ${round}`);
    const after = await get();
    expect(after.headers['cache-status']).toBeUndefined();
    expect(after.json().data.map((article: { id: string }) => article.id)).toContain(id);
  }
  await other.end();
  await app.close();
  await archive.close();
  rmSync(folder, { recursive: true });
});

test('kept answers stay within their bound', async () => {
  const small = await openSampleApp({ responseCacheBytes: 200_000 });
  const recalled = vi.fn();
  for (const round of [1, 2]) {
    for (let limit = 1; limit <= 100; limit += 1) {
      const { headers } = await small.get(`/v1/articles?limit=${limit}`);
      if (round === 2 && headers['cache-status']) recalled();
    }
  }
  // Asked in turn, the least recently used is always the next: with room for all, each would be a hit.
  expect(recalled).not.toHaveBeenCalled();
  await small.get('/v1/articles?limit=100');
  expect((await small.get('/v1/articles?limit=100')).headers['cache-status']).toBe('Dateline; hit');
  await small.close();
});

test('a cached body takes no more memory than its length', () => {
  const cache = createResponseCache(100_000);
  // zlib returns such parts of its chunks.
  const body = Buffer.alloc(16_384, 'a').subarray(0, 3_000);
  cache.store('key', { body, headers: {}, coding: 'gzip', print: 'a', modified: undefined, revision: 1 });
  const cached = cache.find('key')?.body;
  expect(cached?.equals(body)).toBe(true);
  expect(cached?.buffer.byteLength).toBe(3_000);
});

test('a bound of 0 keeps nothing', async () => {
  const none = await openSampleApp({ responseCacheBytes: 0 });
  await none.get('/v1/articles');
  expect((await none.get('/v1/articles')).headers['cache-status']).toBeUndefined();
  await none.close();
});
