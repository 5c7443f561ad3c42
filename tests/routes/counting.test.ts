import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleArticle } from '../archive/sample-articles.ts';
import { openSampleApp, type SampleApp } from './sample-app.ts';

let api: SampleApp;
beforeAll(async () => {
  api = await openSampleApp();
});
afterAll(() => api.close());

describe('facets of a list', () => {
  test('count within its filter, over all its pages', async () => {
    const { facets, data } = (await api.get('/v1/articles?place=seahaven&facets=person,year&limit=1')).json();
    expect(data).toHaveLength(1);
    expect(facets.person.values).toEqual([
      { value: 'ada-birch', name: 'Ada Birch', count: 2 },
      { value: 'bo-elm', name: 'Bo Elm', count: 1 },
    ]);
    expect(facets.person.articles).toEqual({ value: 3, relation: 'eq' });
    expect(facets.year.values).toEqual([{ value: '2024', name: '2024', count: 3 }]);
    expect(Object.keys(facets).sort()).toEqual(['person', 'year']);
  });

  test('are on the lists of tags too, and only where asked for', async () => {
    const { facets } = (await api.get('/v1/people/ada-birch/articles?facets=topic')).json();
    expect(facets.topic.values).toEqual([{ value: 'harbours', name: 'Harbours', count: 1 }]);
    expect((await api.get('/v1/articles')).json()).not.toHaveProperty('facets');
  });

  test.each([
    ['UTC', '', { 2024: 5, 2023: 1 }],
    ['Pacific/Kiritimati', '', { 2025: 1, 2024: 4, 2023: 1 }],
    ['Pacific/Pago_Pago', '', { 2024: 4, 2023: 2 }],
    ['UTC', 'q=night+OR+morning+OR+catch', { 2024: 2, 2023: 1 }],
    ['Pacific/Kiritimati', 'q=night+OR+morning+OR+catch', { 2025: 1, 2024: 1, 2023: 1 }],
    ['Pacific/Pago_Pago', 'q=night+OR+morning+OR+catch', { 2024: 1, 2023: 2 }],
    ['Pacific/Kiritimati', 'date=2024', { 2024: 4 }],
    ['Pacific/Pago_Pago', 'date=2024', { 2024: 4 }],
    ['Pacific/Kiritimati', 'language=en', { 2025: 1, 2024: 3, 2023: 1 }],
    ['Pacific/Pago_Pago', 'language=en&from=2023-12-31', { 2024: 3, 2023: 1 }],
    ['Pacific/Pago_Pago', 'place=seahaven,-topic/storms', { 2024: 2 }],
  ])('count years in the calendar of %s: %s', async (tz, filter, expected) => {
    const zoned = await openSampleApp();
    await zoned.archive.writes.writeArticles([
      sampleArticle({ headline: 'Last night', publishedAt: '2024-12-31T12:00:00Z', language: 'en-GB' }),
      sampleArticle({ headline: 'First morning', publishedAt: '2024-01-01T09:00:00Z' }),
    ]);
    const { facets, page } = (
      await zoned.get(`/v1/articles?tz=${tz}&facets=year&count=exact&${filter}`)
    ).json();
    const years: { value: string; count: number }[] = facets.year.values;
    expect(Object.fromEntries(years.map(({ value, count }) => [value, count]))).toEqual(expected);
    expect(facets.year.articles).toEqual(page.total);
    const { data } = (await zoned.get(`/v1/timeline?tz=${tz}&interval=year&${filter}`)).json();
    const counts = data.map(({ count }: { count: number }) => count).filter((count: number) => count > 0);
    expect(counts.toReversed()).toEqual(years.map(({ count }) => count));
    await zoned.close();
  });

  test('of another name are a problem', async () => {
    const reply = await api.get('/v1/articles?facets=persons');
    expect(reply.statusCode).toBe(400);
    expect(reply.json().errors[0]).toMatchObject({ param: 'facets', suggestion: 'person' });
  });
});

