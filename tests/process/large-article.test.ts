import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite/open.ts';
import { sampleArticle } from '../archive/sample-articles.ts';
import { type RunningServer, startServer } from './start-server.ts';

const count = 4_000;
const speakers = ['person/ada-birch', 'person/bo-elm'] as const;
const quotes = Array.from({ length: count }, (_, index) => ({
  exact: `We keep the pier ${index} open`,
  speaker: speakers[index % 2] ?? speakers[0],
}));

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ RESPONSE_CACHE_MB: '0' });
  const archive = openSqliteArchive({ path: join(server.folder, 'dateline.db') });
  for (const standfirst of ['First', 'Second']) {
    await archive.writes.writeArticles([
      sampleArticle({
        key: 'voices',
        headline: 'Many voices',
        publishedAt: '2031-01-02T03:04:05Z',
        standfirst,
        quotes,
      }),
    ]);
  }
  await archive.close();
});
afterAll(() => server.stop());

const path = '/v1/articles/many-voices';

/** Numbers of the processes that this server has started for large articles. */
async function renderers(): Promise<string[]> {
  const list = spawn('ps', ['-o', 'pid=,args=', '--ppid', String(server.process.pid)]);
  const lines = (await text(list.stdout)).split('\n');
  return lines
    .filter((line) => line.includes('rendering-process'))
    .map((line) => line.trim().split(' ')[0] ?? '');
}

test.each([
  path,
  `${path}.txt`,
  `${path}.md`,
  `${path}.html`,
  `${path}.ninjs`,
  `${path}.jsonld`,
  `${path}/versions`,
  `${path}/related`,
  '/articles/many-voices',
  '/articles/many-voices/versions',
  '/articles/many-voices/versions?from=1',
  '/v1/articles.rss?limit=2',
  '/v1/articles?limit=2&include=body,quotes,mentions',
  '/v1/articles?q=pier&highlight=true&include=body',
  '/v1/quotes?q=pier&limit=100',
  '/people/ada-birch',
])('%s of a large article is answered by another process, and is complete', async (target) => {
  const response = await fetch(server.url + target);
  const body = await response.text();
  expect(response.status).toBe(200);
  expect(response.headers.get('etag')).not.toBeNull();
  expect(response.headers.get('x-request-id')).not.toBeNull();
  if (target.includes('.txt') || target === path || target === '/articles/many-voices') {
    expect(body).toContain(`pier ${count - 1} open`);
  }
  expect(body).not.toContain('could not be loaded');
});

test('conditional and HEAD requests, bodies and assistants work as in this process', async () => {
  const first = await fetch(server.url + path);
  await first.arrayBuffer();
  const etag = first.headers.get('etag') ?? '';
  const again = await fetch(server.url + path, { headers: { 'if-none-match': etag } });
  expect([again.status, again.headers.get('etag')]).toEqual([304, etag]);
  const head = await fetch(server.url + path, { method: 'HEAD' });
  expect([head.status, head.headers.get('etag')]).toEqual([200, etag]);
  const posted = await fetch(`${server.url}/v1/articles/search`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ q: 'pier', include: ['quotes'], limit: 1 }),
  });
  const { data } = await posted.json();
  expect(data[0].quotes).toHaveLength(count);
  const answered = await fetch(`${server.url}/mcp`, {
    method: 'POST',
    headers: {
      accept: 'application/json, text/event-stream',
      'content-type': 'application/json',
      'mcp-protocol-version': '2025-06-18',
    },
    body: JSON.stringify({
      ...{ jsonrpc: '2.0', id: 1, method: 'tools/call' },
      params: { name: 'get_article', arguments: { article: 'many-voices' } },
    }),
  });
  const answer = await answered.text();
  expect(answer).toContain('We keep the pier 1 open');
  expect(answer).not.toContain('"isError":true');
});

test('other requests are answered before a large page that was asked for earlier', async () => {
  const agent = new Agent({ keepAlive: true });
  const order: string[] = [];
  const ask = async (target: string) => {
    const asked = request(server.url + target, { agent }).end();
    const [response] = await once(asked, 'response');
    for await (const _ of response);
    order.push(target);
  };
  const large = ask('/articles/many-voices');
  await ask('/healthz');
  await ask('/v1/articles?limit=1');
  await large;
  agent.destroy();
  expect(order).toEqual(['/healthz', '/v1/articles?limit=1', '/articles/many-voices']);
});

test('when the process ends, its request is a 503 and the next one has a new process', async () => {
  await (await fetch(server.url + path)).arrayBuffer();
  const [id] = await renderers();
  process.kill(Number(id), 'SIGSTOP');
  const stuck = fetch(`${server.url}/articles/many-voices`);
  await (await fetch(`${server.url}/healthz`)).text();
  process.kill(Number(id), 'SIGKILL');
  const { status, headers } = await stuck;
  expect(status).toBe(503);
  expect(headers.get('retry-after')).not.toBeNull();
  expect((await fetch(server.url + path)).status).toBe(200);
  expect(await renderers()).not.toContain(id);
});

test('the process ends with the server', async () => {
  const [id] = await renderers();
  await server.stop();
  // A process that has ended may stay in the list until its parent asks for its status.
  const state = async () => text(spawn('ps', ['-o', 'stat=', '-p', String(id)]).stdout);
  await expect.poll(state, { timeout: 10_000 }).toMatch(/^(?:Z.*)?\s*$/);
});
