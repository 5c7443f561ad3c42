import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashOfKey, newKey } from '../../src/model/api-key.ts';
import { sampleArticle } from '../archive/sample-articles.ts';
import { openSampleApp, type SampleApp } from './sample-app.ts';

let api: SampleApp;
const key = newKey();
const authorization = `Bearer ${key}`;
beforeAll(async () => {
  api = await openSampleApp();
  await api.archive.keys.add({ name: 'desk', scope: 'write', hash: hashOfKey(key) });
  const written = ['Bill Oak', 'Bill Oak', 'William Oak'].map((author, index) =>
    sampleArticle({ headline: `A walk ${index}`, authors: [author] }),
  );
  await api.archive.writes.writeArticles(written);
});
afterAll(() => api.close());

test('proposals need a key', async () => {
  expect((await api.get('/v1/merge-proposals')).statusCode).toBe(401);
});

test('a proposal is accepted by posting its correction', async () => {
  const reply = await api.get('/v1/merge-proposals?limit=5', { authorization });
  const { data, meta, links } = reply.json();
  expect([reply.statusCode, meta, links.self]).toEqual([
    200,
    { total: { value: 1, relation: 'eq' } },
    '/v1/merge-proposals?limit=5',
  ]);
  expect(data).toMatchObject([{ tag: { name: 'William Oak' }, into: { name: 'Bill Oak' } }]);
  const posted = await api.app.inject({
    ...{ method: 'POST', url: '/v1/corrections', headers: { authorization } },
    payload: { corrections: [data[0].accept] },
  });
  expect(posted.statusCode).toBe(200);
  expect((await api.get('/v1/authors/william-oak')).headers.location).toBe('/v1/authors/bill-oak');
  expect((await api.get('/v1/merge-proposals', { authorization })).json().data).toEqual([]);
});

test('tags of different types cannot be kept apart', async () => {
  const posted = await api.app.inject({
    ...{ method: 'POST', url: '/v1/corrections', headers: { authorization } },
    payload: { corrections: [{ do: 'keep-apart', tag: 'author/bill-oak', from: 'person/ada-birch' }] },
  });
  expect(posted.statusCode).toBe(400);
});
