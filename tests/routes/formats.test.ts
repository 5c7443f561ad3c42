import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { QuoteEntry } from '../../src/model/quote-entry.ts';
import { articleFormats, listFormats } from '../../src/publishing/formats.ts';
import { sampleEntry } from '../archive/sample-articles.ts';
import { openSampleApp, type SampleApp } from './sample-app.ts';

let api: SampleApp;
beforeAll(async () => {
  api = await openSampleApp();
});
afterAll(() => api.close());

const article = '/v1/articles/birch-promises-a-new-pier';

/** The Link header as relation, type and address of each link. */
function linksOf(header: unknown): { rel: string; type: string | undefined; href: string }[] {
  return [...String(header).matchAll(/<([^>]*)>; rel="([^"]*)"(?:; type="([^"]*)")?/g)].map(
    ([, href = '', rel = '', type]) => ({ rel, type, href }),
  );
}

describe('a list can be had', () => {
  const lists = [
    '/v1/articles',
    '/v1/people/ada-birch/articles',
    '/v1/topics/harbours/articles',
    '/v1/organizations/seahaven-council/articles',
    '/v1/places/seahaven/articles',
    `${article}/related`,
  ];
  for (const { suffix, mediaType } of listFormats) {
    test(`as .${suffix}, by suffix and by Accept, with the same content`, async () => {
      for (const list of lists) {
        const bySuffix = await api.get(`${list}.${suffix}?limit=1`);
        const byAccept = await api.get(`${list}?limit=1`, { accept: mediaType });
        expect(bySuffix.statusCode, list).toBe(200);
        expect(bySuffix.headers['content-type']).toMatch(`${mediaType}; charset=utf-8`);
        expect(byAccept.headers['content-type']).toBe(bySuffix.headers['content-type']);
        expect(byAccept.body).toBe(bySuffix.body);
        expect(byAccept.headers['content-location']).toBe(`http://localhost${list}.${suffix}?limit=1`);
        expect(bySuffix.headers['content-location']).toBeUndefined();
        expect(bySuffix.body).not.toBe('');
      }
    });
  }

  test('as JSON by its suffix too', async () => {
    const { headers, body } = await api.get('/v1/articles.json', { accept: 'text/csv' });
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(body).toBe((await api.get('/v1/articles')).body);
  });

  test('in any format by a filter in a body, with pages that GET leads to', async () => {
    const { headers, body } = await api.app.inject({
      method: 'POST',
      url: '/v1/articles/search',
      headers: { accept: 'text/csv' },
      payload: { tag: ['place/seahaven'], limit: 1 },
    });
    expect(body).toMatch(/^id,slug,/);
    expect(headers['content-location']).toBeUndefined();
    expect(linksOf(headers.link).filter(({ rel }) => rel === 'alternate')).toEqual([]);
    expect(linksOf(headers.link).find(({ rel }) => rel === 'next')?.href).toMatch(
      /^http:\/\/localhost\/v1\/articles\.csv\?tag=place\/seahaven&limit=1&cursor=/,
    );
  });
});

