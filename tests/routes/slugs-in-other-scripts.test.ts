import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleArticle } from '../archive/sample-articles.ts';
import { openSampleApp, type SampleApp } from './sample-app.ts';

const arabic = 'القاهرة تستضيف قمة المناخ';
const korean = '한국과 EU, 안보 협력 강화';
const headlines = [arabic, korean, 'नई दिल्ली में बैठक', '大'.repeat(200), 'Ế'.repeat(200)];

let api: SampleApp;
beforeAll(async () => {
  api = await openSampleApp();
  await api.archive.writes.writeArticles(
    headlines.map((headline, index) =>
      sampleArticle({ key: String(index), headline, publishedAt: `2026-0${index + 1}-01T00:00:00Z` }),
    ),
  );
});
afterAll(() => api.close());

async function slugOfHeadline(headline: string): Promise<string> {
  const list = await api.get('/v1/articles?limit=100');
  return list.json().data.find((each: { headline: string }) => each.headline === headline).slug;
}

describe.each(headlines)('the article %s', (headline) => {
  test('is reachable by its slug, in every format, and composed or not', async () => {
    const slug = await slugOfHeadline(headline);
    for (const name of [slug, slug.normalize('NFD')].map(encodeURIComponent)) {
      for (const path of ['', '.md', '.jsonld', '/quotes', '/revisions', '/versions'].map(
        (suffix) => `/v1/articles/${name}${suffix}`,
      )) {
        const reply = await api.get(path);
        expect([path, reply.statusCode]).toEqual([path, 200]);
        expect(JSON.stringify(reply.headers)).toMatch(/^[ -~]*$/);
      }
      expect((await api.get(`/articles/${name}`, { accept: 'text/html' })).statusCode).toBe(200);
    }
  });
});

test('a list links to encoded addresses in every format', async () => {
  const name = encodeURIComponent(await slugOfHeadline(arabic));
  expect(name).not.toMatch(/^[a-z0-9]{16}$/);
  for (const format of ['rss', 'atom', 'jsonfeed', 'jsonld', 'md', 'csv', 'txt', 'ninjs']) {
    const { body } = await api.get(`/v1/articles.${format}?limit=100`);
    if (format !== 'ninjs')
      expect([format, body]).toEqual([format, expect.stringContaining(`/articles/${name}`)]);
  }
  const index = await api.get('/sitemap.xml');
  const sitemaps = [...index.body.matchAll(/<loc>[^<]*(\/sitemaps\/[^<]+)<\/loc>/g)].map(
    ([, path = '']) => path,
  );
  const pages = await Promise.all(sitemaps.map(async (path) => (await api.get(path)).body));
  expect(pages.join('') + index.body).toContain(`/articles/${name}`);
});

test('a changed headline redirects from the former slug', async () => {
  const before = await slugOfHeadline(korean);
  expect(before).toBe('한국과-eu-안보-협력-강화');
  await api.archive.writes.writeArticles([sampleArticle({ key: '1', headline: '한국과 EU 회담' })]);
  const reply = await api.get(`/v1/articles/${encodeURIComponent(before)}`);
  expect([reply.statusCode, reply.headers.location]).toEqual([
    308,
    `/v1/articles/${encodeURIComponent('한국과-eu-회담')}`,
  ]);
});
