import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openSampleApp, type SampleApp } from '../routes/sample-app.ts';

const isInstalled = spawnSync('nginx', ['-v']).status === 0;
if (!isInstalled)
  console.warn('nginx is not installed; the tests of its documented configuration are skipped');

/** Wraps the documented block into a whole configuration, on a port of this machine and without TLS. */
function configuration(folder: string, { port, backend }: { port: number; backend: number }): string {
  const [, block = ''] = /```nginx\n([\s\S]*?)```/.exec(readFileSync('docs/operating.md', 'utf8')) ?? [];
  const documented = block
    .replace(/^ *ssl_.*\n/gm, '')
    .replace(/listen 443 ssl/g, `listen 127.0.0.1:${port}`)
    .replaceAll('127.0.0.1:3000', `127.0.0.1:${backend}`)
    .replace('/var/cache/nginx/dateline', join(folder, 'cache'));
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return [
    ...(process.getuid?.() === 0 ? ['user root;'] : []),
    'daemon off; worker_processes 1;',
    `pid ${join(folder, 'pid')}; error_log ${join(folder, 'error.log')};`,
    'events { worker_connections 2048; }',
    'http {',
    'access_log off;',
    ...paths.map((name) => `${name}_temp_path ${join(folder, name)};`),
    documented,
    '}',
  ].join('\n');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}

interface Exchange {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** Sends a request, from a local address if one is given. Rejects if the connection is closed without a response. */
async function send(
  to: { port: number; localAddress?: string },
  path: string,
  headers: Record<string, string>,
  method = 'GET',
): Promise<Exchange> {
  const sent = request({ host: '127.0.0.1', ...to, path, method, headers, agent: false }).end();
  const [response] = await once(sent, 'response');
  const bytes = await buffer(response);
  const isGzip = response.headers['content-encoding'] === 'gzip' && bytes.length > 0;
  return {
    status: response.statusCode,
    headers: response.headers,
    body: String(isGzip && response.statusCode === 200 ? gunzipSync(bytes) : bytes),
  };
}

describe.skipIf(!isInstalled)('nginx as in docs/operating.md', () => {
  let api: SampleApp;
  let folder: string;
  let nginx: ReturnType<typeof spawn>;
  let backend: number;
  let port: number;
  let clients = 0;
  /** Returns a client of nginx with an address that no other has, because nginx limits each address. */
  const client = () => {
    clients += 1;
    return { port, localAddress: `127.0.1.${clients}` };
  };

  const reader = { host: 'news.example.org', accept: '*/*', 'accept-encoding': 'gzip' };

  beforeAll(async () => {
    api = await openSampleApp({ trustProxy: true });
    backend = Number(new URL(await api.app.listen({ port: 0, host: '127.0.0.1' })).port);
    port = await freePort();
    folder = mkdtempSync(join(tmpdir(), 'dateline-nginx-'));
    const file = join(folder, 'nginx.conf');
    writeFileSync(file, configuration(folder, { port, backend }));
    const checked = spawnSync('nginx', ['-t', '-p', folder, '-c', file], { encoding: 'utf8' });
    expect(checked.status, checked.stderr).toBe(0);
    nginx = spawn('nginx', ['-p', folder, '-c', file], { stdio: 'inherit' });
    await vi.waitFor(() => send(client(), '/healthz', reader), { timeout: 20_000 });
  });
  afterAll(async () => {
    const ended = once(nginx, 'exit');
    nginx.kill('SIGTERM');
    await ended;
    await api.close();
    rmSync(folder, { recursive: true });
  });

  const attacks: [name: string, headers: Record<string, string>, method?: string][] = [
    ['X-Forwarded-Host', { 'x-forwarded-host': 'evil.example' }],
    ['X-Forwarded-Proto', { 'x-forwarded-proto': 'javascript' }],
    ['Forwarded', { forwarded: 'host=evil.example;proto=gopher' }],
    ['Host with a port', { host: 'news.example.org:666' }],
    ['Accept', { accept: 'application/rss+xml, text/html;q=0.5' }],
    ['Accept of nothing', { accept: 'application/x-nothing' }],
    ['Accept-Encoding', { 'accept-encoding': 'br' }],
    ['Accept-Encoding of nothing', { 'accept-encoding': 'identity;q=0, *;q=0' }],
    ['Prefer', { prefer: 'handling=lenient' }],
    ['HEAD', {}, 'HEAD'],
    ['Range', { range: 'bytes=0-0' }],
    ['If-None-Match', { 'if-none-match': '*' }],
  ];
  /** Addresses with one parameter that makes them unique, so that the cache has nothing yet. */
  const addresses: ((unique: number) => string)[] = [
    (unique) => `/?_=${unique}`,
    (unique) => `/articles/birch-promises-a-new-pier?_=${unique}`,
    (unique) => `/robots.txt?_=${unique}`,
    (unique) => `/sitemap.xml?_=${unique}`,
    (unique) => `/v1/articles.rss?limit=${unique}`,
    (unique) => `/v1/articles?limit=${unique}`,
    (unique) => `/v1/articles?nothing=${unique}`,
  ];

  test.each(attacks)('keeps nothing that %s chose', async (name, headers, method) => {
    const unique = 1 + attacks.findIndex(([each]) => each === name);
    for (const address of addresses) {
      const path = address(unique);
      await send(client(), path, { ...reader, ...headers }, method);
      const direct = await send({ port: backend }, path, reader);
      const answer = await send(client(), path, reader);
      expect(answer.status, path).toBe(direct.status);
      expect(answer.body.replace(/urn:request:[\w-]+/, ''), path).toBe(
        direct.body.replace(/urn:request:[\w-]+/, ''),
      );
      for (const header of ['content-type', 'content-encoding', 'etag', 'link', 'vary', 'cache-control']) {
        expect(answer.headers[header], `${path} ${header}`).toBe(direct.headers[header]);
      }
      expect(answer.body + JSON.stringify(answer.headers)).not.toMatch(/evil|:666/);
    }
  });

  test('refuses other hosts', async () => {
    for (const host of ['evil.example', 'evil.example:443', 'news.example.org.evil.example', '']) {
      await expect(send(client(), '/robots.txt', { host })).rejects.toThrow();
    }
  });

  test('answers from its cache', async () => {
    await send(client(), '/robots.txt', reader);
    const log: unknown[] = [];
    api.app.server.on('request', (seen) => log.push(seen.url));
    expect((await send(client(), '/robots.txt', reader)).status).toBe(200);
    expect(log).toEqual([]);
  });

  test('limits the requests of a client', async () => {
    const greedy = client();
    const all = await Promise.all(Array.from({ length: 300 }, () => send(greedy, '/robots.txt', reader)));
    expect((await send(client(), '/robots.txt', reader)).status).toBe(200);
    const statuses = new Set(all.map(({ status }) => status));
    expect(statuses).toEqual(new Set([200, 429]));
  });
});
