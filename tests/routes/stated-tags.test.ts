import { afterAll, beforeAll, expect, test } from 'vitest';
import { tagPlurals } from '../../src/model/tag.ts';
import { sampleArticle } from '../archive/sample-articles.ts';
import { openSampleApp, type SampleApp } from './sample-app.ts';

let api: SampleApp;
beforeAll(async () => {
  api = await openSampleApp();
});
afterAll(() => api.close());

test.each([
  ['person', 'Q101'],
  ['organization', 'Q102'],
  ['place', 'Q103'],
] as const)('a %s that gets its Wikidata item late is found by it', async (type, wikidata) => {
  const tag = `${type}/late-comer`;
  const identity = { tag, name: 'Late Comer', wikidata, sourceIds: [], geo: null };
  const plural = tagPlurals[type];
  await api.archive.writes.writeArticles([sampleArticle({ key: `${type} 1`, headline: 'One', tags: [tag] })]);
  expect((await api.get(`/v1/${plural}/${wikidata}`)).statusCode).toBe(404);
  expect((await api.get(`/v1/${plural}?wikidata=${wikidata}`)).json().data).toEqual([]);

  const stated = sampleArticle({ key: `${type} 2`, headline: 'Two', tags: [tag] });
  await api.archive.writes.writeArticles([{ ...stated, identities: [identity] }]);
  const redirect = await api.get(`/v1/${plural}/${wikidata}`);
  expect([redirect.statusCode, redirect.headers.location]).toEqual([308, `/v1/${plural}/late-comer`]);
  const { data } = (await api.get(`/v1/${plural}?wikidata=${wikidata}`)).json();
  expect(data).toMatchObject([{ id: tag, articleCount: 2, externalIds: { wikidata } }]);
});
