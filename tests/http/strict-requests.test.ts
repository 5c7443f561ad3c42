import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashOfKey, newKey } from '../../src/model/api-key.ts';
import { openSampleApp, type SampleApp } from '../routes/sample-app.ts';

let api: SampleApp;
let port: number;
const key = newKey();
const authorization = `Bearer ${key}`;
const allow = ({ archive }: SampleApp) =>
  archive.keys.add({ name: 'news desk', scope: 'write', hash: hashOfKey(key) });
beforeAll(async () => {
  api = await openSampleApp();
  await allow(api);
  port = Number(new URL(await api.app.listen({ port: 0, host: '127.0.0.1' })).port);
});
afterAll(() => api.close());

/** Sends bytes and returns all that comes until the server closes the connection. */
async function raw(bytes: string, to = port): Promise<string> {
  const socket = connect(to, '127.0.0.1');
  socket.write(bytes, 'latin1');
  return text(socket);
}

const problem = /^HTTP\/1\.1 400 Bad Request\r\n[\s\S]*\r\n\r\n\{"type":"\/problems\/malformed-request"/;

describe('a request is a 400 (RFC 9112, 3.2) with', () => {
  const cases: [string, string][] = [
    ['no Host', 'GET /healthz HTTP/1.1\r\n'],
    ['two Hosts', 'GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\n'],
    ['the same Host twice', 'GET /healthz HTTP/1.1\r\nHost: a\r\nhOST: a\r\n'],
    ['two Hosts, one of them empty', 'GET /healthz HTTP/1.1\r\nHost:\r\nHost: b\r\n'],
    ['two Hosts in HTTP/1.0', 'GET /healthz HTTP/1.0\r\nHost: a\r\nHost: b\r\n'],
    ...[
      'a b',
      'a b<script>',
      'a/b',
      'a?b',
      'a#b',
      'a@b',
      'a\\b',
      'a,b:80:80',
      'a"b',
      'a:b',
      'a:80x',
      'a:-1',
      'http://a',
      '[::1',
      '::1',
      '[::1]x',
      '[g::]',
      'a%',
      'a%zz',
      'a\x80b',
      'a\xe9',
      '<a>',
      '{a}',
      'a^b',
      'a|b',
      'a\tb',
    ].map((host): [string, string] => [
      `the Host ${JSON.stringify(host)}`,
      `GET /healthz HTTP/1.1\r\nHost: ${host}\r\n`,
    ]),
    ['a malformed Host for a page', 'GET / HTTP/1.1\r\nHost: a b\r\n'],
    ['a malformed Host for no route', 'GET /nothing HTTP/1.1\r\nHost: a b\r\n'],
    ['a malformed Host for a wrong method', 'DELETE /healthz HTTP/1.1\r\nHost: a b\r\n'],
    ['HTTP/0.9', 'GET /healthz\r\n'],
    ['HTTP/0.9 said so', 'GET /healthz HTTP/0.9\r\nHost: a\r\n'],
    ['HTTP/2.0', 'GET /healthz HTTP/2.0\r\nHost: a\r\n'],
    ['HTTP/3.7', 'GET /healthz HTTP/3.7\r\nHost: a\r\n'],
  ];
  test.each(cases)('%s', async (_, head) => {
    // The server closes the connection, or the test waits for ever.
    const response = await raw(`${head}\r\n`);
    expect(response).toMatch(problem);
    expect(response).toMatch(/\r\nConnection: close\r\n/i);
  });
});

describe('a request is answered with', () => {
  const cases: [string, string][] = [
    ...[
      'a',
      'A.Example:',
      'a:80',
      '127.0.0.1:3000',
      '[::1]:3000',
      '[2001:db8::1]',
      'xn--bcher-kva.example',
      'a_b',
      'a%20b',
      "a!$&'()*+,;=~",
      '',
    ].map((host): [string, string] => [`the Host ${JSON.stringify(host)}`, `HTTP/1.1\r\nHost: ${host}\r\n`]),
    ['no Host in HTTP/1.0', 'HTTP/1.0\r\n'],
  ];
  test.each(cases)('%s', async (_, head) => {
    const response = await raw(`GET /healthz ${head}Connection: close\r\n\r\n`);
    expect(response).toMatch(/^HTTP\/1\.1 200 /);
  });

  test('an expectation that nobody knows', async () => {
    const response = await raw(
      'GET /healthz HTTP/1.1\r\nHost: a\r\nExpect: tea\r\nConnection: close\r\n\r\n',
    );
    expect(response).toMatch(/^HTTP\/1\.1 200 /);
  });
});

describe('a body with a Content-Encoding is a 415 (RFC 9110, 15.5.16)', () => {
  const json = JSON.stringify({ q: 'pier' });
  const routes: [url: string, body: string][] = [
    ['/v1/articles/search', json],
    ['/v1/parse', json],
    ['/mcp', JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'ping' })],
    ['/v1/corrections', json],
    ['/v1/articles/birch-promises-a-new-pier/corrections', json],
  ];
  test.each(routes)('on %s', async (url, body) => {
    for (const coding of ['gzip', 'br', 'deflate', 'zstd', 'x', 'identity, gzip', 'gzip, gzip', 'GZIP']) {
      const reply = await api.app.inject({
        method: 'POST',
        url,
        headers: { authorization, 'content-type': 'application/json', 'content-encoding': coding },
        payload: gzipSync(body),
      });
      expect(reply.statusCode, `${coding} ${reply.body}`).toBe(415);
      expect(reply.json()).toMatchObject({ type: '/problems/unsupported-media-type' });
      expect(reply.headers['accept-encoding']).toBe('identity');
    }
  });

  test('unless it is identity, or there is no body', async () => {
    const identity = await api.app.inject({
      method: 'POST',
      url: '/v1/articles/search',
      headers: { 'content-type': 'application/json', 'content-encoding': 'Identity' },
      payload: json,
    });
    expect(identity.statusCode).toBe(200);
    expect((await api.get('/v1/articles', { 'content-encoding': 'gzip' })).statusCode).toBe(200);
  });

  test('but a route that takes none is still a 405, and no route a 404', async () => {
    const post = async (url: string) =>
      (await api.app.inject({ method: 'POST', url, headers: { 'content-encoding': 'gzip' }, payload: 'x' }))
        .statusCode;
    expect(await post('/v1/articles')).toBe(405);
    expect(await post('/nothing')).toBe(404);
  });
});

