import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openSampleApp, type SampleApp } from '../sample-app.ts';

let api: SampleApp;
beforeAll(async () => {
  api = await openSampleApp();
});
afterAll(() => api.close());

const List = z.object({
  data: z.array(
    z.looseObject({ id: z.string(), headline: z.string().optional(), name: z.string().optional() }),
  ),
  page: z.object({
    limit: z.int(),
    next: z.string().nullable(),
    prev: z.string().nullable(),
    total: z.object({ value: z.int(), relation: z.string() }).nullable(),
  }),
  links: z.object({
    self: z.string(),
    first: z.string(),
    next: z.string().nullable(),
    prev: z.string().nullable(),
  }),
  meta: z.object({
    query: z.record(z.string(), z.unknown()),
    words: z.string(),
    warnings: z.array(z.object({ code: z.string(), value: z.string(), nearest: z.array(z.string()) })),
  }),
});

async function list(url: string) {
  const reply = await api.get(url);
  expect(reply.statusCode, reply.body).toBe(200);
  return { reply, ...List.parse(reply.json()) };
}

/** The first word of each headline, or the names of tags: short enough to read in a table. */
async function found(url: string): Promise<string[]> {
  const { data } = await list(url);
  return data.map(({ headline, name }) => headline?.split(' ')[0] ?? name ?? '');
}

describe('articles are narrowed by', () => {
  const cases: [string, string[]][] = [
    ['', ['Council', 'Birch', 'Storm', 'Fishers']],
    ['sort=oldest', ['Fishers', 'Storm', 'Birch', 'Council']],
    ['tag=person/ada-birch', ['Council', 'Birch']],
    ['tag=ada-birch', ['Council', 'Birch']],
    ['tag=person/ada-birch,-person/bo-elm', ['Birch']],
    ['tag=topic/storms|person/bo-elm', ['Council', 'Storm']],
    ['tag=place/seahaven&tag=topic/harbours', ['Birch']],
    ['tag.any=topic/storms,topic/harbours', ['Birch', 'Storm', 'Fishers']],
    ['tag.all=place/seahaven,person/bo-elm', ['Council']],
    ['tag.none=place/seahaven,topic/storms', ['Fishers']],
    ['person=ada-birch|cy-fir', ['Council', 'Birch', 'Fishers']],
    ['person=ada-birch&topic=harbours', ['Birch']],
    ['organization=seahaven-council', ['Council']],
    ['place=seahaven&language=de', ['Storm']],
    ['source=the-island-gazette', ['Storm']],
    ['source=-the-island-gazette', ['Council', 'Birch', 'Fishers']],
    ['date=2024-11-03', ['Council', 'Birch']],
    ['date=2024-11-03&tz=Asia/Seoul', ['Birch']],
    ['date=2024-11-04&tz=Asia/Seoul', ['Council']],
    ['date=2024-02', ['Storm']],
    ['date=2023', ['Fishers']],
    ['from=2024-11-03', ['Council', 'Birch']],
    ['from=2024&to=2024-02-29', ['Storm']],
    ['to=2024-02-29T12:00:00Z', ['Fishers']],
    ['to=2024-02-29T12:00:01Z', ['Storm', 'Fishers']],
    ['from=2024-11-03T20:59:00%2B09:00', ['Council', 'Birch']],
    ['from=2024-11-03T20:59:00+09:00', ['Council', 'Birch']],
    ['q=pier', ['Council', 'Birch']],
    ['q=pier -money', ['Birch']],
    ['q="record catch"', ['Fishers']],
    ['q=„record catch”', ['Fishers']],
    ['q=»record catch«', ['Fishers']],
    ['q=「record catch」', ['Fishers']],
    ['q=”catch record”', []],
    ['q=Headline: pier –money', ['Birch']],
    ['q=storm OR catch', ['Storm', 'Fishers']],
    ['q=fish*&sort=oldest', ['Fishers', 'Council']],
    ['q=pier&sort=relevance', ['Birch', 'Council']],
  ];
  for (const [query, expected] of cases) {
    test(query || 'nothing', async () => {
      const articles = await found(`/v1/articles?${query.replaceAll(' ', '%20')}`);
      if (query.includes('relevance')) expect(articles.toSorted()).toEqual(expected);
      else expect(articles).toEqual(expected);
    });
  }

  test('the same filters in a JSON body', async () => {
    const reply = await api.app.inject({
      method: 'POST',
      url: '/v1/articles/search',
      payload: { tag: 'person/ada-birch', 'tag.none': ['person/bo-elm'], limit: 5, fields: ['headline'] },
    });
    expect(reply.statusCode).toBe(200);
    expect(List.parse(reply.json()).data.map(({ headline }) => headline)).toEqual([
      'Birch promises a new pier',
    ]);
  });
});

