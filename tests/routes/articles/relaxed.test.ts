import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { sampleArticle, sampleEntry } from '../../archive/sample-articles.ts';
import { openSampleApp, type SampleApp } from '../sample-app.ts';

let api: SampleApp;
beforeAll(async () => {
  api = await openSampleApp();
  await api.archive.writes.writeTags([
    sampleEntry('organization/general-services-administration', { aliases: ['GSA'] }),
  ]);
  const year = (index: number) => `20${String(index + 10)}-01-02T03:04:05Z`;
  await api.archive.writes.writeArticles([
    ...Array.from({ length: 12 }, (_, index) =>
      sampleArticle({
        headline: `Government ${index}`,
        body: index === 0 ? 'A website that blind people can read' : 'The government spoke.',
        publishedAt: year(index),
        source: index < 6 ? 'the-harbour-post' : 'the-island-gazette',
      }),
    ),
    sampleArticle({ headline: 'A goverment speaks', publishedAt: '2009-01-01T00:00:00Z' }),
    sampleArticle({ headline: 'GSA buys', publishedAt: '2008-01-01T00:00:00Z' }),
    sampleArticle({
      headline: 'The General Services Administration sells',
      publishedAt: '2007-01-01T00:00:00Z',
    }),
  ]);
});
afterAll(() => api.close());

/** The list of a search. */
async function list(q: string, rest = '') {
  const reply = await api.get(`/v1/articles?q=${encodeURIComponent(q)}${rest}`);
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json();
}
const headlinesOf = ({ data }: { data: { headline: string }[] }) => data.map(({ headline }) => headline);

describe('a search that finds few articles', () => {
  test('leaves out stop words', async () => {
    const { meta, page } = await list('how does the government speak');
    expect(meta.relaxed).toEqual({
      from: 'how does the government speak',
      q: 'government speak',
      steps: [
        {
          step: 'stop-words',
          words: ['how', 'does', 'the'].map((word) => ({ word, searched: [] })),
        },
      ],
    });
    expect(page.total).toEqual({ value: 11, relation: 'eq' });
    expect(meta.query).toMatchObject({ q: 'how does the government speak', sort: 'newest', match: 'auto' });
    expect(meta.words).toBe(
      'Articles that match “government” and “speak”, newest first. Fewer than 3 articles match “how does the government speak”.',
    );
  });

  test('corrects a typo that also occurs in the archive', async () => {
    const { meta, page, facets, data } = await list('goverment', '&facets=source&highlight=true&limit=20');
    expect(meta.relaxed.q).toBe('(goverment OR government)');
    expect(meta.relaxed.steps).toEqual([
      { step: 'spelling', words: [{ word: 'goverment', searched: ['goverment', 'government'] }] },
    ]);
    expect(meta).not.toHaveProperty('suggestion');
    expect(page.total.value).toBe(13);
    expect(facets.source.articles).toEqual(page.total);
    const marked = data.flatMap(
      ({
        highlights,
      }: {
        highlights: { text: string; start: number; matches: { start: number; end: number }[] }[];
      }) =>
        highlights.flatMap(({ text, start, matches }) =>
          matches.map((match) => text.slice(match.start - start, match.end - start)),
        ),
    );
    expect([...new Set(marked)].sort()).toEqual(['Government', 'goverment', 'government']);
  });

  test('adds the other names of a tag', async () => {
    const gsa = await list('gsa', '&sort=oldest');
    expect(gsa.meta.relaxed.steps).toEqual([
      { step: 'synonyms', words: [{ word: 'gsa', searched: ['gsa', 'General Services Administration'] }] },
    ]);
    expect(headlinesOf(gsa)).toEqual(['The General Services Administration sells', 'GSA buys']);
    const long = await list('general services administration', '&sort=oldest');
    expect(long.data).toEqual(gsa.data);
  });

  test('takes any of the words at last, the best match first', async () => {
    const { meta, data } = await list('how can a government website be made easier for blind people');
    expect(meta.relaxed.steps.map(({ step }: { step: string }) => step)).toEqual(['stop-words', 'any-word']);
    expect(data[0].headline).toBe('Government 0');
    expect(meta.query.sort).toBe('relevance');
    expect(meta.ranked).toEqual({ value: 12, relation: 'eq' });
    expect(meta.words).toContain('“blind” or “people”, best match first.');
  });

  test('keeps the order that was requested', async () => {
    const { meta, data, links } = await list('government blind zeppelins', '&sort=newest');
    expect(meta.query.sort).toBe('newest');
    expect(meta).not.toHaveProperty('ranked');
    expect(data[0].headline).toBe('Government 11');
    expect(links.self).toContain('sort=newest');
  });

  test('is relaxed within its filters', async () => {
    const { meta, page } = await list('goverment', '&source=the-island-gazette');
    expect(meta.relaxed.q).toBe('(goverment OR government)');
    expect(page.total.value).toBe(6);
    const tag = await api.get('/v1/sources/the-island-gazette/articles?q=goverment');
    expect(tag.json().page.total.value).toBe(6);
  });

  test('has the same articles as the relaxed search by itself', async () => {
    const relaxed = await list('how can a government website be made easier', '&limit=100');
    const itself = await list(relaxed.meta.relaxed.q, '&limit=100&sort=relevance');
    expect(itself.data).toEqual(relaxed.data);
    expect(itself.meta).not.toHaveProperty('relaxed');
  });

  test('is relaxed in POST as in GET', async () => {
    const payload = { q: 'goverment' };
    const reply = await api.app.inject({ method: 'POST', url: '/v1/articles/search', payload });
    expect(reply.json().data).toEqual((await list('goverment')).data);
  });

  test.each(['&limit=1', '&limit=1&count=none', '&limit=2&count=none', '&fields=headline'])(
    'is relaxed however many are shown and counted: %s',
    async (rest) => {
      expect((await list('goverment', rest)).meta.relaxed.q).toBe('(goverment OR government)');
      expect((await list('government', rest)).meta).not.toHaveProperty('relaxed');
    },
  );
});

