import { once } from 'node:events';
import { connect } from 'node:net';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { NewKey } from '../../src/archive/keys.ts';
import { accessLog, withoutToken } from '../../src/http/on-response.ts';
import { hashOfKey, newKey } from '../../src/model/api-key.ts';
import { routes } from '../../src/routes/table.ts';
import { pages } from '../../web/pages/routes.ts';
import { openSampleApp, type SampleApp } from '../routes/sample-app.ts';

let api: SampleApp;
let key: string;
const keyFor = async (properties: Partial<NewKey> = {}) => {
  const made = newKey();
  const { id } = await api.archive.keys.add({
    name: 'r',
    scope: 'read',
    hash: hashOfKey(made),
    ...properties,
  });
  return { key: made, id };
};
beforeAll(async () => {
  api = await openSampleApp({ readAccess: 'key' });
  key = (await keyFor()).key;
});
afterAll(() => api.close());

const withKey = (url: string, own = key) => api.get(url, { authorization: `Bearer ${own}` });
const filled = (path: string) =>
  path
    .replace('people/:slug', 'people/ada-birch')
    .replace(':article', 'birch-promises-a-new-pier')
    .replace(/:\w+/g, '1');

describe('READ_ACCESS=key', () => {
  test.each(routes.map(({ method, path, scope }) => [`${method} ${path}`, method, path, scope] as const))(
    '%s answers nobody without a key, unless it is open',
    async (_, method, path, scope) => {
      for (const verb of method === 'GET' ? (['GET', 'HEAD'] as const) : [method]) {
        const { statusCode, headers } = await api.app.inject({ method: verb, url: filled(path) });
        expect(statusCode === 401, verb).toBe(scope !== 'open');
        if (scope !== 'open') expect(headers['www-authenticate']).toContain('Bearer');
      }
    },
  );

  test.each([
    ...Object.keys(pages),
    '/v1/articles.rss',
    '/v1/articles/birch-promises-a-new-pier.html',
    '/v1/people/ada-birch/articles.atom',
  ])('%s answers nobody without a key', async (path) => {
    expect((await api.get(filled(path))).statusCode).toBe(401);
  });

  test('/mcp answers nobody without a key', async () => {
    const call = { jsonrpc: '2.0', id: 1, method: 'tools/list' };
    const post = (headers = {}) =>
      api.app.inject({
        method: 'POST',
        url: '/mcp',
        headers: { accept: 'application/json, text/event-stream', ...headers },
        payload: call,
      });
    expect((await post()).statusCode).toBe(401);
    expect((await post({ authorization: `Bearer ${key}` })).statusCode).toBe(200);
  });

  test('responses that a key opened answer nobody else, from the cache either', async () => {
    for (const url of ['/v1/articles', '/v1/articles/birch-promises-a-new-pier', '/v1/articles.rss', '/']) {
      expect((await withKey(url)).statusCode).toBe(200);
      const again = await withKey(url);
      expect(again.headers['cache-status'], url).toBe('Dateline; hit');
      expect(again.headers['cache-control']).toMatch(/^private, max-age=\d+(, stale-while-revalidate=60)?$/);
      expect((await api.get(url)).statusCode).toBe(401);
      const unchanged = await api.get(url, { 'if-none-match': String(again.headers.etag) });
      expect(unchanged.statusCode).toBe(401);
    }
  });

  test('a page reads the API with the key of its request', async () => {
    const page = await withKey('/articles/birch-promises-a-new-pier');
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('Birch promises a new pier');
  });

  test('the OpenAPI document says that reading needs a key', async () => {
    const { paths } = (await api.get('/openapi.json')).json();
    expect(paths['/v1/articles'].get).toMatchObject({
      security: [{ key: ['read'] }],
      responses: { 401: expect.anything() },
    });
    expect(paths['/healthz'].get.security).toBeUndefined();
  });
});

test('a stream ends when its key is revoked', async () => {
  const { key: own, id } = await keyFor();
  const { port } = new URL(await api.app.listen({ port: 0 }));
  const socket = connect(Number(port)).setEncoding('utf8').resume();
  socket.write(`GET /v1/stream HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${own}\r\n\r\n`);
  const [head] = await once(socket, 'data');
  expect(head).toContain('200 OK');
  const closed = once(socket, 'close');
  await api.archive.keys.revoke(id);
  await closed;
});

describe('the token of a feed', () => {
  const feed = '/v1/articles.rss?topic=harbours';
  test('opens this feed from its address, which the feed does not repeat', async () => {
    const { key: token } = await keyFor({ feed });
    const answer = await api.get(`${feed}&token=${token}`);
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('Birch promises a new pier');
    expect(answer.body).not.toContain(token);
    expect(JSON.stringify(answer.headers)).not.toContain(token);
    expect((await api.get(`/v1/articles.rss?utm_source=x&token=${token}&topic=harbours`)).statusCode).toBe(
      200,
    );
  });

  test.each([
    ['another feed', '/v1/articles.rss'],
    ['a wider feed', '/v1/articles.rss?topic=harbours|storms'],
    ['another format', '/v1/articles.atom?topic=harbours'],
    ['JSON', '/v1/articles?topic=harbours'],
    ['an article', '/v1/articles/birch-promises-a-new-pier'],
    ['a page', '/'],
  ])('does not open %s', async (_, url) => {
    const { key: token } = await keyFor({ feed });
    const separator = url.includes('?') ? '&' : '?';
    expect((await api.get(`${url}${separator}token=${token}`)).statusCode).toBe(403);
    expect((await withKey(url, token)).statusCode).toBe(403);
  });

  test('opens nothing after it was revoked, although the feed is in the cache', async () => {
    const { key: token, id } = await keyFor({ feed });
    expect((await api.get(`${feed}&token=${token}`)).statusCode).toBe(200);
    await api.archive.keys.revoke(id);
    expect((await api.get(`${feed}&token=${token}`)).statusCode).toBe(401);
  });

  test('cannot be a key for everything', async () => {
    const answer = await api.get(`${feed}&token=${key}`);
    expect(answer.statusCode).toBe(401);
    expect(answer.json().detail).toContain('not in the address');
  });

  test('is not in the log', async () => {
    let log = '';
    const destination = new Writable({
      write(chunk, _encoding, done) {
        log += chunk;
        done();
      },
    });
    const own = await openSampleApp();
    onTestFinished(() => own.close());
    own.app.addHook('onResponse', accessLog(pino(destination)));
    const token = newKey();
    await own.get(`/v1/articles.rss?token=${token}&topic=harbours`);
    await own.get(`/nothing?a=1&token=${token}`);
    expect(log).toContain('/v1/articles.rss?token=REDACTED&topic=harbours');
    expect(log).toContain('/nothing?a=1&token=REDACTED');
    expect(log).not.toContain(token);
    expect(withoutToken('/v1/articles?q=token=')).toBe('/v1/articles?q=token=');
  });

  test('a key that somebody put into an address is not in the log', () => {
    const lost = newKey();
    expect(withoutToken(`/v1/articles?api_key=${lost}&q=a`)).toBe('/v1/articles?api_key=REDACTED&q=a');
    expect(withoutToken(`/v1/articles.rss?t%6Fken=${lost}`)).toBe('/v1/articles.rss?t%6Fken=REDACTED');
  });
});
