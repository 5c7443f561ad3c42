import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { routes } from '../../src/routes/table.ts';
import { openSampleApp, type SampleApp } from '../routes/sample-app.ts';

let api: SampleApp;
let port: number;
beforeAll(async () => {
  api = await openSampleApp();
  port = Number(new URL(await api.app.listen({ port: 0, host: '127.0.0.1' })).port);
});
afterAll(() => api.close());

/** Returns the response to these bytes, which are sent as Latin-1. */
async function raw(bytes: string, to = port): Promise<string> {
  const socket = connect(to, '127.0.0.1');
  socket.write(bytes, 'latin1');
  return text(socket);
}

async function statusOf(method: string, target: string): Promise<number> {
  const response = await raw(`${method} ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
  return Number(/^HTTP\/1\.1 (\d{3}) /.exec(response)?.[1]);
}

describe('a request target never makes the server fail', () => {
  const targets = [
    '//',
    '///',
    '///x',
    '//evil.example/',
    '//?q=x',
    '//#',
    '/%',
    '/%2f',
    '/%2F%2F',
    '/%00',
    '/..',
    '/../../etc/passwd',
    '/..;/x',
    '/\\',
    '/\\\\evil.example',
    '/?',
    '/??',
    '/?%',
    '/?q=%FF',
    '/#',
    '*',
    '?',
    '#',
    '\\',
    'x',
    'http://evil.example',
    'http://evil.example/',
    'http://evil.example//',
    'http:///',
    'http://[/',
    'HTTP://x/v1/articles',
    'ftp://x/v1',
    'javascript:alert(1)',
    '/:',
    '/:article',
    '/v1/articles//',
    '/v1//articles',
    '/articles//',
    '/articles/%2e%2e',
    '/articles/\xff',
    '/\x80',
    '/\x01',
    '/\x7f',
    '/v1/articles/\xc3\xa9',
    '/sitemaps//',
    '/assets/',
    '/assets/..%2f..',
    '/problems/__proto__',
    '/people/constructor',
  ];
  test.each(targets)('%j', async (target) => {
    for (const method of ['GET', 'HEAD', 'POST', 'OPTIONS', 'DELETE', 'PUT']) {
      const status = await statusOf(method, target);
      expect(status, method).toBeGreaterThanOrEqual(200);
      expect(status, method).toBeLessThan(500);
    }
  });

  test('made of any bytes', async () => {
    const prefixes = [
      '',
      '/',
      '//',
      '/v1/',
      '/articles/',
      '/people/',
      '/v1/articles/',
      '/search',
      'http://x/',
    ];
    const piece = fc.oneof(
      fc.constantFrom(
        '/',
        '//',
        '.',
        '..',
        '%',
        '%2f',
        '%00',
        '%ff',
        '%u0041',
        '\\',
        ';',
        ':',
        '@',
        '#',
        '?',
        '*',
      ),
      fc.constantFrom(
        'articles',
        'v1',
        'search',
        '.rss',
        '.json',
        '=',
        '&',
        'q=',
        '[',
        ']',
        '{',
        '|',
        '~',
        'http:',
      ),
      fc.integer({ min: 0x21, max: 0xff }).map((code) => String.fromCharCode(code)),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...prefixes),
        fc.array(piece, { maxLength: 12 }),
        async (start, pieces) => {
          const target = start + pieces.join('');
          if (target === '') return;
          const status = await statusOf('GET', target);
          expect(status).toBeGreaterThanOrEqual(200);
          expect(status).toBeLessThan(500);
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** Addresses whose responses contain addresses, and some that do not. */
const urls = [
  ...routes
    .filter(({ method, path }) => method === 'GET' && path !== '/v1/stream' && path !== '/docs/scalar.js')
    .map(({ path }) =>
      path
        .replace(':article', 'birch-promises-a-new-pier')
        .replace(/(people\/):slug/, '$1ada-birch')
        .replace(/(topics\/):slug/, '$1harbours')
        .replace(/(organizations\/):slug/, '$1seahaven-council')
        .replace(/(places\/):slug/, '$1seahaven')
        .replace(':file', 'articles-2024-11.xml')
        .replace(':name', 'not-found'),
    ),
  ...['rss', 'atom', 'jsonfeed', 'jsonld', 'md', 'html', 'csv', 'ninjs', 'ndjson'].map(
    (suffix) => `/v1/articles.${suffix}`,
  ),
  '/v1/articles?q=pier&limit=1',
  '/v1/articles/birch-promises-a-new-pier.html',
  '/v1/nothing',
  '/v1/articles?limit=0',
  '/',
  '/search?q=pier',
  '/articles/birch-promises-a-new-pier',
  '/people',
  '/people/ada-birch',
  '/quotes',
  '/nothing',
];

const hostile: Record<string, string>[] = [
  { host: 'evil.example:8080' },
  {
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'javascript',
    'x-forwarded-for': 'evil.example',
  },
  { forwarded: 'host=evil.example;proto=https', 'x-forwarded-proto': 'https', 'x-forwarded-port': '666' },
  { 'x-original-url': '/evil.example', 'x-host': 'evil.example', 'x-forwarded-prefix': '/evil.example' },
];

/** Removes what differs between equal requests. */
function lasting(body: string): string {
  return body.replace(/urn:request:[\w-]+|<updated>[^<]*|<lastBuildDate>[^<]*/g, '');
}

describe.each([
  ['is trusted', true],
  ['is not trusted', false],
])('headers of a client that passes a proxy that %s', (_, trustProxy) => {
  test('are in no address of a response, nor in a response to somebody else', async () => {
    const own = await openSampleApp({ trustProxy });
    for (const url of urls) {
      const plain = await own.get(url);
      for (const headers of hostile) {
        const { statusCode, body, headers: sent } = await own.get(url, headers);
        expect(statusCode, url).toBe(plain.statusCode);
        expect(body + JSON.stringify(sent), `${url} ${JSON.stringify(headers)}`).not.toContain('evil');
        expect(lasting(body), url).toBe(lasting(plain.body));
        expect(sent.link, url).toBe(plain.headers.link);
      }
    }
    await own.close();
  });
});

test('the page of a problem leads to this server again, whatever the target was', async () => {
  const own = await openSampleApp();
  const to = Number(new URL(await own.app.listen({ port: 0, host: '127.0.0.1' })).port);
  vi.spyOn(own.archive.reads, 'article').mockRejectedValue(new Error('broken'));
  vi.spyOn(own.archive.reads, 'wholeArticle').mockRejectedValue(new Error('broken'));
  for (const prefix of ['', 'http://evil.example', 'HTTPS://evil.example:80']) {
    const response = await raw(
      `GET ${prefix}/articles/x?a=1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
      to,
    );
    expect(response).toMatch(/^HTTP\/1\.1 500 /);
    expect(response).toContain('<a href="/articles/x?a=1">Try again</a>');
  }
  await own.close();
});

