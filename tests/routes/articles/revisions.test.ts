import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { sampleArticle } from '../../archive/sample-articles.ts';
import { openSampleApp, type SampleApp } from '../sample-app.ts';

const times = [
  '2024-12-01T10:00:00Z',
  '2024-12-02T10:00:00Z',
  '2024-12-03T10:00:00Z',
  '2024-12-04T10:00:00Z',
];
const at = '/v1/articles/pier-opens-today';

let api: SampleApp;
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  api = await openSampleApp();
  for (const [index, time] of times.entries()) {
    vi.setSystemTime(time);
    const headline = index < 2 ? 'Pier to open' : 'Pier opens today';
    await api.archive.writes.writeArticles([
      sampleArticle({
        key: 'pier',
        headline,
        body: `Take ${index + 1}.`,
        publishedAt: '2024-12-01T09:00:00Z',
      }),
    ]);
  }
  vi.useRealTimers();
});
afterAll(() => api.close());
afterEach(() => {
  vi.useRealTimers();
});

/** The links of a Link header by relation; of several with one relation, the last. */
function linksOf(header: unknown): Record<string, string> {
  const links = String(header).split(/,\s*(?=<)/);
  return Object.fromEntries(
    links.map((link) => {
      const [, address = '', relation = '', rest = ''] = /^<(.*?)>; rel="(.*?)"(.*)$/.exec(link) ?? [];
      return [relation, `${address}${rest}`];
    }),
  );
}

describe('a revision', () => {
  test('is the article as it was', async () => {
    const { data, links } = (await api.get(`${at}/revisions/2`)).json();
    expect(data).toMatchObject({ revision: 2, headline: 'Pier to open', storedAt: times[1] });
    expect(data.body.text).toBe('Take 2.');
    expect(links).toEqual({ self: `${at}/revisions/2`, article: at, revisions: `${at}/revisions` });
  });

  test('has the headers of a memento (RFC 7089, 2)', async () => {
    const { headers } = await api.get(`${at}/revisions/2`);
    expect(headers['memento-datetime']).toBe('Mon, 02 Dec 2024 10:00:00 GMT');
    expect(headers['last-modified']).toBe('Mon, 02 Dec 2024 10:00:00 GMT');
    const memento = (number: number) =>
      `${at}/revisions/${number}; datetime="${new Date(times[number - 1] ?? '').toUTCString()}"`;
    expect(linksOf(headers.link)).toMatchObject({
      original: at,
      timemap: `${at}/timemap; type="application/link-format"`,
      memento: memento(2),
      'first prev memento': memento(1),
      'next memento': memento(3),
      'last memento': memento(4),
    });
  });

  test('that is the last one has no next', async () => {
    const { headers, statusCode } = await api.get(`${at}/revisions/4`);
    expect(statusCode).toBe(200);
    const relations = Object.keys(linksOf(headers.link)).filter((each) => each.includes('memento'));
    expect(relations.toSorted()).toEqual(['first memento', 'last memento', 'prev memento']);
  });

  test('is the article itself if it is the last', async () => {
    const revision = (await api.get(`${at}/revisions/4`)).json().data;
    expect(revision).toEqual((await api.get(at)).json().data);
  });

  test('of an article under a former slug redirects', async () => {
    const { statusCode, headers } = await api.get('/v1/articles/pier-to-open/revisions/1');
    expect([statusCode, headers.location]).toEqual([308, `${at}/revisions/1`]);
  });

  test('that does not exist is a 404 that leads to those that do', async () => {
    for (const number of ['5', '0', '-1', 'x', '99999999999']) {
      const reply = await api.get(`${at}/revisions/${number}`);
      expect(reply.statusCode).toBe(404);
      expect(reply.json().detail).toContain(`${at}/revisions`);
    }
    expect((await api.get('/v1/articles/nothing/revisions/1')).statusCode).toBe(404);
  });
});

test('the list of revisions has all of them, oldest first, and the article leads to it', async () => {
  const { links } = (await api.get(at)).json();
  const { data } = (await api.get(links.revisions)).json();
  expect(data.map(({ storedAt }: { storedAt: string }) => storedAt)).toEqual(times);
  for (const { address, revision } of data) {
    expect((await api.get(address)).json().data.revision).toBe(revision);
  }
});

test('the TimeMap is in link format, and the article leads to it', async () => {
  const article = await api.get(at);
  expect(linksOf(article.headers.link).timemap).toBe(`${at}/timemap; type="application/link-format"`);
  const { headers, body } = await api.get(`${at}/timemap`);
  expect(headers['content-type']).toMatch(/^application\/link-format/);
  const lines = body.trimEnd().split(',\n');
  expect(lines).toHaveLength(6);
  expect(lines[0]).toBe(`<http://localhost${at}>; rel="original"`);
  expect(lines[1]).toContain(
    '; rel="self"; type="application/link-format"; from="Sun, 01 Dec 2024 10:00:00 GMT"; until="Wed, 04 Dec 2024 10:00:00 GMT"',
  );
  expect(lines[2]).toContain('/revisions/1>; rel="first memento"; datetime="Sun, 01 Dec 2024 10:00:00 GMT"');
  expect(lines[5]).toContain('/revisions/4>; rel="last memento"; datetime="Wed, 04 Dec 2024 10:00:00 GMT"');
});

test('an article with one revision has one memento, the first and the last', async () => {
  const { headers } = await api.get('/v1/articles/storm-closes-the-ferry/revisions/1');
  expect(linksOf(headers.link)['first last memento']).toContain('/revisions/1');
});