describe('a timeline', () => {
  const counts = (body: { data: { from: string; count: number }[] }) =>
    body.data.map(({ from, count }) => [from, count]);

  test('counts by year from the oldest article to the newest', async () => {
    const body = (await api.get('/v1/timeline?interval=year')).json();
    expect(counts(body)).toEqual([
      ['2023-01-01T00:00:00Z', 1],
      ['2024-01-01T00:00:00Z', 3],
    ]);
    expect(body.meta).toMatchObject({ complete: true, words: 'Articles, by year.' });
  });

  test('fills gaps with zero, in the calendar of a zone', async () => {
    const body = (
      await api.get('/v1/timeline?interval=day&from=2024-11-03&to=2024-11-05&tz=Asia/Seoul&person=ada-birch')
    ).json();
    expect(counts(body)).toEqual([
      ['2024-11-02T15:00:00Z', 1],
      ['2024-11-03T15:00:00Z', 1],
      ['2024-11-04T15:00:00Z', 0],
    ]);
  });

  test('takes every filter of lists', async () => {
    expect(counts((await api.get('/v1/timeline?interval=year&q=pier&date=2024')).json())).toEqual([
      ['2024-01-01T00:00:00Z', 2],
    ]);
    const { meta } = (await api.get('/v1/timeline?person=nobody')).json();
    expect(meta.warnings[0]).toMatchObject({ code: 'unknown-tag' });
  });

  test('of too many periods is a problem that names a longer one', async () => {
    const reply = await api.get('/v1/timeline?interval=day&from=2000&to=2024');
    expect(reply.statusCode).toBe(400);
    expect(reply.json().errors[0]).toMatchObject({ param: 'interval', suggestion: 'month' });
  });

  test.each([
    ['interval=day&from=2023&to=2026', 'week'],
    ['interval=day&from=2000&to=2024', 'month'],
    ['interval=week&from=1990&to=2024', 'month'],
    ['interval=month&from=1900&to=2024', 'year'],
    ['interval=day&from=1500&to=2024', 'year'],
    ['interval=year&from=0100&to=2024', undefined],
    ['interval=day&from=0100&to=2024', undefined],
  ])('proposes for %s an interval that works', async (query, suggestion) => {
    const { errors } = (await api.get(`/v1/timeline?${query}`)).json();
    expect(errors[0].suggestion).toBe(suggestion);
    if (suggestion === undefined) return;
    const url = `/v1/timeline?${query.replace(/interval=\w+/, `interval=${suggestion}`)}`;
    expect((await api.get(url)).statusCode).toBe(200);
  });

  test('covers the matches, from the first to the last, whatever else the archive has', async () => {
    const old = await openSampleApp();
    await old.archive.writes.writeArticles([
      sampleArticle({ headline: 'Lighthouse lit', publishedAt: '1781-05-06T07:08:09Z' }),
      sampleArticle({ headline: 'Far future', publishedAt: '9998-05-06T07:08:09Z' }),
    ]);
    const span = async (query: string) => {
      const { data } = (await old.get(`/v1/timeline?${query}`)).json();
      return [data.length, data[0]?.from, data.at(-1)?.from];
    };
    expect(await span('interval=month&q=pier')).toEqual([1, '2024-11-01T00:00:00Z', '2024-11-01T00:00:00Z']);
    expect(await span('interval=day&person=ada-birch')).toEqual([
      1,
      '2024-11-03T00:00:00Z',
      '2024-11-03T00:00:00Z',
    ]);
    expect(await span('interval=month&place=seahaven&tz=Asia/Seoul')).toEqual([
      10,
      '2024-01-31T15:00:00Z',
      '2024-10-31T15:00:00Z',
    ]);
    expect(await span('interval=month&q=pier&from=2024-10')).toEqual([
      2,
      '2024-10-01T00:00:00Z',
      '2024-11-01T00:00:00Z',
    ]);
    expect(await span('interval=month&q=pier&to=2024-12')).toEqual([
      2,
      '2024-11-01T00:00:00Z',
      '2024-12-01T00:00:00Z',
    ]);
    expect(await span('q=nowhere')).toEqual([0, undefined, undefined]);
    await old.close();
  });

  test('of an empty archive is empty', async () => {
    const empty = await openSampleApp();
    for (const { id } of (await empty.get('/v1/articles')).json().data)
      await empty.archive.writes.withdraw([id]);
    expect((await empty.get('/v1/timeline')).json().data).toEqual([]);
    await empty.close();
  });
});