describe('quotes can be had', () => {
  const lists = ['/v1/quotes', '/v1/people/bo-elm/quotes', '/v1/places/seahaven/quotes'];
  test.each(lists)('as CSV and NDJSON: %s', async (list) => {
    const { data } = (await api.get(list)).json();
    const csv: Record<string, string>[] = parse((await api.get(`${list}.csv`)).body, { columns: true });
    expect(csv.map(({ quote, speakerTag }) => [quote, speakerTag])).toEqual(
      data.map(({ exact, speaker }: QuoteEntry) => [exact, speaker?.tag]),
    );
    const { headers, body } = await api.get(list, { accept: 'application/x-ndjson' });
    expect(headers['content-type']).toMatch('application/x-ndjson');
    expect(
      body
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual(data);
  });
});

describe('an article can be had', () => {
  for (const { suffix, mediaType } of articleFormats) {
    test(`as .${suffix}, by suffix and by Accept, with the same content`, async () => {
      const bySuffix = await api.get(`${article}.${suffix}`);
      const byAccept = await api.get(article, { accept: mediaType });
      expect(bySuffix.headers['content-type']).toMatch(`${mediaType}; charset=utf-8`);
      expect(bySuffix.body).toContain('Birch promises a new pier');
      expect(byAccept.body).toBe(bySuffix.body);
    });
  }

  test('by its id, and says where it is canonical', async () => {
    const { id } = (await api.get(article)).json().data;
    const { headers, body } = await api.get(`/v1/articles/${id}.md`);
    expect(body).toContain('Birch promises a new pier');
    expect(linksOf(headers.link)).toContainEqual({
      rel: 'canonical',
      type: undefined,
      href: `http://localhost${article}.md`,
    });
  });

  test('as a page in a browser, whose Accept header puts HTML first', async () => {
    const accept = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
    expect((await api.get(article, { accept })).headers['content-type']).toMatch('text/html');
    expect((await api.get('/v1/articles', { accept })).headers['content-type']).toMatch('application/json');
  });
});

describe('the Accept header', () => {
  const cases: [string, string][] = [
    ['text/csv;q=0.5, application/atom+xml', 'application/atom+xml'],
    ['application/json;q=0.2, text/*;q=0.9', 'text/csv'],
    ['text/csv;q=0, text/*', 'text/markdown'],
    ['application/rss+xml;q=0.4, */*;q=0.1', 'application/rss+xml'],
    ['*/*', 'application/json'],
  ];
  test.each(cases)('%s gets %s', async (accept, type) => {
    const { headers } = await api.get('/v1/articles', { accept });
    expect(headers['content-type']).toMatch(type);
    expect(headers.vary).toBe('Accept, Accept-Encoding');
  });

  test('is outranked by the suffix, and the answer does not vary by it', async () => {
    const { headers } = await api.get('/v1/articles.rss', { accept: 'text/csv' });
    expect(headers['content-type']).toMatch('application/rss+xml');
    expect(headers.vary).toBe('Accept-Encoding');
  });

  test('that allows nothing gets a 406 that lists what there is', async () => {
    const { statusCode, body } = await api.get('/v1/articles', { accept: 'image/png' });
    expect(statusCode).toBe(406);
    const { detail, errors } = JSON.parse(body);
    for (const { mediaType } of listFormats) {
      expect(detail).toContain(mediaType);
      expect(errors[0].allowed).toContain(mediaType);
    }
  });
});

describe('an unknown suffix is a 404 that lists what there is', () => {
  test.each(['/v1/articles.xyz', `${article}.rss`, '/v1/people/ada-birch/articles.'])('%s', async (url) => {
    const { statusCode, body } = await api.get(url);
    expect(statusCode).toBe(404);
    expect(JSON.parse(body).detail).toContain('.ninjs');
  });

  test('and says which was meant', async () => {
    expect((await api.get('/v1/articles.atm')).json().detail).toContain('did you mean .atom?');
  });

  test('where nothing has suffixes, it is no route', async () => {
    expect((await api.get('/v1/sources.rss')).statusCode).toBe(404);
  });
});

describe('what HTTP promises holds for every format', () => {
  const urls = [
    ...listFormats.map(({ suffix }) => `/v1/articles.${suffix}`),
    ...articleFormats.map(({ suffix }) => `${article}.${suffix}`),
  ];
  test.each(urls)('%s', async (url) => {
    const get = await api.get(url);
    expect(get.headers.etag).toMatch(/^"[\w-]+"$/);
    expect(get.headers['access-control-allow-origin']).toBe('*');
    const held = await api.get(url, { 'if-none-match': get.headers.etag });
    expect(held.statusCode).toBe(304);
    const head = await api.app.inject({ method: 'HEAD', url });
    expect(head.body).toBe('');
    expect(head.headers['content-length']).toBe(get.headers['content-length']);
    expect(head.headers.etag).toBe(get.headers.etag);
    const options = await api.app.inject({ method: 'OPTIONS', url });
    expect(options.headers.allow).toContain('GET, HEAD');
    expect((await api.app.inject({ method: 'PATCH', url })).statusCode).toBe(405);
  });

  test('compressed where it is worth it', async () => {
    const { headers } = await api.get('/v1/articles.ndjson', { 'accept-encoding': 'br' });
    expect(headers['content-encoding']).toBe('br');
  });

  test('and each has an entity tag of its own', async () => {
    const tags = await Promise.all(urls.map(async (url) => (await api.get(url)).headers.etag));
    expect(new Set(tags).size).toBe(urls.length);
  });
});

describe('the Link header', () => {
  test('leads from each representation to all others, with the same filter', async () => {
    const { headers } = await api.get('/v1/articles?tag=place/seahaven&facets=person');
    const others = linksOf(headers.link).filter(({ rel }) => rel === 'alternate');
    expect(others).toHaveLength(listFormats.length);
    for (const { href, type } of others) {
      const other = await api.get(href);
      expect(other.headers['content-type'], href).toMatch(String(type));
      expect(other.headers['x-total-count']).toBe(headers['x-total-count']);
    }
    const fromCsv = linksOf((await api.get('/v1/articles.csv')).headers.link);
    expect(fromCsv).toContainEqual({
      rel: 'alternate',
      type: 'application/json',
      href: 'http://localhost/v1/articles',
    });
    expect(fromCsv.filter(({ type }) => type === 'text/csv')).toEqual([]);
  });

  test('pages through a list in its format', async () => {
    let url: string | undefined = '/v1/articles.ndjson?limit=1';
    const seen: string[] = [];
    while (url) {
      const { headers, body } = await api.get(url);
      seen.push(JSON.parse(body).headline);
      url = linksOf(headers.link).find(({ rel }) => rel === 'next')?.href;
    }
    expect(seen).toHaveLength(4);
    expect(new Set(seen).size).toBe(4);
  });

  test('leaves the other formats out where it would grow too long for clients', async () => {
    const { headers } = await api.get(`/v1/articles?q=${'pier%20OR%20'.repeat(80)}pier`);
    expect(linksOf(headers.link).filter(({ rel }) => rel === 'alternate')).toEqual([]);
  });
});

describe('parameters that choose what is shown', () => {
  test('are refused by a format that has no place for them', async () => {
    for (const parameter of ['fields=headline', 'facets=person', 'q=pier&highlight=true', 'include=body']) {
      const { statusCode, body } = await api.get(`/v1/articles.rss?${parameter}`);
      expect(statusCode, parameter).toBe(400);
      expect(JSON.parse(body).errors[0].reason).toContain('is not supported in RSS');
    }
  });

  test('are refused by CSV where they name what has no column', async () => {
    const { statusCode, body } = await api.get('/v1/articles.csv?fields=headline,mentions');
    expect(statusCode).toBe(400);
    expect(JSON.parse(body).errors).toMatchObject([
      { param: 'fields', reason: 'names fields that CSV does not have: mentions' },
    ]);
    expect((await api.get('/v1/articles.csv?include=body')).statusCode).toBe(200);
  });

  test('choose the fields of NDJSON and the columns of CSV', async () => {
    const ndjson = await api.get('/v1/articles.ndjson?limit=1&fields=headline');
    expect(Object.keys(JSON.parse(ndjson.body))).toEqual(['id', 'headline']);
    const csv = await api.get('/v1/articles.csv?fields=headline,tags');
    expect(csv.body).toMatch(/^id,headline,people,topics,organizations,places\r\n/);
  });
});

describe('WebSub', () => {
  test('the feeds of all articles name the hub and themselves; filtered lists name none', async () => {
    const own = await openSampleApp({ publicUrl: 'https://news.example', hub: 'https://hub.example/' });
    const feeds = [
      ['rss', 'href="https://hub.example/" rel="hub"', 'https://news.example/v1/articles.rss'],
      ['atom', 'href="https://hub.example/" rel="hub"', 'https://news.example/v1/articles.atom'],
      [
        'jsonfeed',
        '"type":"WebSub","url":"https://hub.example/"',
        'https://news.example/v1/articles.jsonfeed',
      ],
    ];
    for (const [suffix, hub, self] of feeds) {
      const { headers, body } = await own.get(`/v1/articles.${suffix}`);
      expect(body).toContain(hub);
      expect(body).toContain(self);
      const links = linksOf(headers.link);
      expect(links).toContainEqual({ rel: 'hub', type: undefined, href: 'https://hub.example/' });
      expect(links).toContainEqual({ rel: 'self', type: undefined, href: self });
      const filtered = await own.get(`/v1/articles.${suffix}?language=en`);
      expect(filtered.body).not.toContain('hub.example');
      expect(filtered.headers.link).not.toContain('hub.example');
    }
    await own.close();
  });
});

test('what moved is found in the same format', async () => {
  await api.archive.writes.writeTags([sampleEntry('person/ada-birch', { slug: 'ada-birch-elm' })]);
  const { statusCode, headers } = await api.get('/v1/people/ada-birch/articles.rss?limit=5');
  expect(statusCode).toBe(308);
  expect(headers.location).toBe('/v1/people/ada-birch-elm/articles.rss?limit=5');
});

describe('addresses in what is made for other programs are absolute', () => {
  test('with the public address, if there is one', async () => {
    const own = await openSampleApp({ publicUrl: 'https://news.example/api' });
    const { feed_url, home_page_url } = (await own.get('/v1/articles.jsonfeed')).json();
    expect(feed_url).toBe('https://news.example/api/v1/articles.jsonfeed');
    expect(home_page_url).toBe('https://news.example/api/');
    await own.close();
  });
});
