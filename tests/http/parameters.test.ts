import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ProblemBody } from '../../src/http/problems/problem-body.ts';
import { openSampleApp, type SampleApp } from '../routes/sample-app.ts';

let api: SampleApp;
beforeAll(async () => {
  api = await openSampleApp();
});
afterAll(() => api.close());

async function search(payload: object) {
  return api.app.inject({ method: 'POST', url: '/v1/articles/search', payload });
}

async function faultsOf(payload: object) {
  const reply = await search(payload);
  expect(reply.statusCode, reply.body).toBe(400);
  return ProblemBody.parse(reply.json()).errors ?? [];
}

describe('a list is written with commas or by repeating the parameter', () => {
  test.each([
    ['/v1/articles', 'fields=slug,headline', 'fields=slug&fields=headline'],
    ['/v1/articles', 'fields=slug,headline,byline', 'fields=slug,headline&fields=byline'],
    ['/v1/articles', 'facets=year,person', 'facets=year&facets=person'],
    ['/v1/articles', 'include=body,quotes', 'include=body&include=quotes'],
    ['/v1/articles', 'tag=place/seahaven,-topic/storms', 'tag=place/seahaven&tag=-topic/storms'],
    ['/v1/articles', 'tag=place/seahaven,(ada-birch|bo-elm)', 'tag=place/seahaven&tag=(ada-birch|bo-elm)'],
    ['/v1/articles', 'person=ada-birch,bo-elm', 'person=ada-birch&person=bo-elm'],
    ['/v1/articles', 'tag.any=topic/storms,topic/harbours', 'tag.any=topic/storms&tag.any=topic/harbours'],
    ['/v1/articles', 'tag.all=place/seahaven,bo-elm', 'tag.all=place/seahaven&tag.all=bo-elm'],
    ['/v1/articles', 'tag.none=topic/storms,bo-elm', 'tag.none=topic/storms&tag.none=bo-elm'],
    ['/v1/people/ada-birch/articles', 'fields=slug,headline', 'fields=slug&fields=headline'],
    ['/v1/articles.csv', 'fields=slug,headline', 'fields=slug&fields=headline'],
    ['/v1/timeline', 'tag=place/seahaven,bo-elm', 'tag=place/seahaven&tag=bo-elm'],
    ['/v1/changes', 'include=article,article', 'include=article&include=article'],
    ['/v1/articles/birch-promises-a-new-pier', 'fields=slug,body', 'fields=slug&fields=body'],
  ])('%s?%s', async (path, commas, repeated) => {
    const [one, other] = [await api.get(`${path}?${commas}`), await api.get(`${path}?${repeated}`)];
    expect(one.statusCode, one.body).toBe(200);
    expect(other.statusCode, other.body).toBe(200);
    expect(other.body).toBe(one.body);
    expect(other.headers.etag).toBe(one.headers.etag);
    expect(other.headers.link).toBe(one.headers.link);
  });

  test('and a tag filter with | remains whole', async () => {
    const { data } = (await api.get('/v1/articles?tag=topic/storms|ada-birch,bo-elm&fields=slug')).json();
    expect(data).toHaveLength(2);
  });

  test('and the next page of either is the same', async () => {
    const first = (await api.get('/v1/articles?tag=place/seahaven&tag=-topic/storms&limit=1')).json();
    const next = await api.get(first.links.next);
    expect(next.statusCode, next.body).toBe(200);
    const url = `/v1/articles?tag=place/seahaven,-topic/storms&limit=1&cursor=${first.page.next}`;
    expect((await api.get(url)).body).toBe(next.body);
  });

  test('and a value that is not allowed is named', async () => {
    const reply = await api.get('/v1/articles?fields=slug&fields=hedline');
    expect(ProblemBody.parse(reply.json()).errors).toMatchObject([
      {
        param: 'fields',
        reason: 'contains "hedline", which is not an allowed value',
        suggestion: 'headline',
      },
    ]);
  });

  test('and other parameters may be given only once', async () => {
    expect((await api.get('/v1/articles?sort=newest&sort=newest')).statusCode).toBe(400);
  });
});

