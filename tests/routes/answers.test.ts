import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ProblemBody } from '../../src/http/problems/problem-body.ts';
import { routes } from '../../src/routes/table.ts';
import { openSampleApp, type SampleApp } from './sample-app.ts';

let api: SampleApp;
beforeAll(async () => {
  api = await openSampleApp();
});
afterAll(() => api.close());

const slugs: Record<string, string> = {
  ':article': 'birch-promises-a-new-pier',
  '/people/:slug': '/people/ada-birch',
  '/topics/:slug': '/topics/harbours',
  '/organizations/:slug': '/organizations/seahaven-council',
  '/places/:slug': '/places/seahaven',
  '/keywords/:slug': '/keywords/open-data',
  '/sections/:slug': '/sections/city-hall',
  '/authors/:slug': '/authors/ann-lee',
  '/sources/:slug': '/sources/the-harbour-post',
  '/revisions/:number': '/revisions/1',
  ':name': 'not-found',
};

const payloads: Record<string, object> = {
  '/v1/parse': { text: 'Pier opens\n\nThe pier was opened on Monday, the mayor said.' },
};

/** Parameters that an operation does not go without. */
const queries: Record<string, string> = {
  '/oembed': '?url=http://localhost/articles/birch-promises-a-new-pier',
};

function filled(path: string): string {
  return Object.entries(slugs).reduce((text, [part, value]) => text.replace(part, value), path);
}

describe('an answer is what the description says', () => {
  for (const { method, path, operation, keyScope } of routes) {
    const { response } = operation;
    // What needs a key has its own tests.
    if (!response || operation.hidden || keyScope) continue;
    test(`${method} ${path}`, async () => {
      const reply =
        method === 'POST'
          ? await api.app.inject({ method, url: path, payload: payloads[path] ?? { limit: 2 } })
          : await api.get(filled(path) + (queries[path] ?? ''));
      expect(reply.statusCode).toBe(200);
      const [mediaType] = String(reply.headers['content-type']).split(';');
      expect(mediaType).toBe(operation.produces[0]);
      // Parsing drops what the schema does not know, so equality also means that nothing is undocumented.
      expect(response.parse(reply.json())).toEqual(reply.json());
    });
  }

  const variants = [
    '/v1/articles?include=body,quotes,mentions',
    '/v1/articles?fields=headline,tags&limit=1',
    '/v1/articles?q=pier&tag=person/ada-birch|person/nobody&date=2024&tz=Asia/Seoul&count=exact&sort=relevance',
    '/v1/articles?count=none',
    '/v1/quotes?q=pier&person=ada-birch&from=2024-01-01&to=2024-12',
    '/v1/tags?type=topic&q=har&sort=name',
    '/v1/places/seahaven/together?type=person&limit=1',
    '/v1/articles/birch-promises-a-new-pier?fields=body',
  ];
  for (const url of variants) {
    test(url, async () => {
      const reply = await api.get(url);
      expect(reply.statusCode).toBe(200);
      const path = url.replace(/\?.*/, '');
      const { operation } = routes.find((route) => filled(route.path) === path) ?? {};
      expect(operation?.response?.parse(reply.json())).toEqual(reply.json());
    });
  }

  for (const url of [
    '/nothing',
    '/v1/articles?limit=0',
    '/v1/articles?cursor=x',
    '/v1/people/nobody',
    '/v1/%FF',
  ]) {
    test(`the problem of ${url}`, async () => {
      const reply = await api.get(url);
      expect(reply.headers['content-type']).toBe('application/problem+json');
      expect(reply.headers['cache-control']).toBe('no-store');
      expect(ProblemBody.parse(reply.json())).toEqual(reply.json());
      const explained = await api.get(ProblemBody.parse(reply.json()).type);
      expect(explained.statusCode).toBe(200);
    });
  }
});
