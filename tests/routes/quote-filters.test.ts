import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openSampleApp, type SampleApp } from './sample-app.ts';

let api: SampleApp;
beforeAll(async () => {
  api = await openSampleApp();
});
afterAll(() => api.close());

const Page = z.object({
  data: z.array(z.object({ exact: z.string() })),
  links: z.object({ next: z.string().nullable() }),
});

const money = 'There is no money for it';
const fishers = 'Nobody asked the fishers';
const pier = 'We will build the pier by spring';

describe('quotes are narrowed by the tags of their articles:', () => {
  const cases: [string, string[]][] = [
    ['/v1/quotes?topic=harbours', [pier]],
    ['/v1/quotes?place=seahaven', [money, fishers, pier]],
    ['/v1/quotes?place=seahaven&topic=-harbours', [money, fishers]],
    ['/v1/quotes?topic=harbours|storms', [pier]],
    ['/v1/quotes?source=the-harbour-post&language=en&q=money', [money]],
    ['/v1/quotes?source=the-island-gazette', []],
    ['/v1/quotes?person=ada-birch&topic=harbours', [pier]],
    ['/v1/quotes?person=bo-elm&topic=harbours', []],
    ['/v1/people/bo-elm/quotes?place=seahaven', [money]],
    ['/v1/places/seahaven/quotes?topic=harbours', [pier]],
  ];
  for (const [url, expected] of cases) {
    test(url, async () => {
      const reply = await api.get(url);
      expect(reply.statusCode, reply.body).toBe(200);
      expect(reply.json().data.map(({ exact }: { exact: string }) => exact)).toEqual(expected);
    });
  }
});

test('their pages lead from one to the next', async () => {
  const found: string[] = [];
  let url: string | null = '/v1/quotes?place=seahaven&limit=1';
  while (url) {
    const page: z.infer<typeof Page> = Page.parse((await api.get(url)).json());
    found.push(...page.data.map(({ exact }) => exact));
    url = page.links.next;
  }
  expect(found).toEqual([money, fishers, pier]);
});

test('an unknown tag matches nothing, and the nearest is named', async () => {
  const { data, meta } = (await api.get('/v1/quotes?topic=harbors')).json();
  expect(data).toEqual([]);
  expect(meta.warnings).toMatchObject([{ code: 'unknown-tag', nearest: ['topic/harbours'] }]);
  expect(meta.words).toBe('Quotes in articles with the tag topic/harbors, newest first.');
});

test('a syntax error is a 400 that names the parameter', async () => {
  const reply = await api.get('/v1/quotes?topic=(harbours');
  expect(reply.statusCode).toBe(400);
  expect(reply.json().errors).toMatchObject([{ param: 'topic', reason: expect.stringContaining('closed') }]);
});
