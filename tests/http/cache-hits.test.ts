import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pino } from 'pino';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { openSqliteArchive } from '../../src/archive/sqlite/open.ts';
import { buildApp } from '../../src/server/app.ts';
import { createMetrics } from '../../src/server/metrics/create-metrics.ts';
import { sampleArticle } from '../archive/sample-articles.ts';
import { writeInOtherProcess } from '../routes/write-in-other-process.ts';

/** The API over an archive in a file, listening; what it logs and counts can be read. */
async function listening() {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-'));
  const path = join(folder, 'archive.db');
  const archive: Archive = openSqliteArchive({ path, shareSnapshots: true });
  await archive.writes.writeArticles([sampleArticle({ headline: 'Birch promises a new pier' })]);
  const metrics = createMetrics(archive, { version: '1.2.3', process: 0 });
  const log: Record<string, unknown>[] = [];
  const app = buildApp({
    archive,
    parse: () => Promise.reject(new Error('nothing is parsed here')),
    settings: { corsOrigin: '*', publicUrl: null, trustProxy: false, responseCacheBytes: 2 ** 20 },
    logger: pino({ level: 'info' }, { write: (line: string) => log.push(JSON.parse(line)) }),
    version: '1.2.3',
    metrics,
  });
  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  onTestFinished(async () => {
    await app.close();
    await archive.close();
    rmSync(folder, { recursive: true });
  });
  const get = (url: string, init: RequestInit = {}) => fetch(`${origin}${url}`, init);
  /** Sends requests on one connection, the last of which asks that it be closed; gives all that comes. */
  const converse = (...heads: string[]) => {
    const socket = connect(Number(new URL(origin).port), '127.0.0.1');
    socket.end(heads.map((head) => `${head}\r\n\r\n`).join(''));
    return text(socket);
  };
  return { archive, path, log, metrics, get, converse };
}

function lasting(headers: Headers): Record<string, string> {
  const {
    date: _date,
    'x-request-id': _id,
    'server-timing': _timing,
    'cache-status': _status,
    ...rest
  } = Object.fromEntries(headers);
  return rest;
}

test('what was asked in the same words is answered as before, by no query', async () => {
  const { archive, get } = await listening();
  const first = await get('/v1/articles?limit=2');
  const body = await first.text();
  const asked = vi.spyOn(archive.reads, 'joinedCards');
  const again = await get('/v1/articles?limit=2', { headers: { 'x-request-id': 'second' } });
  expect(await again.text()).toBe(body);
  expect(asked).not.toHaveBeenCalled();
  expect(again.headers.get('cache-status')).toBe('Dateline; hit');
  expect(again.headers.get('x-request-id')).toBe('second');
  const { 'last-modified': modified, ...headers } = lasting(again.headers);
  expect(lasting(first.headers)).toMatchObject(headers);
  expect(modified === undefined || !Number.isNaN(Date.parse(modified))).toBe(true);
});

test('requests on one connection are answered in turn, until one asks that it be closed', async () => {
  const { get, converse } = await listening();
  const body = await (await get('/v1/articles')).text();
  const asked = 'GET /v1/articles HTTP/1.1\r\nHost: a\r\nAccept: */*\r\nAccept-Encoding: identity';
  await converse(`${asked}\r\nConnection: close`);
  const said = await converse(asked, `HEAD${asked.slice(3)}`, asked, `${asked}\r\nConnection: close`);
  const answers = said.split(/(?=HTTP\/1\.1 200 OK\r\n)/).map((one) => one.split('\r\n\r\n'));
  expect(answers.map(([, sent]) => sent)).toEqual([body, '', body, body]);
  for (const [head] of answers) {
    expect(head).toMatch(/^cache-status: Dateline; hit\r$/m);
    expect(head).toMatch(/^date: \w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT\r?$/im);
    expect(head).toContain(`content-length: ${Buffer.byteLength(body)}`);
  }
  const kept = answers.map(([head = '']) => /^connection: (.*?)\r?$/im.exec(head)?.[1]);
  expect(kept).toEqual(['keep-alive', 'keep-alive', 'keep-alive', 'close']);
});

test('a client that has it already hears so, and HEAD gets no body', async () => {
  const { get } = await listening();
  const first = await get('/v1/articles');
  const length = (await first.arrayBuffer()).byteLength;
  const etag = first.headers.get('etag') ?? '';
  const held = await get('/v1/articles', { headers: { 'if-none-match': etag } });
  expect(held.status).toBe(304);
  expect(held.headers.get('etag')).toBe(etag);
  const head = await get('/v1/articles', { method: 'HEAD', headers: { 'accept-encoding': 'gzip, deflate' } });
  expect(head.status).toBe(200);
  expect(await head.text()).toBe('');
  expect(Number(head.headers.get('content-length'))).toBeLessThanOrEqual(length);
});

test('a write by another process is seen by the next request of an open connection', async () => {
  const { path, get } = await listening();
  const other = await writeInOtherProcess(path);
  for (let round = 1; round <= 20; round += 1) {
    await (await get('/v1/articles')).text();
    const kept = await get('/v1/articles');
    expect(kept.headers.get('cache-status')).toBe('Dateline; hit');
    await kept.text();
    const { id } = await other.write(`Round ${round}`);
    expect(await (await get('/v1/articles')).text()).toContain(id);
  }
  await other.end();
});

test('it is logged and counted like any answer, under its route', async () => {
  const { log, metrics, get } = await listening();
  const path = '/v1/articles/birch-promises-a-new-pier';
  for (const _ of [1, 2, 3]) await (await get(path)).text();
  expect(log).toHaveLength(3);
  for (const line of log) {
    expect(line).toMatchObject({ method: 'GET', url: path, status: 200 });
    expect(line.reqId).toMatch(/^[\w-]{36}$/);
    expect(line.ms).toBeGreaterThanOrEqual(0);
  }
  const counted = (await metrics.read())
    .split('\n')
    .find(
      (one) => one.startsWith('dateline_http_request_duration_seconds_count') && one.includes('kept="true"'),
    );
  expect(counted).toContain('route="/v1/articles/:article"');
  expect(counted).toMatch(/ 2$/);
});

test('where the archive can no longer be read, a kept answer is not given', async () => {
  const { archive, get } = await listening();
  await (await get('/v1/articles')).text();
  const gone = () => {
    throw new Error('the disk is gone');
  };
  vi.spyOn(archive, 'state').mockImplementation(gone);
  vi.spyOn(archive, 'read').mockImplementation(gone);
  expect((await get('/v1/articles')).status).toBe(500);
});
