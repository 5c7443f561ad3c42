import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite/open.ts';
import { routes } from '../../src/routes/table.ts';
import { sampleArticle, sampleEntry } from '../archive/sample-articles.ts';
import { openSampleApp, type SampleApp, sampleAppOver } from '../routes/sample-app.ts';

let api: SampleApp;
let port: number;
beforeAll(async () => {
  api = await openSampleApp();
  port = Number(new URL(await api.app.listen({ port: 0, host: '127.0.0.1' })).port);
});
afterAll(() => api.close());

/** What the server answers to these bytes on a bare socket. */
async function raw(request: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(request);
  return text(socket);
}

describe('methods', () => {
  test('HEAD answers as GET without the body', async () => {
    for (const url of [
      '/v1',
      '/v1/articles',
      '/v1/people/ada-birch',
      '/healthz',
      '/docs',
      '/problems/not-found',
    ]) {
      const get = await api.get(url);
      const head = await api.app.inject({ method: 'HEAD', url });
      expect(head.statusCode).toBe(200);
      expect(head.body).toBe('');
      for (const name of ['content-length', 'content-type', 'etag', 'link', 'vary', 'cache-control']) {
        expect(head.headers[name], `${url} ${name}`).toBe(get.headers[name]);
      }
    }
  });

  test('OPTIONS names the methods on every route', async () => {
    for (const { path, method } of routes) {
      const { statusCode, headers, body } = await api.app.inject({ method: 'OPTIONS', url: path });
      expect(statusCode).toBe(204);
      expect(body).toBe('');
      expect(headers.allow).toContain(method === 'GET' ? 'GET, HEAD' : method);
    }
  });

  test('a preflight is allowed from any origin, without credentials', async () => {
    const { headers } = await api.app.inject({
      method: 'OPTIONS',
      url: '/v1/articles/search',
      headers: {
        origin: 'https://reader.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['access-control-allow-methods']).toContain('POST');
    expect(headers['access-control-allow-headers']).toContain('Content-Type');
    expect(headers['access-control-allow-credentials']).toBeUndefined();
  });

  test('others are a 405 with Allow, whatever their body', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
      const reply = await api.app.inject({
        method,
        url: '/v1/articles',
        headers: { 'content-type': 'text/x-nothing' },
        payload: '{',
      });
      expect(reply.statusCode).toBe(405);
      expect(reply.headers.allow).toBe('GET, HEAD, OPTIONS');
      expect(reply.json().type).toBe('/problems/method-not-allowed');
    }
  });
});

describe('methods on the wire', () => {
  const cases: [string, number][] = [
    ['OPTIONS *', 204],
    ['OPTIONS /nothing', 404],
    ['PROPFIND /v1/articles', 405],
    ['TRACE /v1/articles', 405],
    ['BREW /v1/articles', 400],
  ];
  test.each(cases)('%s is %i', async (line, status) => {
    const reply = await raw(`${line} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(reply).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  });
});

describe('every answer, errors too, has', () => {
  const urls = ['/v1/articles', '/nothing', '/v1/articles?limit=0', '/v1/%FF', '/healthz', '/docs'];
  test.each(urls)('what browsers and logs need: %s', async (url) => {
    const { headers } = await api.get(url, { origin: 'https://reader.example', 'x-request-id': 'mine-1' });
    expect(headers['access-control-allow-origin']).toBe('*');
    for (const name of ['Link', 'ETag', 'X-Total-Count', 'Retry-After', 'RateLimit', 'RateLimit-Policy']) {
      expect(headers['access-control-expose-headers']).toContain(name);
    }
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['x-request-id']).toBe('mine-1');
  });

  test('a request id of ours when the given one is no plain token', async () => {
    for (const id of ['', 'a b', 'x'.repeat(200), '<script>']) {
      const { headers } = await api.get('/v1', { 'x-request-id': id });
      expect(headers['x-request-id']).toMatch(/^[\da-f-]{36}$/);
    }
  });
});

describe('the origin that an operator sets', () => {
  test('is the one that may read', async () => {
    const own = await openSampleApp({ corsOrigin: 'https://news.example' });
    expect((await own.get('/v1')).headers['access-control-allow-origin']).toBe('https://news.example');
    await own.close();
  });
});

describe('the public address that an operator sets', () => {
  test('is before every link', async () => {
    const own = await openSampleApp({ publicUrl: 'https://news.example/api' });
    const { links } = (await own.get('/v1/articles?limit=1')).json();
    expect(links.next).toMatch(/^https:\/\/news\.example\/api\/v1\/articles\?limit=1&cursor=/);
    expect((await own.get('/nothing')).json().type).toBe('https://news.example/api/problems/not-found');
    await own.close();
  });
});

describe('representations', () => {
  const cases: [string, string, number][] = [
    ['/v1/articles', '*/*', 200],
    ['/v1/articles', 'application/*', 200],
    ['/v1/articles', 'text/html,application/xhtml+xml,*/*;q=0.8', 200],
    ['/v1/articles', 'application/xml', 406],
    ['/v1/articles', 'application/json;q=0', 406],
    ['/docs', 'text/html', 200],
  ];
  test.each(cases)('%s for Accept: %s is %i', async (url, accept, status) => {
    expect((await api.get(url, { accept })).statusCode).toBe(status);
  });

  test('of a problem are JSON and a page', async () => {
    const json = await api.get('/problems/invalid-cursor');
    expect(json.json()).toMatchObject({ data: { name: 'invalid-cursor', status: 400 } });
    const html = await api.get('/problems/invalid-cursor', { accept: 'text/html' });
    expect(html.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(html.body).toContain('<h1>Invalid cursor</h1>');
    expect((await api.get('/problems/nothing')).statusCode).toBe(404);
  });
});

describe('too much', () => {
  test('a URL of more than 8,000 characters is a 414', async () => {
    const reply = await api.get(`/v1/articles?q=${'x'.repeat(9000)}`);
    expect(reply.statusCode).toBe(414);
    expect(reply.json().type).toBe('/problems/url-too-long');
  });
  test('100 KB of q is a 414 on the wire', async () => {
    const reply = await raw(`GET /v1/articles?q=${'x'.repeat(100_000)} HTTP/1.1\r\nHost: x\r\n\r\n`);
    expect(reply).toMatch(/^HTTP\/1\.1 414 /);
    expect(reply).toContain('"type":"/problems/url-too-long"');
  });
  test('large headers are a 431', async () => {
    const reply = await raw(`GET /v1 HTTP/1.1\r\nHost: x\r\nX-Large: ${'x'.repeat(100_000)}\r\n\r\n`);
    expect(reply).toMatch(/^HTTP\/1\.1 431 /);
  });
  test('a large body is a 413', async () => {
    const reply = await api.app.inject({
      method: 'POST',
      url: '/v1/articles/search',
      payload: { q: 'x'.repeat(70_000) },
    });
    expect(reply.statusCode).toBe(413);
    expect(reply.json().detail).toBe('The body may have at most 65,536 bytes here.');
  });
});

describe('what is no request is a 400 problem', () => {
  test('on the wire', async () => {
    const reply = await raw('HELLO\r\n\r\n');
    expect(reply).toMatch(/^HTTP\/1\.1 400 /);
    expect(reply).toContain('application/problem+json');
  });
  const bodies: [string, string, number, string][] = [
    ['application/json', '{"limit":', 400, 'invalid-body'],
    ['application/json', '', 400, 'invalid-body'],
    ['application/json', '[]', 400, 'invalid-body'],
    ['application/json', 'null', 400, 'invalid-body'],
    ['application/json', '{"limit":"many"}', 400, 'invalid-parameter'],
    ['application/json', '{"limit":{"a":1}}', 400, 'invalid-parameter'],
    ['application/json', '{"q":7}', 400, 'invalid-parameter'],
    ['application/json', '{"tag":[{}]}', 400, 'invalid-parameter'],
    ['application/json', '{"limit":1,"taq":"a"}', 400, 'invalid-parameter'],
    ['text/plain', 'limit=1', 415, 'unsupported-media-type'],
    ['application/xml', '<a/>', 415, 'unsupported-media-type'],
  ];
  test.each(bodies)('%s %s is %i %s', async (type, payload, status, problem) => {
    const reply = await api.app.inject({
      method: 'POST',
      url: '/v1/articles/search',
      headers: { 'content-type': type },
      payload,
    });
    expect(reply.statusCode, reply.body).toBe(status);
    expect(reply.json().type).toBe(`/problems/${problem}`);
  });
});

describe('what has moved answers 308 and keeps the query', () => {
  test('a tag', async () => {
    await api.archive.writes.writeTags([
      sampleEntry('person/ada-birch', { slug: 'ada-birch-oak', name: 'Ada Birch-Oak' }),
    ]);
    for (const part of ['', '/articles?limit=1&sort=oldest', '/quotes', '/together']) {
      const reply = await api.get(`/v1/people/ada-birch${part}`);
      expect(reply.statusCode).toBe(308);
      expect(reply.headers.location).toBe(`/v1/people/ada-birch-oak${part}`);
      expect((await api.get(String(reply.headers.location))).statusCode).toBe(200);
    }
  });
  test('an article', async () => {
    const before = sampleArticle({ key: 'moving', headline: 'Before the correction' });
    const after = sampleArticle({ key: 'moving', headline: 'After the correction' });
    await api.archive.writes.writeArticles([before]);
    await api.archive.writes.writeArticles([after]);
    for (const part of ['?fields=headline', '/quotes', '/mentions', '/related?limit=2']) {
      const reply = await api.get(`/v1/articles/before-the-correction${part}`);
      expect(reply.statusCode).toBe(308);
      expect(reply.headers.location).toBe(`/v1/articles/after-the-correction${part}`);
    }
  });
});

describe('an archive that does not answer', () => {
  test('is a 503 that says when to try again, and nothing of its path', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dateline-secret-'));
    const archive = openSqliteArchive({ path: join(folder, 'archive.db'), migrate: false });
    const own = sampleAppOver(archive);
    for (const url of ['/v1/articles', '/v1/people/ada-birch', '/readyz']) {
      const reply = await own.inject(url);
      expect(reply.statusCode).toBe(503);
      expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0);
      expect(reply.json().type).toBe('/problems/archive-unavailable');
      expect(reply.body).not.toContain('secret');
    }
    expect((await own.inject('/healthz')).statusCode).toBe(200);
    await own.close();
    await archive.close();
    rmSync(folder, { recursive: true });
  });

  test('because of a fault of ours is a 500 without a stack', async () => {
    const own = await openSampleApp();
    vi.spyOn(own.archive.reads, 'joinedCards').mockImplementation(() => {
      throw new TypeError('SELECT secret FROM articles');
    });
    const reply = await own.get('/v1/articles');
    expect(reply.statusCode).toBe(500);
    expect(reply.json().type).toBe('/problems/internal-error');
    expect(reply.body).not.toContain('secret');
    await own.close();
  });
});