test.each([
  ['/nothing', 'application/json', '{'],
  ['/nothing', 'application/json', 'x'.repeat(70_000)],
  ['/nothing', 'text/x-nothing', 'x'],
  ['/nothing', 'no type', 'x'],
  ['/', 'application/json', '{'],
  ['/articles/birch-promises-a-new-pier', 'text/x-nothing', 'x'],
])('a body sent to %s, which has no such route, is not parsed', async (url, type, payload) => {
  const reply = await api.app.inject({ method: 'POST', url, headers: { 'content-type': type }, payload });
  expect(reply.statusCode).toBe(404);
});

describe('a request that stalls is cut off with a 408', () => {
  const head = 'HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n';
  const cases: [string, string][] = [
    ['in its first line', 'GET /heal'],
    ['in its headers', 'GET /healthz HTTP/1.1\r\nHost: a\r\nX-'],
    ['in a body of a list', `POST /v1/articles/search ${head}Content-Length: 20\r\n\r\n{"q":`],
    ['in a chunked body', `POST /v1/articles/search ${head}Transfer-Encoding: chunked\r\n\r\n5\r\n{"q":\r\n`],
    ['before a chunk', `POST /v1/articles/search ${head}Transfer-Encoding: chunked\r\n\r\n`],
    ['in a document', `POST /v1/parse ${head}Content-Length: 20\r\n\r\n{"t`],
    ['in a message to an assistant', `POST /mcp ${head}Content-Length: 20\r\n\r\n{"j`],
    [
      'in a correction',
      `POST /v1/corrections ${head}Authorization: ${authorization}\r\nContent-Length: 20\r\n\r\n{"j`,
    ],
  ];
  test.each(cases)('%s', async (_, bytes) => {
    const own = await openSampleApp({ requestTimeoutMs: 50 });
    await allow(own);
    const to = Number(new URL(await own.app.listen({ port: 0, host: '127.0.0.1' })).port);
    // Nothing ends the conversation but the server.
    const response = await raw(bytes, to);
    expect(response).toMatch(/^HTTP\/1\.1 408 /);
    expect(response.match(/HTTP\/1\.1/g)).toHaveLength(1);
    expect((await own.get('/healthz')).statusCode).toBe(200);
    await own.close();
  });

  test('unless it is refused before its body is there', async () => {
    const response = await raw(`POST /v1/corrections ${head}Content-Length: 20\r\n\r\n{"j`);
    expect(response).toMatch(/^HTTP\/1\.1 401 /);
    expect(response.match(/HTTP\/1\.1/g)).toHaveLength(1);
  });

  test('and is not asked for its body then, although it expects to be', async () => {
    const expecting = `${head}Expect: 100-continue\r\nConnection: close\r\nContent-Length: 2\r\n`;
    const refused = await raw(`POST /v1/corrections ${expecting}\r\n`);
    expect(refused.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 401']);
    const asked = await raw(`POST /v1/articles/search ${expecting}\r\n{}`);
    expect(asked.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 100', 'HTTP/1.1 200']);
  });

  test('or just closed, if its response has begun', async () => {
    const own = await openSampleApp({ requestTimeoutMs: 50 });
    const to = Number(new URL(await own.app.listen({ port: 0, host: '127.0.0.1' })).port);
    const response = await raw('GET /v1/stream HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nx', to);
    expect(response).toMatch(/^HTTP\/1\.1 200 /);
    expect(response).not.toContain('408');
    await own.close();
  });
});
