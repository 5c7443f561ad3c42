import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { sampleArticle } from '../../archive/sample-articles.ts';
import { openSampleApp, type SampleApp } from '../sample-app.ts';

let api: SampleApp;
beforeAll(async () => {
  api = await openSampleApp();
  await api.archive.writes.writeArticles([
    sampleArticle({
      headline: 'Lighthouse opens',
      publishedAt: '2022-01-01T00:00:00Z',
      url: 'https://www.post.example/news/lighthouse/?id=7&utm_source=feed#top',
    }),
  ]);
});
afterAll(() => api.close());

const List = z.object({
  data: z.array(z.object({ id: z.string(), slug: z.string(), headline: z.string(), storedAt: z.string() })),
  page: z.object({ next: z.string().nullable() }),
  meta: z.object({
    query: z.record(z.string(), z.unknown()),
    words: z.string(),
    warnings: z.array(z.object({ code: z.string(), value: z.string() })),
  }),
});

async function list(query: string) {
  const reply = await api.get(`/v1/articles?${query}`);
  expect(reply.statusCode, reply.body).toBe(200);
  return List.parse(reply.json());
}

/** The first words of the headlines. */
async function found(query: string): Promise<(string | undefined)[]> {
  const { data } = await list(query);
  return data.map(({ headline }) => headline.split(' ')[0]);
}

describe('articles are found by', () => {
  const cases: [string, string[]][] = [
    ['ids=storm-closes-the-ferry,birch-promises-a-new-pier', ['Birch', 'Storm']],
    ['ids=storm-closes-the-ferry&ids=birch-promises-a-new-pier&sort=oldest', ['Storm', 'Birch']],
    ['ids=storm-closes-the-ferry,birch-promises-a-new-pier&person=ada-birch', ['Birch']],
    ['ids=storm-closes-the-ferry,birch-promises-a-new-pier&q=pier', ['Birch']],
    ['ids=storm-closes-the-ferry,birch-promises-a-new-pier&q=pier&sort=relevance', ['Birch']],
    ['has=image', ['Storm']],
    ['has=quotes', ['Council', 'Birch']],
    ['has=image,quotes', []],
    ['has=quotes&sort=updated', ['Council', 'Birch']],
    ['url=http://post.example/news/lighthouse?id=7', ['Lighthouse']],
    ['url=https://POST.example:443/news/%6Cighthouse/?id=7%26fbclid=1', ['Lighthouse']],
    ['url=https://post.example/news/lighthouse', []],
    ['url=https://post.example/news/lighthouse?id=8', []],
    ['updated-since=9999', []],
    ['updated-since=2020', ['Council', 'Birch', 'Storm', 'Fishers', 'Lighthouse']],
    ['updated-since=2020&q=pier', ['Council', 'Birch']],
    // Writes of one batch are stored in the order of publication.
    ['sort=updated', ['Lighthouse', 'Council', 'Birch', 'Storm', 'Fishers']],
    ['sort=updated&place=seahaven', ['Council', 'Birch', 'Storm']],
  ];
  for (const [query, expected] of cases) {
    test(query, async () => {
      expect(await found(query)).toEqual(expected);
    });
  }

  test('ids, and the archive says which do not exist', async () => {
    const { data, meta } = await list('ids=nothing,storm-closes-the-ferry,nowhere');
    expect(data).toHaveLength(1);
    expect(meta.warnings).toMatchObject([
      { code: 'unknown-article', value: 'nothing' },
      { code: 'unknown-article', value: 'nowhere' },
    ]);
  });

  test('ids, which links have in one parameter', async () => {
    const reply = await api.get('/v1/articles?ids=storm-closes-the-ferry&ids=nothing');
    expect(reply.json().links.self).toBe('/v1/articles?ids=storm-closes-the-ferry,nothing');
  });

  test('facets and totals, which follow the filter', async () => {
    const reply = await api.get('/v1/articles?has=quotes&facets=person&limit=1');
    expect(reply.json()).toMatchObject({
      page: { total: { value: 2, relation: 'eq' } },
      facets: {
        person: {
          values: [
            { value: 'ada-birch', count: 2 },
            { value: 'bo-elm', count: 1 },
          ],
        },
      },
    });
  });
});

test('a changed article moves to the top of sort=updated, and pages before it stay complete', async () => {
  const first = await list('sort=updated&limit=2');
  await api.archive.writes.writeArticles([
    sampleArticle({
      key: 'Fishers land a record catch',
      headline: 'Fishers land an even larger catch',
      publishedAt: '2023-07-01T06:00:00Z',
    }),
  ]);
  const second = await list(`sort=updated&limit=100&cursor=${first.page.next}`);
  const before = [...first.data, ...second.data].map(({ id }) => id);
  expect(new Set(before).size).toBe(4);
  expect(await found('sort=updated&limit=1')).toEqual(['Fishers']);
});

test('meta.query has updated-since as an instant, in the time zone of the request', async () => {
  const { meta } = await list('updated-since=2024-11-03&tz=Asia/Seoul');
  expect(meta.query['updated-since']).toBe('2024-11-02T15:00:00Z');
  expect(meta.words).toContain('changed since 2024-11-02T15:00:00Z');
});

describe('a bad value is a 400 that names the parameter and what is allowed:', () => {
  const cases: [string, object][] = [
    ['has=video', { param: 'has', allowed: ['image', 'quotes'] }],
    ['ids=', { param: 'ids', reason: /empty/ }],
    [`ids=${'a,'.repeat(100)}a`, { param: 'ids', reason: 'must have at most 100 values' }],
    ['url=lighthouse', { param: 'url', allowed: expect.stringContaining('https://') }],
    ['url=ftp://post.example/a', { param: 'url', allowed: expect.stringContaining('https://') }],
    ['updated-since=yesterday', { param: 'updated-since', allowed: expect.arrayContaining(['2024-11']) }],
    ['updated-since=2024-02-30', { param: 'updated-since', reason: 'is not a valid date' }],
    ['sort=changed', { param: 'sort', allowed: ['newest', 'oldest', 'relevance', 'updated'] }],
  ];
  for (const [query, fault] of cases) {
    test(query.slice(0, 40), async () => {
      const reply = await api.get(`/v1/articles?${query}`);
      expect(reply.statusCode).toBe(400);
      const { reason, ...rest } = { reason: undefined, ...fault };
      expect(reply.json().errors).toMatchObject([rest]);
      if (reason) expect(reply.json().errors[0].reason).toMatch(reason);
    });
  }
});
