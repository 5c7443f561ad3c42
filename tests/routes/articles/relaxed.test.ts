import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
