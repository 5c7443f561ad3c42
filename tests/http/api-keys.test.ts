import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { NewKey } from '../../src/archive/keys.ts';
import { hashOfKey, keyScopes, newKey } from '../../src/model/api-key.ts';
import { routes } from '../../src/routes/table.ts';
import { openSampleApp, type SampleApp } from '../routes/sample-app.ts';

let api: SampleApp;
const keyFor = async (properties: Partial<NewKey> = {}) => {
  const key = newKey();
  const made = { name: 'desk', scope: 'write', hash: hashOfKey(key), ...properties } as const;
  const { id } = await api.archive.keys.add(made);
  return { key, id };
};
const send = (method: 'GET' | 'POST' | 'DELETE', url: string, key?: string, payload?: object) =>
  api.app.inject({
    method,
    url,
    headers: { 'if-match': '*', ...(key && { authorization: `Bearer ${key}` }) },
    ...(payload && { payload }),
  });
beforeAll(async () => {
  api = await openSampleApp();
});
afterAll(() => api.close());

const filled = (path: string) => path.replace(/:\w+/g, '1');
const correct = (article: string, key: string) =>
  send('POST', `/v1/articles/${article}/corrections`, key, {
    corrections: [{ do: 'set', standfirst: 'New.' }],
  });

describe('every operation', () => {
  test.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s asks for a key of its scope, and for none to read',
    async (_, { method, path, scope }) => {
      if (path === '/v1/stream' || path === '/v1/export.ndjson') return;
      const needsKey = scope === 'write' || scope === 'admin';
      const { statusCode } = await send(method, filled(path));
      expect(statusCode === 401).toBe(needsKey);
      if (!needsKey) return;
      for (const lower of keyScopes.slice(0, keyScopes.indexOf(scope))) {
        expect((await send(method, filled(path), (await keyFor({ scope: lower })).key)).statusCode).toBe(403);
      }
      for (const enough of keyScopes.slice(keyScopes.indexOf(scope))) {
        const answer = await send(method, filled(path), (await keyFor({ scope: enough })).key);
        expect([401, 403]).not.toContain(answer.statusCode);
      }
    },
  );

  test('states its scope and cost in the OpenAPI document', async () => {
    const { paths } = (await api.get('/openapi.json')).json();
    expect(paths['/v1/articles'].get).toMatchObject({ 'x-scope': 'read', 'x-cost': 5 });
    expect(paths['/v1/articles'].get.security).toBeUndefined();
    expect(paths['/v1/corrections'].post).toMatchObject({
      'x-scope': 'write',
      security: [{ key: ['write'] }],
    });
    expect(paths['/healthz'].get).toMatchObject({ 'x-scope': 'open', 'x-cost': 0 });
  });
});

describe('a key', () => {
  test('is not accepted after it expired', async () => {
    const { key } = await keyFor({ expiresAt: '2020-01-01T00:00:00Z' });
    const answer = await send('GET', '/v1/merge-proposals', key);
    expect(answer.statusCode).toBe(401);
    expect(answer.json().detail).toBe('This API key expired at 2020-01-01T00:00:00Z.');
    const later = await keyFor({ expiresAt: '9999-01-01T00:00:00Z' });
    expect((await send('GET', '/v1/merge-proposals', later.key)).statusCode).toBe(200);
  });

  test('is not accepted from the moment it is revoked', async () => {
    const { key, id } = await keyFor();
    expect((await send('GET', '/v1/merge-proposals', key)).statusCode).toBe(200);
    await api.archive.keys.revoke(id);
    expect((await send('GET', '/v1/merge-proposals', key)).statusCode).toBe(401);
  });

  test('is not accepted in the address', async () => {
    const { key } = await keyFor();
    expect((await send('GET', `/v1/merge-proposals?token=${key}`)).statusCode).toBe(401);
  });

  test('that is unknown does not keep anybody from reading', async () => {
    expect((await send('GET', '/v1/articles', 'unknown')).statusCode).toBe(200);
  });

  test('with a source corrects articles of that source only', async () => {
    const { key } = await keyFor({ source: 'the-island-gazette' });
    expect((await correct('storm-closes-the-ferry', key)).statusCode).toBe(200);
    const other = await correct('birch-promises-a-new-pier', key);
    expect(other.statusCode).toBe(403);
    expect(other.json().detail).toContain('this article is of the-harbour-post');
  });

  test('with a source does not correct tags, which are those of all sources', async () => {
    const { key } = await keyFor({ source: 'the-island-gazette' });
    const corrections = [{ do: 'drop-tag', tag: 'person/bo-elm' }];
    expect((await send('POST', '/v1/corrections', key, { corrections })).statusCode).toBe(403);
    expect((await send('DELETE', '/v1/corrections/1', key)).statusCode).toBe(403);
  });
});

test('the last use of a key is recorded when the server closes, and not by each request', async () => {
  const own = await openSampleApp();
  const key = newKey();
  const { id } = await own.archive.keys.add({ name: 'reader', scope: 'read', hash: hashOfKey(key) });
  const used = async () => (await own.archive.keys.list()).find((each) => each.id === id)?.lastUsedAt;
  await own.get('/v1/articles', { authorization: `Bearer ${key}` });
  await own.get('/v1/articles', { authorization: `Bearer ${key}` });
  expect(await used()).toBeNull();
  await own.app.close();
  expect(await used()).toMatch(/Z$/);
  await own.close();
});
