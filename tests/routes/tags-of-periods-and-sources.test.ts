import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { sampleArticle, sampleEntry } from '../archive/sample-articles.ts';
import { openSampleApp, type SampleApp } from './sample-app.ts';

let api: SampleApp;
beforeAll(async () => {
  api = await openSampleApp();
  const externalIds = { wikidata: 'Q313118', mediatopic: null };
  await api.archive.writes.writeTags([sampleEntry('person/bo-elm', { externalIds })]);
  const tags = ['person/ada-birch'];
  await api.archive.writes.writeArticles([
    sampleArticle({ headline: 'Lighthouse opens', publishedAt: '2023-07-31T23:30:00Z', tags }),
  ]);
});
afterAll(() => api.close());

const List = z.object({
  data: z.array(
    z.object({
      name: z.string(),
      articleCount: z.int(),
      periodArticleCount: z.int().optional(),
      periodQuoteCount: z.int().optional(),
    }),
  ),
  links: z.object({ next: z.string().nullable() }),
  meta: z.object({ query: z.record(z.string(), z.unknown()), words: z.string() }),
});

async function list(url: string) {
  const reply = await api.get(url);
  expect(reply.statusCode, reply.body).toBe(200);
  return List.parse(reply.json());
}

describe('the most mentioned of a period are listed, with counts of the period', () => {
  const cases: [string, [string, number, number, number?][]][] = [
    [
      '/v1/people?date=2024-11-03',
      [
        ['Ada Birch', 3, 2, 1],
        ['Bo Elm', 1, 1, 1],
      ],
    ],
    ['/v1/people?date=2024-11-03&q=elm', [['Bo Elm', 1, 1, 1]]],
    [
      '/v1/people?date=2024-11-04&tz=Asia/Seoul',
      [
        ['Ada Birch', 3, 1, 0],
        ['Bo Elm', 1, 1, 1],
      ],
    ],
    [
      '/v1/people?date=2023',
      [
        ['Ada Birch', 3, 1, 0],
        ['Cy Fir', 1, 1, 0],
      ],
    ],
    [
      '/v1/people?to=2023&sort=name',
      [
        ['Ada Birch', 3, 1, 0],
        ['Cy Fir', 1, 1, 0],
      ],
    ],
    ['/v1/people?from=2023-08-01T08:30:00%2B09:00&to=2023-08', [['Ada Birch', 3, 1, 0]]],
    ['/v1/people?date=2022', []],
    ['/v1/topics?from=2024-03', [['Harbours', 2, 1, 0]]],
    ['/v1/tags?date=2024-02&type=topic', [['Storms', 1, 1, 0]]],
    [
      '/v1/sources?date=2024',
      [
        ['The Harbour Post', 4, 2],
        ['The Island Gazette', 1, 1],
      ],
    ],
  ];
  for (const [url, expected] of cases) {
    test(url, async () => {
      const { data } = await list(url);
      const counts = data.map((each) => [
        each.name,
        each.articleCount,
        each.periodArticleCount,
        ...(each.periodQuoteCount === undefined ? [] : [each.periodQuoteCount]),
      ]);
      expect(counts).toEqual(expected);
    });
  }

  test('page by page', async () => {
    const first = await list('/v1/people?date=2024-11-03&limit=1');
    const second = await list(first.links.next ?? '');
    expect(second.data.map(({ name }) => name)).toEqual(['Bo Elm']);
    expect(second.links.next).toBeNull();
  });

  test('with the period as instants in meta', async () => {
    const { meta } = await list('/v1/people?date=2024-11-03&tz=Asia/Seoul');
    expect(meta.query).toMatchObject({ from: '2024-11-02T15:00:00Z', to: '2024-11-03T15:00:00Z' });
    expect(meta.words).toBe(
      'People in articles published from 2024-11-02T15:00:00Z and before 2024-11-03T15:00:00Z, most articles first.',
    );
  });

  test('and lists of all time have none', async () => {
    const { data } = await list('/v1/people');
    expect(data.map((each) => each.periodArticleCount)).toEqual([undefined, undefined, undefined]);
  });
});

describe('lists of tags with filters have the tags of the matching articles', () => {
  const cases: [string, [string, number][]][] = [
    ['/v1/sections?source=the-harbour-post', [['City Hall', 1]]],
    [
      '/v1/people?topic=harbours&source=the-harbour-post',
      [
        ['Ada Birch', 1],
        ['Cy Fir', 1],
      ],
    ],
    [
      '/v1/people?place=seahaven&date=2024-11',
      [
        ['Ada Birch', 2],
        ['Bo Elm', 1],
      ],
    ],
    ['/v1/topics?keyword=Open%20Data&language=en&sort=name', [['Harbours', 2]]],
    ['/v1/sources?topic=storms', [['The Island Gazette', 1]]],
    [
      '/v1/tags?author=ann-lee&type=keyword',
      [
        ['City Hall', 1],
        ['Open Data', 1],
      ],
    ],
    ['/v1/people?q=elm&organization=seahaven-council', [['Bo Elm', 1]]],
    ['/v1/people?topic=none', []],
  ];
  for (const [url, expected] of cases) {
    test(url, async () => {
      const { data } = (await api.get(url)).json();
      const counts = data.map((each: Record<string, unknown>) => [each.name, each.matchingArticleCount]);
      expect(counts).toEqual(expected);
    });
  }

  test('with the number of counted articles, warnings and words', async () => {
    const { meta } = (await api.get('/v1/people?topic=harbours&section=nowhere')).json();
    expect(meta).toMatchObject({
      counted: { value: 0, relation: 'eq' },
      warnings: [{ code: 'unknown-tag' }],
      words: 'People in articles with the tags topic/harbours and section/nowhere, most articles first.',
    });
    expect((await api.get('/v1/people?topic=harbours&sort=newest')).statusCode).toBe(400);
  });

  test('and facets have as many values as were asked for', async () => {
    const values = async (more: string) =>
      (await api.get(`/v1/articles?facets=person${more}`)).json().facets.person.values.length;
    expect([await values(''), await values('&facet-limit=2')]).toEqual([3, 2]);
    expect((await api.get('/v1/articles?facets=person&facet-limit=101')).statusCode).toBe(400);
  });
});

