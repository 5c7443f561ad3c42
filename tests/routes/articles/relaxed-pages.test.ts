import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { sampleArticle, sampleEntry } from '../../archive/sample-articles.ts';
import { openSampleApp, type SampleApp } from '../sample-app.ts';

let api: SampleApp;
beforeAll(async () => {
  api = await openSampleApp();
  await api.archive.writes.writeArticles(
    Array.from({ length: 12 }, (_, index) =>
      sampleArticle({
        headline: `Government ${index}`,
        body: index === 0 ? 'A website that blind people can read' : 'The government spoke.',
        publishedAt: `20${index + 10}-01-02T03:04:05Z`,
      }),
    ),
  );
});
afterAll(() => api.close());

const Listed = z.object({
  data: z.array(z.object({ headline: z.string() })),
  links: z.object({ next: z.string().nullable() }),
  meta: z.object({ query: z.object({ sort: z.string() }) }),
});

describe('pages of a relaxed list', () => {
  test('agree, although the archive changes between them', async () => {
    const changing = await openSampleApp();
    const write = (body: string, number: number) =>
      changing.archive.writes.writeArticles([
        sampleArticle({ headline: `${body} ${number}`, publishedAt: `2020-01-0${number}T00:00:00Z` }),
      ]);
    for (const number of [1, 2, 3, 4, 5]) await write('Zeppelin', number);
    const first = (await changing.get('/v1/articles?q=zepelin&limit=2')).json();
    expect(first.meta.relaxed.q).toBe('zeppelin');
    // Strictly, the search finds enough now.
    for (const number of [6, 7, 8]) await write('Zepelin', number);
    const second = (await changing.get(first.links.next)).json();
    expect(second.meta).toMatchObject({ relaxed: first.meta.relaxed, words: first.meta.words });
    expect(second.data.map(({ headline }: { headline: string }) => headline)).toEqual([
      'Zeppelin 3',
      'Zeppelin 2',
    ]);
    expect(second.page.total.value).toBe(5);
    const back = (await changing.get(second.links.prev)).json();
    expect(back.data).toEqual(first.data);
    expect((await changing.get(second.links.first)).json().meta).not.toHaveProperty('relaxed');
    await changing.close();
  });

  test('have cursors that requests accept, however much they carry', async () => {
    const long = await openSampleApp();
    const letters = ['Ж', 'Щ', 'Ю'];
    const names = letters.map((letter) =>
      Array.from({ length: 4 }, (_, index) => `${letter}${'ш'.repeat(48)}${index}`),
    );
    await long.archive.writes.writeTags(
      names.map(([name = '', ...aliases], index) => sampleEntry(`topic/t${index}`, { name, aliases })),
    );
    const stops = 'how can the a of in on at by to as is was are were been be do does did has have';
    const body = `${names.map(([name]) => name).join(' ')} pneumonoultramicroscop`;
    await long.archive.writes.writeArticles(
      [0, 1, 2].map((index) => sampleArticle({ headline: `h${index}`, body })),
    );
    const q = `${stops} ${names.map(([name]) => name).join(' ')} pneumonoultramicrosocp zeppelin`;
    const first = (await long.get(`/v1/articles?q=${encodeURIComponent(q)}&limit=1`)).json();
    expect(first.meta.relaxed.steps).toHaveLength(4);
    const second = await long.get(first.links.next);
    expect([second.statusCode, second.json().meta.relaxed]).toEqual([200, first.meta.relaxed]);
    await long.close();
  });

  test('of any word go on by relevance, and have each article once', async () => {
    let url: string | null = '/v1/articles?q=government+blind+zeppelins&limit=5&fields=headline';
    const headlines: string[] = [];
    while (url !== null) {
      const page: z.infer<typeof Listed> = Listed.parse((await api.get(url)).json());
      expect(page.meta.query.sort).toBe('relevance');
      headlines.push(...page.data.map(({ headline }) => headline));
      url = page.links.next;
    }
    expect(headlines[0]).toBe('Government 0');
    expect(new Set(headlines).size).toBe(12);
    expect(headlines).toHaveLength(12);
  });

  test.each([
    ['match=all', '/v1/articles?q=government+blind+zeppelins&match=all'],
    ['another order', '/v1/articles?q=government+blind+zeppelins&sort=newest'],
    ['another search', '/v1/articles?q=government+blind+zeppelin'],
    ['another format', '/v1/articles.rss?q=government+blind+zeppelins'],
  ])('have cursors that do not belong to the list with %s', async (_, url) => {
    const { page } = (await api.get('/v1/articles?q=government+blind+zeppelins&limit=2')).json();
    const reply = await api.get(`${url}&limit=2&cursor=${page.next}`);
    expect([reply.statusCode, reply.json().type]).toEqual([400, '/problems/invalid-cursor']);
  });
});
