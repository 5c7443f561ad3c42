import { beforeEach, describe, expect, test } from 'vitest';
import { hashOfKey, newKey } from '../../src/model/api-key.ts';
import { articleFormats } from '../../src/publishing/formats.ts';
import { arriving } from '../archive/arriving.ts';
import { openSampleApp, type SampleApp } from './sample-app.ts';

const slug = 'birch-promises-a-new-pier';
let api: SampleApp;
let id: string;
const keys = { read: newKey(), write: newKey(), admin: newKey(), gazette: newKey() };

beforeEach(async () => {
  api = await openSampleApp();
  await api.archive.keys.add({ name: 'reader', scope: 'read', hash: hashOfKey(keys.read) });
  await api.archive.keys.add({ name: 'desk', scope: 'write', hash: hashOfKey(keys.write) });
  await api.archive.keys.add({ name: 'chief', scope: 'admin', hash: hashOfKey(keys.admin) });
  const source = 'the-island-gazette';
  await api.archive.keys.add({ name: 'gazette', scope: 'write', source, hash: hashOfKey(keys.gazette) });
  id = (await api.get(`/v1/articles/${slug}`)).json().data.id;
  return () => api.close();
});

const ask = (method: 'DELETE' | 'POST', url: string, headers: Record<string, string> = {}) =>
  api.app.inject({ method, url, headers: { authorization: `Bearer ${keys.write}`, ...headers } });
const withdraw = (query = '', reference = slug) =>
  ask('DELETE', `/v1/articles/${reference}${query}`, { 'if-match': '*' });

/** Addresses of an article and of all that is below it. */
const addresses = (reference: string) => [
  `/v1/articles/${reference}`,
  ...articleFormats.map(({ suffix }) => `/v1/articles/${reference}.${suffix}`),
  ...['quotes', 'mentions', 'related', 'related.rss', 'versions', 'revisions', 'revisions/1', 'timemap'].map(
    (part) => `/v1/articles/${reference}/${part}`,
  ),
  `/v1/articles/${reference}/corrections`,
  `/articles/${reference}`,
  `/articles/${reference}/versions`,
  `/oembed?url=${encodeURIComponent(`http://localhost/articles/${reference}`)}`,
];

describe('an article that was withdrawn', () => {
  test('answers 410 at every address, with date and note', async () => {
    await withdraw('?note=The%20agency%20withdrew%20it.');
    for (const url of [...addresses(slug), ...addresses(id)]) {
      const reply = await api.get(url);
      expect([url, reply.statusCode]).toEqual([url, 410]);
      expect(reply.body).toMatch(/withdrawn at \d{4}-\d\d-\d\dT[\d:]+Z\. The agency withdrew it\./);
      expect(reply.body).not.toContain('Birch');
    }
  });

  test('has the problem type gone, which caches keep for a minute', async () => {
    await withdraw();
    const reply = await api.get(`/v1/articles/${slug}`);
    expect(reply.json()).toMatchObject({ type: '/problems/gone', title: 'Article withdrawn', status: 410 });
    expect(reply.headers['cache-control']).toBe('public, max-age=60, s-maxage=60');
    expect((await api.app.inject({ method: 'HEAD', url: `/v1/articles/${slug}` })).statusCode).toBe(410);
  });

  test('answers 410 at a former slug', async () => {
    await api.archive.writes.writeArticles([
      arriving({ headline: 'Low tide', key: 'tide', body: 'First.' }),
      arriving({ headline: 'High tide', key: 'tide', body: 'Second.' }),
    ]);
    expect((await api.get('/v1/articles/low-tide')).statusCode).toBe(308);
    await withdraw('', 'high-tide');
    expect((await api.get('/v1/articles/low-tide')).statusCode).toBe(410);
  });

  test('is public again when it is restored', async () => {
    await withdraw();
    const reply = await ask('POST', `/v1/articles/${slug}/restore`);
    expect(reply.json().data).toEqual({ id, slug, before: 'withdrawn', after: 'published' });
    expect((await api.get(`/v1/articles/${slug}`)).statusCode).toBe(200);
  });

  test('leaves a deletion in the change log, and a tombstone in the export', async () => {
    const { page } = (await api.get('/v1/changes?limit=1000')).json();
    await withdraw('?note=Wrong.');
    const { data } = (await api.get(`/v1/changes?since=${page.next}&include=article`)).json();
    expect(data).toMatchObject([{ article: id, kind: 'deleted', now: null }]);
    const lines = (await api.get('/v1/export.ndjson?include=archive')).body.split('\n');
    expect(
      lines.filter((line) => line.includes('"deleted"')).map((line) => JSON.parse(line).deleted),
    ).toMatchObject([{ id, slug, note: 'Wrong.' }]);
  });

  test('is a deleted entry (RFC 6721) in the Atom feeds of all articles and of its source', async () => {
    await withdraw('?note=A%20%3C%20B');
    const feeds = ['/v1/articles.atom', '/v1/articles.atom?source=the-harbour-post'];
    for (const feed of feeds) {
      const { body } = await api.get(feed);
      expect(body).toMatch(
        new RegExp(
          `<at:deleted-entry xmlns:at="http://purl.org/atompub/tombstones/1.0" ref="[^"]*/v1/articles/${id}" when="[^"]*Z"><at:comment>A &lt; B</at:comment></at:deleted-entry>\\s*</feed>`,
        ),
      );
      expect(body).not.toContain(slug);
    }
    const others = ['/v1/articles.atom?source=the-island-gazette', '/v1/articles.atom?tag=place/seahaven'];
    for (const feed of others) expect((await api.get(feed)).body).not.toContain('deleted-entry');
  });

  test('is erased by a purge of an administrator, whose 410 has no details', async () => {
    await withdraw('?note=A%20secret%20reason');
    const url = `/v1/articles/${slug}/purge`;
    expect((await ask('POST', url)).statusCode).toBe(403);
    const reply = await ask('POST', url, { authorization: `Bearer ${keys.admin}` });
    expect(reply.json().data).toEqual({ id, slug: null, before: 'withdrawn', after: 'purged' });
    for (const reference of [id, slug]) {
      const { detail } = (await api.get(`/v1/articles/${reference}`)).json();
      expect(detail).toBe('The article was removed.');
    }
  });
});