describe('sources', () => {
  test('are listed page by page, and looked up by the words of their names', async () => {
    const first = await list('/v1/sources?limit=1');
    expect(first.data).toMatchObject([{ name: 'The Harbour Post', articleCount: 4 }]);
    expect((await list(first.links.next ?? '')).data).toMatchObject([{ name: 'The Island Gazette' }]);
    expect((await list('/v1/sources?q=gaz')).data).toMatchObject([{ name: 'The Island Gazette' }]);
    const byName = await list('/v1/sources?sort=name');
    expect(byName.data.map(({ name }) => name)).toEqual(['The Harbour Post', 'The Island Gazette']);
  });

  test('have their articles, in every format, with all filters', async () => {
    const path = '/v1/sources/the-harbour-post/articles';
    expect((await api.get(`${path}?date=2023`)).json().data).toHaveLength(2);
    const feed = await api.get(`${path}.rss`);
    expect(feed.body).toContain('<title>Dateline: The Harbour Post</title>');
    expect(feed.body).toContain('/sources/the-harbour-post</link>');
    expect((await api.get('/v1/sources/the-habour-post')).json().detail).toContain('source/the-harbour-post');
  });

  test('are found by their names', async () => {
    for (const part of ['', '/articles']) {
      const reply = await api.get(`/v1/sources/The%20Island%20Gazette${part}`);
      expect(reply.statusCode).toBe(308);
      expect(reply.headers.location).toBe(`/v1/sources/the-island-gazette${part}`);
    }
  });

  test('are read one by one', async () => {
    const reply = await api.get('/v1/sources/the-island-gazette');
    expect(reply.json()).toEqual({
      data: {
        slug: 'the-island-gazette',
        name: 'The Island Gazette',
        articleCount: 1,
        firstSeenAt: '2024-02-29T12:00:00Z',
        lastSeenAt: '2024-02-29T12:00:00Z',
      },
      links: {
        self: '/v1/sources/the-island-gazette',
        articles: '/v1/sources/the-island-gazette/articles',
        quotes: '/v1/quotes?source=the-island-gazette',
      },
    });
  });

  test('that are unknown are a 404', async () => {
    expect((await api.get('/v1/sources/nothing')).statusCode).toBe(404);
  });
});

describe('a Wikidata item', () => {
  test('filters lists of tags', async () => {
    for (const url of ['/v1/people?wikidata=Q313118', '/v1/tags?wikidata=q313118&q=bo']) {
      expect((await list(url)).data.map(({ name }) => name)).toEqual(['Bo Elm']);
    }
    for (const url of [
      '/v1/people?wikidata=Q1',
      '/v1/topics?wikidata=Q313118',
      '/v1/people?wikidata=Q313118&date=2023',
    ]) {
      expect((await list(url)).data).toEqual([]);
    }
  });

  test('redirects to its tag, with the rest of the address', async () => {
    const location = async (url: string) => {
      const { statusCode, headers } = await api.get(url);
      return [statusCode, headers.location];
    };
    expect(await location('/v1/people/Q313118')).toEqual([308, '/v1/people/bo-elm']);
    expect(await location('/v1/people/Q313118/articles?limit=1')).toEqual([
      308,
      '/v1/people/bo-elm/articles?limit=1',
    ]);
  });

  test('without a tag of the type is a 404', async () => {
    for (const url of ['/v1/people/Q42', '/v1/topics/Q313118', '/v1/people/Q0']) {
      expect((await api.get(url)).statusCode, url).toBe(404);
    }
  });
});

describe('a bad value is a 400 that names the parameter and what is allowed:', () => {
  const cases: [string, object][] = [
    ['/v1/people?date=2024-02-30', { param: 'date', allowed: expect.arrayContaining(['2024-11']) }],
    ['/v1/people?from=2024&to=2023', { param: 'to', reason: expect.stringContaining('before from') }],
    ['/v1/people?date=2024&sort=newest', { param: 'sort', allowed: ['articles', 'name'] }],
    ['/v1/people?wikidata=313118', { param: 'wikidata', reason: 'is not a Wikidata item such as Q313118' }],
    ['/v1/sources?sort=size', { param: 'sort', allowed: ['articles', 'name', 'newest'] }],
    ['/v1/sources?limit=101', { param: 'limit', reason: 'must be at most 100' }],
  ];
  for (const [url, fault] of cases) {
    test(url, async () => {
      const reply = await api.get(url);
      expect(reply.statusCode).toBe(400);
      expect(reply.json().errors).toMatchObject([fault]);
    });
  }
});
