import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleArticle } from '../archive/sample-articles.ts';
import { openSampleApp, type SampleApp } from './sample-app.ts';

const languages = ['en-GB', 'en-US', 'en-US', 'pt-BR', 'zh-Hant-TW', 'zh-Hans', 'und', 'enm'];

let api: SampleApp;
beforeAll(async () => {
  api = await openSampleApp();
  await api.archive.writes.writeArticles(
    languages.map((language, index) => sampleArticle({ headline: `Word n${index}`, language })),
  );
});
afterAll(() => api.close());

const totalOf = async (query: string) => (await api.get(`/v1/articles?${query}`)).json().page.total;

describe('a language also finds its subtags (RFC 4647, 3.3.1)', () => {
  // Three of the sample articles are in English, one in German.
  test.each([
    ['language=en', 6],
    ['language=EN', 6],
    ['language=en-GB', 1],
    ['language=en_GB', 1],
    ['language=EN_us', 2],
    ['language=pt', 1],
    ['language=pt-PT', 0],
    ['language=zh', 2],
    ['language=zh-hant', 1],
    ['language=zh_Hant_TW', 1],
    ['language=zh-Hant-TW', 1],
    ['language=e', 0],
    ['language=enm', 1],
    ['language=en|pt', 7],
    ['language=en|en-gb', 6],
    ['language=-en', 6],
    ['language=en,-en_gb', 5],
    ['tag=language/en_GB', 1],
    ['tag.none=language/en', 6],
    ['tag.any=language/pt,language/zh', 3],
    ['language=en&q=word', 3],
    ['language=en&date=2024-05', 3],
    ['language=en&count=exact&from=2024-05-06T07:08:09Z', 5],
  ])('%s', async (query, value) => {
    expect(await totalOf(query)).toEqual({ value, relation: 'eq' });
  });

  test('and is not unknown if only its subtags occur', async () => {
    expect((await api.get('/v1/articles?language=pt')).json().meta.warnings).toEqual([]);
    expect((await api.get('/v1/articles?language=pt-PT')).json().meta.warnings).toHaveLength(1);
  });

  test.each(['', '&q=word', '&date=2024'])('and its facet counts what it finds%s', async (filter) => {
    const { facets } = (await api.get(`/v1/articles?facets=language${filter}`)).json();
    const values: { value: string; count: number }[] = facets.language.values;
    expect(values[0]?.value).toBe(filter.includes('q=') ? 'en-us' : 'en');
    expect(values.length).toBeGreaterThan(3);
    for (const { value, count } of values) {
      expect([value, await totalOf(`language=${value}${filter}`)]).toEqual([
        value,
        { value: count, relation: 'eq' },
      ]);
    }
  });

  test('and the timeline counts them', async () => {
    const { data } = (await api.get('/v1/timeline?language=zh&interval=year')).json();
    expect(data).toMatchObject([{ count: 2 }]);
  });
});
