import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashOfKey, newKey } from '../../src/model/api-key.ts';
import { correctArticle, listCorrections } from '../../src/routes/articles/corrections.ts';
import { sampleArticle } from '../archive/sample-articles.ts';
import { openSampleApp, type SampleApp } from './sample-app.ts';

let api: SampleApp;
const key = newKey();
const readOnlyKey = newKey();
const revokedKey = newKey();
beforeAll(async () => {
  api = await openSampleApp();
  await api.archive.keys.add({ name: 'news desk', scope: 'write', hash: hashOfKey(key) });
  await api.archive.keys.add({ name: 'reader', scope: 'read', hash: hashOfKey(readOnlyKey) });
  const { id } = await api.archive.keys.add({ name: 'old', scope: 'write', hash: hashOfKey(revokedKey) });
  await api.archive.keys.revoke(id);
});
afterAll(() => api.close());

const url = '/v1/articles/birch-promises-a-new-pier/corrections';
const corrections = [{ do: 'set-speaker', exact: 'We will build', speaker: 'person/bo-elm' }];

const post = (headers: Record<string, string> = {}, payload: object = { corrections }, to = url) =>
  api.app.inject({
    method: 'POST',
    url: to,
    headers: { authorization: `Bearer ${key}`, 'if-match': '*', ...headers },
    payload,
  });

describe('a fault of a correction names its place, in plain words', () => {
  test.each<[unknown[], object]>([
    [[{ do: 'foo' }], { reason: '[0].do is not an allowed value', allowed: expect.arrayContaining(['set']) }],
    [[{ do: 'add-tags', tag: 'topic/sport' }], { value: 'add-tags', suggestion: 'add-tag' }],
    [[{ headline: 'x' }], { reason: '[0].do is not an allowed value' }],
    [[{ do: 'set', headline: true }], { reason: '[0].headline must be a string', value: true }],
    [[...corrections, { do: 'add-tag' }], { reason: '[1].tag is missing' }],
    [
      [{ do: 'add-tag', tag: 'Ann Lee' }],
      { reason: '[0].tag is not the id of a tag such as person/josep-borrell' },
    ],
    [
      [{ do: 'set', publishedAt: 'yesterday' }],
      { reason: '[0].publishedAt is not an instant such as 2024-11-03T11:59:00Z' },
    ],
    [[{ do: 'set', headline: '' }], { reason: '[0].headline must have at least 1 character' }],
    [['a'], { reason: 'contains "a", which is not an object' }],
  ])('%j', async (payload, expected) => {
    const reply = await post({}, { corrections: payload });
    expect(reply.statusCode).toBe(400);
    const { detail, errors } = reply.json();
    expect(errors).toMatchObject([{ param: 'corrections', ...expected }]);
    expect(detail).not.toMatch(/Invalid|Expected|pattern/);
  });
});

test('a correction of tags that contradicts others is a 409 that names the way out', async () => {
  await api.archive.writes.writeArticles([sampleArticle({ key: 'kw', keywords: ['tax', 'bus'] })]);
  const renames = [{ do: 'rename-tag', tag: 'keyword/tax', name: 'Bus' }];
  const reply = await post({}, { corrections: renames }, '/v1/corrections');
  expect(reply.statusCode).toBe(409);
  expect(reply.json()).toMatchObject({
    type: '/problems/contradicting-correction',
    detail: expect.stringContaining('merge them instead'),
  });
});

describe('who may correct', () => {
  test('not who has no key', async () => {
    const reply = await api.app.inject({ method: 'POST', url, payload: { corrections } });
    expect(reply.statusCode).toBe(401);
    expect(reply.headers['www-authenticate']).toBe('Bearer realm="Dateline"');
    expect(reply.json()).toMatchObject({ type: '/problems/unauthorized' });
  });

  test.each([
    ['an unknown key', () => newKey()],
    ['a revoked key', () => revokedKey],
  ])('not who has %s', async (_, wrong) => {
    const reply = await post({ authorization: `Bearer ${wrong()}` });
    expect(reply.statusCode).toBe(401);
    expect(reply.headers['www-authenticate']).toContain('error="invalid_token"');
  });

  test('not who has a key for reading', async () => {
    const reply = await post({ authorization: `Bearer ${readOnlyKey}` });
    expect(reply.statusCode).toBe(403);
    expect(reply.headers['www-authenticate']).toContain('error="insufficient_scope", scope="write"');
  });

  test('not who puts the key into the URL', async () => {
    const reply = await api.app.inject({
      method: 'POST',
      url: `${url}?key=${key}`,
      payload: { corrections },
    });
    expect(reply.statusCode).toBe(401);
  });
});