describe('highlights', () => {
  test('say where a search was found, so that slices equal', async () => {
    const { data } = (await api.get('/v1/articles?q=catch&highlight=true&include=body')).json();
    const [article] = data;
    const texts: Record<string, string> = { headline: article.headline, body: article.body.text };
    expect(article.highlights.length).toBeGreaterThan(0);
    for (const { field, start, end, text, matches } of article.highlights) {
      const whole = texts[field] ?? '';
      expect(whole.slice(start, end)).toBe(text);
      for (const match of matches) expect(whole.slice(match.start, match.end).toLowerCase()).toBe('catch');
    }
  });

  test('need a search', async () => {
    const reply = await api.get('/v1/articles?highlight=true');
    expect(reply.statusCode).toBe(400);
    expect(reply.json().errors[0].param).toBe('highlight');
  });
});

describe('a search that finds nothing', () => {
  test('says what may have been meant', async () => {
    const { meta } = (await api.get('/v1/articles?q=-storms+feery')).json();
    expect(meta.suggestion).toEqual({
      q: '-storms ferry',
      words: [{ word: 'feery', suggestion: 'ferry' }],
    });
  });
  test('but finds something, says nothing of that', async () => {
    expect((await api.get('/v1/articles?q=ferry')).json().meta).not.toHaveProperty('suggestion');
  });
});

describe('newer and older of an article', () => {
  const slugs = async (url: string) => (await api.get(url)).json().links;

  test('are not there unless asked for', async () => {
    const links = await slugs('/v1/articles/storm-closes-the-ferry');
    expect(Object.keys(links)).toEqual(['self', 'quotes', 'mentions', 'related', 'revisions']);
  });

  test('are those of the whole archive without a filter', async () => {
    const links = await slugs('/v1/articles/storm-closes-the-ferry?include=neighbours');
    expect(links.newer).toBe('/v1/articles/birch-promises-a-new-pier');
    expect(links.older).toBe('/v1/articles/fishers-land-a-record-catch');
  });

  test('stay within the filter that the reader came from, and hand it on', async () => {
    const links = await slugs('/v1/articles/fishers-land-a-record-catch?topic=harbours');
    expect(links.newer).toBe('/v1/articles/birch-promises-a-new-pier?topic=harbours');
    expect(links.older).toBeNull();
    const back = await slugs(links.newer);
    expect(back.older).toBe('/v1/articles/fishers-land-a-record-catch?topic=harbours');
    expect(back.newer).toBeNull();
  });

  test('include is checked like any parameter', async () => {
    const { errors } = (await api.get('/v1/articles/storm-closes-the-ferry?include=neighbors')).json();
    expect(errors).toMatchObject([{ param: 'include', suggestion: 'neighbours' }]);
    const { data } = (
      await api.get('/v1/articles/storm-closes-the-ferry?fields=slug&include=body,neighbours')
    ).json();
    expect(Object.keys(data).toSorted()).toEqual(['body', 'id', 'slug']);
  });

  test('with a faulty filter are a problem', async () => {
    expect((await api.get('/v1/articles/storm-closes-the-ferry?date=2024-13')).statusCode).toBe(400);
  });
});

test('who is together is a graph too', async () => {
  const { data, edges } = (await api.get('/v1/people/ada-birch/together?type=person')).json();
  expect(data.map(({ id }: { id: string }) => id)).toEqual(['person/bo-elm']);
  expect(edges).toEqual([{ source: 'person/ada-birch', target: 'person/bo-elm', articles: 1 }]);
});

test('those who are together with one are told together with each other too', async () => {
  const { edges } = (await api.get('/v1/people/ada-birch/together')).json();
  expect(edges).toContainEqual({ source: 'person/ada-birch', target: 'place/seahaven', articles: 2 });
  expect(edges).toContainEqual({ source: 'place/seahaven', target: 'person/bo-elm', articles: 1 });
  expect(edges).not.toContainEqual(expect.objectContaining({ target: 'topic/storms' }));
});