test('the pages of a search with a JSON body go on with GET, or with the cursor in the body', async () => {
  const search = async (payload: object) => {
    const reply = await api.app.inject({ method: 'POST', url: '/v1/articles/search', payload });
    return List.parse(reply.json());
  };
  const first = await search({ place: ['seahaven'], limit: 1 });
  const got = await list(first.links.next ?? '');
  const posted = await search({ place: ['seahaven'], limit: 1, cursor: first.page.next });
  expect(got.data.map(({ headline }) => headline)).toEqual(['Birch promises a new pier']);
  expect(posted.data).toEqual(got.data);
});

describe('lists of tags, quotes and company', () => {
  const cases: [string, string[]][] = [
    ['/v1/people', ['Ada Birch', 'Bo Elm', 'Cy Fir']],
    ['/v1/people?q=el', ['Bo Elm']],
    ['/v1/people?q=mayor', ['Ada Birch']],
    ['/v1/people?sort=name&limit=1', ['Ada Birch']],
    ['/v1/tags?type=topic&sort=name', ['Harbours', 'Storms', 'Transport']],
    ['/v1/people/ada-birch/articles?place=seahaven&sort=oldest', ['Birch', 'Council']],
    ['/v1/topics/harbours/articles', ['Birch', 'Fishers']],
    ['/v1/places/seahaven/articles?limit=1', ['Council']],
  ];
  for (const [url, expected] of cases) {
    test(url, async () => expect(await found(url)).toEqual(expected));
  }

  const quotes: [string, string[]][] = [
    [
      '/v1/quotes',
      ['There is no money for it', 'Nobody asked the fishers', 'We will build the pier by spring'],
    ],
    ['/v1/quotes?person=bo-elm', ['There is no money for it']],
    ['/v1/quotes?organization=seahaven-council', ['Nobody asked the fishers']],
    ['/v1/quotes?q=pier', ['We will build the pier by spring']],
    ['/v1/quotes?date=2024-11-03&tz=Asia/Seoul', ['We will build the pier by spring']],
    ['/v1/people/ada-birch/quotes', ['We will build the pier by spring']],
    ['/v1/topics/harbours/quotes', ['We will build the pier by spring']],
    ['/v1/organizations/seahaven-council/quotes', ['Nobody asked the fishers']],
    ['/v1/articles/birch-promises-a-new-pier/quotes', ['We will build the pier by spring']],
  ];
  for (const [url, expected] of quotes) {
    test(url, async () => {
      const { data } = z
        .object({ data: z.array(z.object({ exact: z.string() })) })
        .parse((await api.get(url)).json());
      expect(data.map(({ exact }) => exact)).toEqual(expected);
    });
  }

  test('company is sorted by how many articles are shared', async () => {
    const reply = await api.get('/v1/people/ada-birch/together?type=place');
    expect(reply.json()).toMatchObject({
      data: [{ id: 'place/seahaven', sharedCount: 2 }],
      meta: { articles: { value: 2, relation: 'eq' } },
    });
  });
});

