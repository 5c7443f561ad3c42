import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleArticle } from '../../archive/sample-articles.ts';
import { openSampleApp, type SampleApp } from '../sample-app.ts';

let api: SampleApp;
const path = '/v1/articles/an-interview/quotes';
beforeAll(async () => {
  api = await openSampleApp();
  await api.archive.writes.writeArticles([
    sampleArticle({
      headline: 'An interview',
      quotes: Array.from({ length: 1200 }, (_, index) => ({ exact: `Quote ${index}` })),
    }),
  ]);
});
afterAll(() => api.close());

const ask = async (url: string) => (await api.get(url)).json();

test('the quotes of an article have pages that lead to each other', async () => {
  const first = await ask(path);
  expect(first.data).toHaveLength(500);
  expect(first.page).toMatchObject({ limit: 500, prev: null, total: { value: 1200, relation: 'eq' } });
  expect(first.links).toMatchObject({
    self: path,
    first: path,
    prev: null,
    article: '/v1/articles/an-interview',
  });
  expect(first.meta).toMatchObject({ query: { limit: 500 }, warnings: [] });
  const second = await ask(first.links.next);
  const third = await ask(second.links.next);
  expect(third.links.next).toBeNull();
  const exact = [first, second, third].flatMap(({ data }) =>
    data.map((quote: { exact: string }) => quote.exact),
  );
  expect(exact).toEqual(Array.from({ length: 1200 }, (_, index) => `Quote ${index}`));
  expect((await ask(third.links.prev)).data).toEqual(second.data);
});

test('the quotes of an ordinary article are on one page', async () => {
  const { data, links } = await ask('/v1/articles/council-argues-over-the-pier/quotes');
  expect(data).toHaveLength(2);
  expect(links).toMatchObject({ next: null, prev: null });
});

test('limit and cursor are those of other lists', async () => {
  const { data, links } = await ask(`${path}?limit=3`);
  expect(data).toHaveLength(3);
  expect((await api.get(`${path}?limit=3`)).headers.link).toContain(`<${links.next}>; rel="next"`);
  expect((await api.get(`${path}?limit=1001`)).statusCode).toBe(400);
  expect((await api.get(`${path}?cursor=x`)).json().type).toMatch(/invalid-cursor$/);
  const cursor = new URL(links.next, 'http://localhost').searchParams.get('cursor');
  for (const other of [
    '/v1/articles/council-argues-over-the-pier/quotes',
    '/v1/articles/an-interview/mentions',
  ]) {
    const { statusCode, json } = await api.get(`${other}?cursor=${cursor}`);
    expect(statusCode).toBe(400);
    expect(json().type).toMatch(/invalid-cursor$/);
  }
  const { id } = (await ask('/v1/articles/an-interview?fields=id')).data;
  expect((await ask(`/v1/articles/${id}/quotes?limit=3&cursor=${cursor}`)).data[0].exact).toBe('Quote 3');
});
