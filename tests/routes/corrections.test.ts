import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashOfKey, newKey } from '../../src/model/api-key.ts';
import { correctArticle, listCorrections } from '../../src/routes/articles/corrections.ts';
import { openSampleApp, type SampleApp } from './sample-app.ts';

let api: SampleApp;
const key = newKey();
const readOnlyKey = newKey();
const revokedKey = newKey();
beforeAll(async () => {
  api = await openSampleApp();
  await api.archive.keys.add({ name: 'news desk', scope: 'edit', hash: hashOfKey(key) });
  await api.archive.keys.add({ name: 'reader', scope: 'read', hash: hashOfKey(readOnlyKey) });
  const { id } = await api.archive.keys.add({ name: 'old', scope: 'edit', hash: hashOfKey(revokedKey) });
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
    expect(reply.headers['www-authenticate']).toContain('error="insufficient_scope", scope="edit"');
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
    expect(listCorrections.answers?.parse(before.json())).toEqual(before.json());
    const reply = await post({ 'if-match': String(before.headers.etag) });
    expect(reply.statusCode).toBe(200);
    expect(correctArticle.answers?.parse(reply.json())).toEqual(reply.json());
    expect(reply.json().data).toMatchObject([{ editor: 'news desk', correction: corrections[0] }]);
    expect(reply.headers.etag).not.toBe(before.headers.etag);
    expect((await post({ 'if-match': String(before.headers.etag) })).statusCode).toBe(412);
    const article = (await api.get('/v1/articles/birch-promises-a-new-pier')).json();
    expect(article.data.quotes[0]).toMatchObject({ speaker: { tag: 'person/bo-elm' }, method: 'editor' });
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