describe('pages', () => {
  for (const url of [
    '/v1/articles',
    '/v1/articles?sort=oldest&tag=-topic/none',
    '/v1/articles?q=the OR council OR pier',
    '/v1/tags',
    '/v1/tags?sort=name',
    '/v1/tags?sort=newest',
    '/v1/quotes',
  ]) {
    test(`of ${url} lead through all items and back`, async () => {
      const start = url.replaceAll(' ', '%20');
      const { data: all } = await list(start);
      const forward: string[] = [];
      let at: string | null = `${start}${start.includes('?') ? '&' : '?'}limit=1`;
      let last = at;
      while (at) {
        const { data, links } = await list(at);
        expect(data).toHaveLength(1);
        forward.push(...data.map(({ id }) => id));
        last = at;
        at = links.next;
      }
      expect(forward).toEqual(all.map(({ id }) => id));
      const back: string[] = [];
      for (let here: string | null = last; here; here = (await list(here)).links.prev) {
        back.unshift(...(await list(here)).data.map(({ id }) => id));
      }
      expect(back).toEqual(forward);
    });
  }

  test('say where they are in the Link header and how many there are in X-Total-Count', async () => {
    const { reply, links, page } = await list('/v1/articles?limit=3');
    expect(reply.headers.link).toContain(`<${links.next}>; rel="next"`);
    expect(reply.headers.link).toContain('</v1/articles?limit=3>; rel="first"');
    expect(reply.headers.link).not.toContain('rel="prev"');
    expect(reply.headers['x-total-count']).toBe('4');
    expect(page.total).toEqual({ value: 4, relation: 'eq' });
  });

  test('have no total when none is asked for', async () => {
    const { reply, page } = await list('/v1/articles?count=none');
    expect(page.total).toBeNull();
    expect(reply.headers['x-total-count']).toBeUndefined();
  });

  test('do not change when an article arrives in between', async () => {
    const first = await list('/v1/articles?limit=2&tag=-topic/late');
    const { sampleArticle } = await import('../../archive/sample-articles.ts');
    await api.archive.writes.writeArticles([
      sampleArticle({ headline: 'Late news', publishedAt: '2025-01-01T00:00:00Z', tags: ['topic/late'] }),
    ]);
    const second = await list(first.links.next ?? '');
    expect(second.data.map(({ headline }) => headline)).toEqual([
      'Storm closes the ferry',
      'Fishers land a record catch',
    ]);
  });
});

test('a list by relevance says among how many the best were looked for; others do not', async () => {
  const ranked = async (url: string) => (await api.get(url)).json().meta.ranked;
  expect(await ranked('/v1/articles?q=pier&sort=relevance&limit=1')).toEqual({ value: 2, relation: 'eq' });
  expect(await ranked('/v1/articles?q=pier')).toBeUndefined();
});

describe('a list says how it was understood', () => {
  test('with bounds as instants and in words', async () => {
    const { meta } = await list('/v1/articles?person=ada-birch&q=pier&date=2024-11-03&tz=Asia/Seoul');
    expect(meta.query).toMatchObject({
      person: ['ada-birch'],
      q: 'pier',
      tz: 'Asia/Seoul',
      from: '2024-11-02T15:00:00Z',
      to: '2024-11-03T15:00:00Z',
    });
    expect(meta.words).toBe(
      'Articles with the tag person/ada-birch, that match “pier”, published from 2024-11-02T15:00:00Z and before 2024-11-03T15:00:00Z, newest first.',
    );
  });

  test('and that a tag is unknown: nothing is found, and the nearest is named', async () => {
    for (const url of [
      '/v1/articles?tag=person/ada-birsh',
      '/v1/articles?person=ada-birsh',
      '/v1/quotes?person=ada-birsh',
    ]) {
      const { data, meta } = await list(url);
      expect(data).toEqual([]);
      expect(meta.warnings).toMatchObject([
        { code: 'unknown-tag', value: 'person/ada-birsh', nearest: ['person/ada-birch'] },
      ]);
    }
  });
});

describe('fields and include', () => {
  test('keep what is asked for, and the id', async () => {
    const { data } = await list('/v1/articles?fields=headline,publishedAt&limit=1');
    expect(Object.keys(data[0] ?? {})).toEqual(['id', 'headline', 'publishedAt']);
  });
  test('add to the card', async () => {
    const { data } = await list('/v1/articles?include=quotes&tag=person/bo-elm');
    expect(data[0]).toHaveProperty('quotes');
    expect(data[0]).toHaveProperty('headline');
    expect(data[0]).not.toHaveProperty('body');
  });
  test('combine', async () => {
    const { data } = await list('/v1/articles?fields=headline&include=body&limit=1');
    expect(Object.keys(data[0] ?? {}).toSorted()).toEqual(['body', 'headline', 'id']);
  });
});