describe('a JSON body', () => {
  test.each<[object, object]>([
    [
      { q: 'pier', highlight: true },
      { q: 'pier', highlight: 'true' },
    ],
    [
      { q: 'pier', highlight: false },
      { q: 'pier', highlight: 'false' },
    ],
    [{ limit: '2' }, { limit: 2 }],
    [{ date: 2024 }, { date: '2024' }],
    [{ fields: 'slug,headline' }, { fields: ['slug', 'headline'] }],
    [{ tag: 'place/seahaven,bo-elm' }, { tag: ['place/seahaven', 'bo-elm'] }],
    [{ 'tag.any': 'topic/storms' }, { 'tag.any': ['topic/storms'] }],
    [{ facets: 'year' }, { facets: ['year'] }],
    [
      { from: 2023, to: 2024 },
      { from: '2023', to: '2024' },
    ],
    [{ tag: [2024] }, { tag: ['2024'] }],
    [
      { sort: 'newest', count: 'exact', limit: 1 },
      { count: 'exact', limit: '1' },
    ],
  ])('may have %j', async (payload, same) => {
    const [one, other] = [await search(payload), await search(same)];
    expect(one.statusCode, one.body).toBe(200);
    expect(one.json()).toEqual(other.json());
  });

  test.each<[object, string, string]>([
    [{ q: null }, 'q', 'must not be null; leave it out instead'],
    [{ q: 7 }, 'q', 'must be a string'],
    [{ q: true }, 'q', 'must be a string'],
    [{ language: true }, 'language', 'contains true, which is not a string'],
    [{ language: false }, 'language', 'contains false, which is not a string'],
    [{ language: ['en', true] }, 'language', 'contains true, which is not a string'],
    [{ tag: true }, 'tag', 'contains true, which is not a string'],
    [{ 'tag.none': [false] }, 'tag.none', 'contains false, which is not a string'],
    [{ source: true }, 'source', 'contains true, which is not a string'],
    [{ person: true }, 'person', 'contains true, which is not a string'],
    [{ date: true }, 'date', 'must be a string'],
    [{ from: false }, 'from', 'must be a string'],
    [{ tz: true }, 'tz', 'must be a string'],
    [{ cursor: true }, 'cursor', 'must be a string'],
    [{ fields: true }, 'fields', 'contains true, which is not an allowed value'],
    [{ sort: true }, 'sort', 'is not an allowed value'],
    [{ tag: [] }, 'tag', 'must not be empty; leave it out instead'],
    [
      { 'tag.any': Array.from({ length: 51 }, (_, index) => `t${index}`) },
      'tag.any',
      'must have at most 50 values',
    ],
    [{ ids: Array.from({ length: 101 }, (_, index) => `a${index}`) }, 'ids', 'must have at most 100 values'],
    [{ q: ['a', 'b'] }, 'q', 'must be a string'],
    [{ q: { a: 1 } }, 'q', 'must be a string'],
    [{ tag: [{ id: 'x' }] }, 'tag', 'contains {"id":"x"}, which is not a string'],
    [{ limit: true }, 'limit', 'must be a whole number'],
    [{ limit: 1.5 }, 'limit', 'must be a whole number'],
    [{ limit: '9'.repeat(30) }, 'limit', 'must be at most 100'],
    [{ limit: 1e30 }, 'limit', 'must be at most 100'],
    [JSON.parse('{"__proto__":1}'), '__proto__', 'is not a known parameter'],
    [JSON.parse('{"q":"pier","__proto__":{"x":1}}'), '__proto__', 'is not a known parameter'],
    [JSON.parse('{"constructor":{"prototype":1}}'), 'constructor', 'is not a known parameter'],
    [{ fields: ['slug', 7] }, 'fields', 'contains "7", which is not an allowed value'],
  ])('is refused with the reason: %j', async (payload, param, reason) => {
    expect(await faultsOf(payload)).toMatchObject([{ param, reason }]);
  });
});

test('an unknown parameter is answered with the one that is meant, or with none', async () => {
  const faultOf = async (query: string) =>
    ProblemBody.parse((await api.get(`/v1/articles?${query}`)).json()).errors?.[0];
  expect(await faultOf('page=2')).toMatchObject({
    suggestion: 'cursor',
    reason: expect.stringContaining('links.next'),
  });
  expect(await faultOf('_=1')).not.toHaveProperty('suggestion');
  expect(await faultOf('per_page=5')).toMatchObject({ suggestion: 'limit' });
});

describe('a fault of a date names what is wrong', () => {
  const noTime = 'takes a year, month or day, and no time; use from and to for instants';
  const badTime = 'has a time that is not valid or not written like 11:59:00Z';
  const form = 'is not a date in one of the allowed forms';
  test.each([
    ['date=2024-08-05T00:00', noTime, '2024-08-05'],
    ['date=2024-08-05T06:12:00Z', noTime, '2024-08-05'],
    ['date=2024-08-05%2006:12', noTime, '2024-08-05'],
    ['date=2024-02-30T06:12', 'is not a valid date', undefined],
    ['from=2024-02-30T06:12', 'is not a valid date', undefined],
    ['from=2024-08-05T25:00', badTime, '2024-08-05'],
    ['from=2024-08-05T06', badTime, '2024-08-05'],
    ['to=2024-08-05T06:12%2B5', badTime, '2024-08-05'],
    ['to=2024-08-05%2006:12', badTime, '2024-08-05T06:12'],
    ['date=2024-8-5', form, '2024-08-05'],
    ['date=2024/08/05', form, '2024-08-05'],
    ['date=20240805', form, '2024-08-05'],
    ['from=2024-8', form, '2024-08'],
    ['date=05.08.2024', form, undefined],
    ['date=yesterday', form, undefined],
    ['date=2024-00', 'is not a valid date', undefined],
    ['date=2024-13', 'is not a valid date', undefined],
  ])('%s', async (query, reason, suggestion) => {
    const { errors } = ProblemBody.parse((await api.get(`/v1/articles?${query}`)).json());
    expect(errors?.[0]?.reason).toBe(reason);
    expect(errors?.[0]?.suggestion).toBe(suggestion);
  });

  test.each(['%2B05', '+05', '-03', '%2B0530', '%2B05:30', 'Z'])('an offset may be %s', async (offset) => {
    expect((await api.get(`/v1/articles?from=2024-08-05T06:12:00${offset}`)).statusCode).toBe(200);
  });
});
