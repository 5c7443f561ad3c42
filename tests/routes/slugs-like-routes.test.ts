import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { methodsAt } from '../../src/routes/route.ts';
import { routes } from '../../src/routes/table.ts';
import { pages } from '../../web/pages/routes.ts';
import { sampleArticle, sampleEntry } from '../archive/sample-articles.ts';
import { openSampleApp, type SampleApp } from './sample-app.ts';

/** Every word of a path that could be a slug. */
const words = [
  ...new Set(
    [...routes.map(({ path }) => path), ...Object.keys(pages), '/mcp', '/assets', '/index', '/null']
      .flatMap((path) => path.split('/'))
      .filter((word) => /^[a-z0-9-]+$/.test(word)),
  ),
];

let api: SampleApp;
beforeAll(async () => {
  api = await openSampleApp();
  await api.archive.writes.writeTags([
    ...words.map((slug) => sampleEntry(`person/${slug}`)),
    ...words.map((slug) => sampleEntry(`topic/${slug}`)),
  ]);
  await api.archive.writes.writeArticles(
    words.map((word, index) =>
      sampleArticle({
        headline: word,
        tags: [`person/${word}`, `topic/${word}`],
        publishedAt: new Date(Date.UTC(2025, 0, 1 + index)).toISOString().replace('.000', ''),
      }),
    ),
  );
});
afterAll(() => api.close());

describe.each(words)('the slug %s', (slug) => {
  test('of an article is reachable in every format, with its parts and its page', async () => {
    for (const suffix of ['', '.json', '.md', '/quotes', '/mentions', '/related', '/versions']) {
      const url = `/v1/articles/${slug}${suffix}`;
      const reply = await api.get(url);
      expect([url, reply.statusCode, reply.body.slice(0, 100)]).toEqual([url, 200, expect.anything()]);
    }
    expect((await api.get(`/v1/articles/${slug}`)).json().data.slug).toBe(slug);
    const page = await api.get(`/articles/${slug}`, { accept: 'text/html' });
    expect(page.statusCode).toBe(200);
    expect(parseHTML(page.body).document.querySelector('h1')?.textContent).toBe(slug);
  });

  test('of a tag is reachable, with its page', async () => {
    for (const kind of ['people', 'topics']) {
      for (const part of ['', '/articles', '/quotes', '/together']) {
        expect((await api.get(`/v1/${kind}/${slug}${part}`)).statusCode).toBe(200);
      }
      expect((await api.get(`/${kind}/${slug}`, { accept: 'text/html' })).statusCode).toBe(200);
    }
  });
});

describe('where a path has a fixed and a variable form', () => {
  const url = '/v1/articles/search';

  test('the methods of both are allowed', async () => {
    expect(methodsAt(routes, url)).toEqual(['DELETE', 'GET', 'POST']);
    const options = await api.app.inject({ method: 'OPTIONS', url });
    expect(options.headers.allow).toBe('DELETE, GET, HEAD, POST, OPTIONS');
    expect((await api.app.inject({ method: 'HEAD', url })).statusCode).toBe(200);
    const put = await api.app.inject({ method: 'PUT', url });
    expect([put.statusCode, put.headers.allow]).toEqual([405, 'DELETE, GET, HEAD, POST, OPTIONS']);
  });

  test('a POST is still a search', async () => {
    for (const suffix of ['', '.csv']) {
      const reply = await api.app.inject({ method: 'POST', url: url + suffix, payload: { q: 'pier' } });
      expect(reply.statusCode, reply.body).toBe(200);
    }
  });

  test('a slug that no article has is a 404', async () => {
    const other = await openSampleApp();
    expect((await other.get(url)).statusCode).toBe(404);
    await other.close();
  });
});