describe('without a public address', () => {
  test('JSON and pages have paths', async () => {
    const { links, data } = (await api.get('/v1/articles?limit=1')).json();
    expect([links.self, links.next]).toEqual([
      '/v1/articles?limit=1',
      expect.stringMatching(/^\/v1\/articles\?/),
    ]);
    expect((await api.get(`/v1/articles/${data[0].slug}`)).headers.link).toContain('</v1/articles/');
    expect((await api.get('/')).body).toContain(`href="/articles/${data[0].slug}"`);
  });

  test('formats that need an origin have that of the port', async () => {
    const origin = `http://localhost:${port}`;
    const contain: [string, string][] = [
      ['/robots.txt', `Sitemap: ${origin}/sitemap.xml`],
      ['/llms.txt', `(${origin}/v1/articles.md)`],
      ['/sitemap.xml', `<loc>${origin}/sitemaps/pages.xml</loc>`],
      ['/sitemaps/articles-2024-11.xml', `<loc>${origin}/articles/`],
      ['/v1/articles.rss', `${origin}/v1/articles.rss`],
      ['/v1/articles.atom', `${origin}/v1/articles.atom`],
      ['/v1/articles.jsonfeed', `"feed_url":"${origin}/v1/articles.jsonfeed"`],
      ['/.well-known/api-catalog', `"${origin}/openapi.json"`],
      ['/articles/birch-promises-a-new-pier', `<link rel="canonical" href="${origin}/articles/`],
      ['/articles/birch-promises-a-new-pier', `<meta property="og:url" content="${origin}/articles/`],
      [`/oembed?url=${origin}/articles/birch-promises-a-new-pier`, `"provider_url":"${origin}`],
    ];
    for (const [url, address] of contain) expect((await api.get(url)).body, url).toContain(address);
  });
});