describe('DELETE of an article', () => {
  test('needs a key that may write', async () => {
    const url = `/v1/articles/${slug}`;
    expect((await api.app.inject({ method: 'DELETE', url, headers: { 'if-match': '*' } })).statusCode).toBe(
      401,
    );
    const reader = { authorization: `Bearer ${keys.read}`, 'if-match': '*' };
    expect((await api.app.inject({ method: 'DELETE', url, headers: reader })).statusCode).toBe(403);
  });

  test('of another source than that of the key is forbidden', async () => {
    const headers = { authorization: `Bearer ${keys.gazette}`, 'if-match': '*' };
    expect((await ask('DELETE', `/v1/articles/${slug}`, headers)).statusCode).toBe(403);
    expect((await ask('DELETE', '/v1/articles/storm-closes-the-ferry', headers)).statusCode).toBe(200);
  });

  test('needs If-Match with the ETag of the article', async () => {
    const url = `/v1/articles/${slug}`;
    expect((await ask('DELETE', url)).statusCode).toBe(428);
    expect((await ask('DELETE', url, { 'if-match': '"old"' })).statusCode).toBe(412);
    const { etag = '' } = (await api.get(url)).headers;
    const reply = await ask('DELETE', url, { 'if-match': String(etag) });
    expect(reply.json().data).toEqual({ id, slug, before: 'published', after: 'withdrawn' });
  });

  test('is 410 for what is withdrawn already, and 404 for what never was', async () => {
    await withdraw();
    expect((await withdraw()).statusCode).toBe(410);
    expect((await withdraw('', 'nothing')).statusCode).toBe(404);
  });
});

describe('held copy', () => {
  let held: string;
  beforeEach(async () => {
    const written = await api.archive.writes.writeArticles([
      arriving({ headline: 'Budget tomorrow', release: 'hold', dueAt: '2099-01-01T00:00:00Z' }),
      arriving({ headline: 'Half a thought', release: 'draft' }),
    ]);
    held = written[0]?.id ?? '';
  });
  const list = (query = '') => api.get(`/v1/held${query}`, { authorization: `Bearer ${keys.write}` });

  test('is listed with its due time for holders of a key that may write', async () => {
    expect((await api.get('/v1/held')).statusCode).toBe(401);
    expect((await api.get('/v1/held', { authorization: `Bearer ${keys.read}` })).statusCode).toBe(403);
    const reply = await list();
    expect(reply.headers['cache-control']).toBe('no-store');
    expect(reply.json().data).toHaveLength(2);
    expect((await list('?state=held')).json().data).toMatchObject([
      { id: held, state: 'held', dueAt: '2099-01-01T00:00:00Z', headline: 'Budget tomorrow', revision: null },
    ]);
  });

  test('is listed for a key of a source if it is of that source', async () => {
    await api.archive.writes.writeArticles([
      arriving({ headline: 'Low tide', source: 'the-island-gazette', release: 'draft' }),
    ]);
    const { data } = (await api.get('/v1/held', { authorization: `Bearer ${keys.gazette}` })).json();
    expect(data).toMatchObject([{ headline: 'Low tide', source: { slug: 'the-island-gazette' } }]);
  });

  test('is listed in pages', async () => {
    const first = (await list('?limit=1')).json();
    const second = (await api.get(first.links.next, { authorization: `Bearer ${keys.write}` })).json();
    expect([...first.data, ...second.data].map(({ headline }) => headline).sort()).toEqual([
      'Budget tomorrow',
      'Half a thought',
    ]);
    expect(second.links.next).toBeNull();
  });

  test('is unknown to readers until it is released', async () => {
    for (const url of addresses(held)) expect([url, (await api.get(url)).statusCode]).toEqual([url, 404]);
    const reply = await ask('POST', `/v1/articles/${held}/release`);
    expect(reply.json().data).toMatchObject({ slug: 'budget-tomorrow', before: 'held', after: 'published' });
    expect((await api.get('/v1/articles/budget-tomorrow')).statusCode).toBe(200);
    const again = await ask('POST', `/v1/articles/${held}/release`);
    expect(again.json()).toMatchObject({ type: '/problems/wrong-state', status: 409 });
  });

  test('that is withdrawn stays unknown to readers', async () => {
    expect((await withdraw('', held)).json().data).toMatchObject({ slug: null, after: 'withdrawn' });
    expect((await api.get(`/v1/articles/${held}`)).statusCode).toBe(404);
  });
});

test('a cached response ends when its article is withdrawn', async () => {
  for (const url of addresses(slug)) await api.get(url);
  await withdraw();
  for (const url of addresses(slug)) expect([url, (await api.get(url)).statusCode]).toEqual([url, 410]);
});

test('shared caches keep no response about an article for more than a minute', async () => {
  for (const url of addresses(slug)) {
    const { statusCode, headers } = await api.get(url);
    if (statusCode !== 200 || headers['cache-control'] === 'no-store') continue;
    expect([url, headers['cache-control']]).toEqual([url, 'public, max-age=60, s-maxage=60']);
    expect([url, headers['surrogate-key']]).toEqual([url, id]);
  }
});