describe('strict are', () => {
  test('searches with match=all, which suggest a spelling', async () => {
    const { meta, page } = await list('goverment', '&match=all');
    expect(page.total.value).toBe(1);
    expect(meta).not.toHaveProperty('relaxed');
    expect(meta.suggestion).toEqual({
      q: 'government',
      words: [{ word: 'goverment', suggestion: 'government' }],
    });
  });

  test.each([
    '"goverment"',
    '=goverment',
    'goverment -pier',
    '(goverment)',
    'headline:goverment',
    'govermen*',
    'goverment AND speaks',
    'goverment OR zeppelins',
  ])('searches with operators: %s', async (q) => {
    const { meta, page } = await list(q);
    expect(meta).not.toHaveProperty('relaxed');
    expect(page.total.value).toBe(1);
  });

  test.each(['rss', 'atom', 'csv', 'ndjson', 'md'])('lists as %s', async (suffix) => {
    const { body } = await api.get(`/v1/articles.${suffix}?q=goverment`);
    expect(body).toContain('A goverment speaks');
    expect(body).not.toContain('Government 1');
  });

  test('the timeline and quotes', async () => {
    const { data } = (await api.get('/v1/timeline?q=goverment&interval=year')).json();
    expect(data.map(({ count }: { count: number }) => count)).toEqual([1]);
    const quotes = (await api.get('/v1/quotes?q=the+pire')).json();
    expect(quotes.page.total.value).toBe(0);
    expect(quotes.meta).not.toHaveProperty('relaxed');
  });
});

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
    expect(headlinesOf(second)).toEqual(['Zeppelin 3', 'Zeppelin 2']);
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
      headlines.push(...headlinesOf(page));
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
    const { page } = await list('government blind zeppelins', '&limit=2');
    const reply = await api.get(`${url}&limit=2&cursor=${page.next}`);
    expect([reply.statusCode, reply.json().type]).toEqual([400, '/problems/invalid-cursor']);
  });
});

describe('marks that people type otherwise', () => {
  test.each([
    ['Headline: pier', 'headline:pier'],
    ['headline : pier', 'headline:pier'],
    ['pier –argues', 'pier -argues'],
    ['pier −argues', 'pier -argues'],
  ])('mean the same: %s', async (typed, meant) => {
    const { data } = await list(typed);
    expect(data).toEqual((await list(meant)).data);
    expect(data.length).toBeGreaterThan(0);
  });
});