describe('a correction', () => {
  test('needs If-Match', async () => {
    const reply = await api.app.inject({
      method: 'POST',
      url,
      headers: { authorization: `Bearer ${key}` },
      payload: { corrections },
    });
    expect(reply.statusCode).toBe(428);
  });

  test('is refused when the article has changed since', async () => {
    expect((await post({ 'if-match': '"something-else"' })).statusCode).toBe(412);
  });

  test('is answered with all corrections, and holds at once', async () => {
    const before = await api.get(url);
    expect(before.statusCode).toBe(200);
    expect(before.headers['cache-control']).toBe('no-store');
    expect(listCorrections.response?.parse(before.json())).toEqual(before.json());
    const reply = await post({ 'if-match': String(before.headers.etag) });
    expect(reply.statusCode).toBe(200);
    expect(correctArticle.response?.parse(reply.json())).toEqual(reply.json());
    expect(reply.json().data).toMatchObject([{ editor: 'news desk', correction: corrections[0] }]);
    expect(reply.headers.etag).not.toBe(before.headers.etag);
    expect((await post({ 'if-match': String(before.headers.etag) })).statusCode).toBe(412);
    const article = (await api.get('/v1/articles/birch-promises-a-new-pier')).json();
    expect(article.data.quotes[0]).toMatchObject({ speaker: { tag: 'person/bo-elm' }, method: 'editor' });
  });

  test.each(['identity', 'gzip', 'br'])('takes the ETag of the article in %s', async (coding) => {
    const article = await api.get('/v1/articles/council-argues-over-the-pier', { 'accept-encoding': coding });
    await api.archive.writes.writeArticles([
      sampleArticle({ headline: `Unrelated ${coding}`, publishedAt: '1990-01-01T00:00:00Z' }),
    ]);
    const to = '/v1/articles/council-argues-over-the-pier/corrections';
    const set = { corrections: [{ do: 'set', standfirst: `Read in ${coding}.` }] };
    const etag = String(article.headers.etag);
    expect((await post({ 'if-match': etag }, set, to)).statusCode).toBe(200);
    // It has changed with that.
    expect((await post({ 'if-match': etag }, set, to)).statusCode).toBe(412);
  });

  test('is taken back only from what was seen, if the request says so', async () => {
    const to = '/v1/articles/council-argues-over-the-pier/corrections';
    const { headers, ...list } = await api.get(to);
    const [{ number }] = list.json().data;
    const withdraw = (etag: string) =>
      api.app.inject({
        method: 'DELETE',
        url: `${to}/${number}`,
        headers: { authorization: `Bearer ${key}`, 'if-match': etag },
      });
    expect((await withdraw('"0123456789012345678901"')).statusCode).toBe(412);
    expect((await withdraw(String(headers.etag))).statusCode).toBe(200);
  });

  test('can be taken back, once', async () => {
    const [{ number }] = (await api.get(url)).json().data;
    const headers = { authorization: `Bearer ${key}` };
    const back = await api.app.inject({ method: 'DELETE', url: `${url}/${number}`, headers });
    expect(back.statusCode).toBe(200);
    expect(back.json().data).toEqual([]);
    const article = (await api.get('/v1/articles/birch-promises-a-new-pier')).json();
    expect(article.data.quotes[0].speaker.tag).toBe('person/ada-birch');
    const again = await api.app.inject({ method: 'DELETE', url: `${url}/${number}`, headers });
    expect(again.statusCode).toBe(404);
    expect((await api.app.inject({ method: 'DELETE', url: `${url}/${number}` })).statusCode).toBe(401);
  });

  test.each([
    [{}],
    [{ corrections: [] }],
    [{ corrections: [{ do: 'burn' }] }],
    [{ corrections: [{ do: 'set' }] }],
    [{ corrections: [{ do: 'set-speaker', exact: 'We', speaker: 'nobody' }] }],
  ])('that is none is refused: %j', async (payload) => {
    const reply = await post({}, payload);
    expect(reply.statusCode).toBe(400);
    expect(reply.json().errors[0].param).toBe('corrections');
  });

  test('of an article that there is not is refused', async () => {
    expect((await post({}, undefined, '/v1/articles/nothing/corrections')).statusCode).toBe(404);
  });
});

describe('rules over tags', () => {
  const rules = '/v1/corrections';
  const rename = { do: 'rename-tag', tag: 'person/bo-elm', name: 'Bo Elmer' };

  test('are made with a key, listed, and taken back by their number', async () => {
    const before = await api.app.inject('/v1/people/bo-elm');
    const made = await post({}, { corrections: [rename] }, rules);
    expect(made.statusCode).toBe(200);
    expect((await api.app.inject('/v1/people/bo-elmer')).json().data.name).toBe('Bo Elmer');
    const [rule] = (await api.app.inject(rules)).json().data;
    expect(rule).toMatchObject({ editor: 'news desk', correction: rename });
    const headers = { authorization: `Bearer ${key}` };
    const back = () => api.app.inject({ method: 'DELETE', url: `${rules}/${rule.number}`, headers });
    expect((await back()).json().data).toEqual([]);
    expect((await back()).statusCode).toBe(404);
    expect((await api.app.inject('/v1/people/bo-elm')).json().data).toEqual(before.json().data);
  });

  test('are made and taken back only from what was seen, if the request says so', async () => {
    const seen = String((await api.get(rules)).headers.etag);
    const merge = { corrections: [rename] };
    expect((await post({ 'if-match': '"0123456789012345678901"' }, merge, rules)).statusCode).toBe(412);
    const made = await post({ 'if-match': seen }, merge, rules);
    expect(made.statusCode).toBe(200);
    expect((await post({ 'if-match': seen }, merge, rules)).statusCode).toBe(412);
    const withdraw = (etag: string) =>
      api.app.inject({
        method: 'DELETE',
        url: `${rules}/${made.json().data[0].number}`,
        headers: { authorization: `Bearer ${key}`, 'if-match': etag },
      });
    expect((await withdraw(seen)).statusCode).toBe(412);
    expect((await withdraw(String(made.headers.etag))).statusCode).toBe(200);
  });

  test('are not made or taken back without one, nor from what is no rule', async () => {
    expect((await api.app.inject({ method: 'DELETE', url: `${rules}/1` })).statusCode).toBe(401);
    expect(
      (await post({ authorization: `Bearer ${readOnlyKey}` }, { corrections: [rename] }, rules)).statusCode,
    ).toBe(403);
    expect((await post({}, { corrections: [{ do: 'set', headline: 'No' }] }, rules)).json()).toMatchObject({
      status: 400,
    });
  });
});
