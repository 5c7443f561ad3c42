import { once } from 'node:events';
import { type IncomingMessage, get as request } from 'node:http';
import { text } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleArticle } from '../archive/sample-articles.ts';
import { openSampleApp, type SampleApp } from './sample-app.ts';

let sample: SampleApp;
let port: number;
beforeAll(async () => {
  sample = await openSampleApp();
  const address = new URL(await sample.app.listen({ port: 0, host: '127.0.0.1' }));
  port = Number(address.port);
});
afterAll(() => sample.close());

const linesOf = (body: string) =>
  body
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));

async function open(path: string): Promise<IncomingMessage> {
  const [answer] = await once(request({ port, path, host: '127.0.0.1' }), 'response');
  return answer;
}

test('every article comes in its full form, oldest first, with the number of the last change', async () => {
  const answer = await sample.get('/v1/export.ndjson');
  expect(answer.statusCode).toBe(200);
  expect(answer.headers).toMatchObject({
    'content-type': 'application/x-ndjson; charset=utf-8',
    'dateline-seq': '4',
    'content-disposition': 'attachment; filename="export.ndjson"',
    'cache-control': 'no-store, no-transform',
  });
  const lines = linesOf(answer.body);
  expect(lines.map(({ publishedAt }) => publishedAt)).toEqual([
    ...['2023-07-01T06:00:00Z', '2024-02-29T12:00:00Z', '2024-11-03T11:59:00Z', '2024-11-03T23:30:00Z'],
  ]);
  const one = await sample.get(`/v1/articles/${lines[2].id}`);
  expect(lines[2]).toEqual(one.json().data);
});

test('it takes the filters of lists, and names what it does not know', async () => {
  const answer = await sample.get('/v1/export.ndjson?person=ada-birch&q=pier&from=2024');
  expect(linesOf(answer.body).map(({ headline }) => headline)).toEqual([
    ...['Birch promises a new pier', 'Council argues over the pier'],
  ]);
  expect((await sample.get('/v1/export.ndjson?persn=x')).statusCode).toBe(400);
  expect((await sample.get('/v1/export.ndjson?after=yesterday')).json().errors[0].reason).toContain(
    'must be like',
  );
});

test('it goes on after any of its lines, also when that article was moved or is gone', async () => {
  const lines = linesOf((await sample.get('/v1/export.ndjson')).body);
  for (const [index, { publishedAt, id }] of lines.entries()) {
    const rest = await sample.get(`/v1/export.ndjson?after=${publishedAt},${id}`);
    expect(linesOf(rest.body)).toEqual(lines.slice(index + 1));
  }
  const gone = await sample.get('/v1/export.ndjson?after=2024-02-29T12:00:00Z,0000000000000000');
  expect(linesOf(gone.body).at(0).publishedAt).toBe('2024-11-03T11:59:00Z');
});

test('who accepts gzip gets it', async () => {
  const answer = await sample.get('/v1/export.ndjson', { 'accept-encoding': 'br, gzip' });
  expect(answer.headers['content-encoding']).toBe('gzip');
  expect(linesOf(gunzipSync(answer.rawPayload).toString())).toHaveLength(4);
});

test('with include=archive it says first which archive it is and whom it knows', async () => {
  const lines = linesOf((await sample.get('/v1/export.ndjson?include=archive,history')).body);
  expect(lines[0]).toMatchObject({ dateline: { export: 1, seq: 4 } });
  const mayor = lines.find(({ tag }) => tag?.id === 'person/ada-birch');
  expect(mayor).toMatchObject({ tag: { aliases: ['Mayor Birch'], titles: [] }, formerSlugs: [] });
  expect(lines.filter(({ headline }) => headline)).toHaveLength(4);
});

test('HEAD gives the headers and reads nothing', async () => {
  const answer = await sample.app.inject({ method: 'HEAD', url: '/v1/export.ndjson' });
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['dateline-seq']).toBe('4');
  expect(answer.body).toBe('');
});

test('who does not read holds the export up and nobody else, and more than four at once wait', async () => {
  const slow = await openSampleApp();
  const body = 'The boats came in and went out again all day long. '.repeat(400);
  const articles = Array.from({ length: 1500 }, (_, number) =>
    sampleArticle({ key: `n${number}`, headline: `Report ${number}`, body: `${number}. ${body}` }),
  );
  await slow.archive.writes.writeArticles(articles);
  let pages = 0;
  const { articles: read } = slow.archive.reads;
  slow.archive.reads.articles = (query) => {
    if (query.form === 'full') pages += 1;
    return read(query);
  };
  const address = new URL(await slow.app.listen({ port: 0, host: '127.0.0.1' }));
  const follow = async () => {
    const [answer] = await once(
      request({ port: address.port, path: '/v1/export.ndjson', host: '127.0.0.1' }),
      'response',
    );
    return answer as IncomingMessage;
  };
  const waiting = await Promise.all([follow(), follow(), follow(), follow()]);
  // Reading stands still when other requests are answered and nothing was read meanwhile.
  const readDuringRequests = async () => {
    const before = pages;
    for (let count = 0; count < 20; count += 1) await slow.get('/v1/articles?limit=1');
    return pages - before;
  };
  await expect.poll(readDuringRequests).toBe(0);
  const held = pages;
  // 1,504 articles are 47 pages of 32, in each of four exports.
  expect(held, 'all was read though nobody took it').toBeLessThan(4 * 47);
  expect((await slow.get('/v1/articles?limit=1')).statusCode).toBe(200);
  expect((await slow.get('/v1/export.ndjson')).json().type).toContain('too-many-exports');
  let bytes = 0;
  const [first, ...others] = waiting;
  for (const other of others) other.destroy();
  for await (const part of first ?? []) bytes += part.length;
  expect(bytes).toBeGreaterThan(1500 * body.length);
  expect(first?.complete).toBe(true);
  expect((await slow.get('/v1/export.ndjson?q=pier')).statusCode).toBe(200);
  await slow.close();
}, 60_000);

test('an export that a closing server breaks off is known to be incomplete', async () => {
  const closing = await openSampleApp();
  const body = 'The boats came in and went out again all day long. '.repeat(400);
  await closing.archive.writes.writeArticles(
    Array.from({ length: 1000 }, (_, number) =>
      sampleArticle({ key: `n${number}`, headline: `Report ${number}`, body: `${number}. ${body}` }),
    ),
  );
  const { port } = new URL(await closing.app.listen({ port: 0, host: '127.0.0.1' }));
  const [answer] = await once(request({ port, path: '/v1/export.ndjson', host: '127.0.0.1' }), 'response');
  await closing.close();
  await expect(text(answer)).rejects.toThrow('aborted');
});

test('the export is there over real HTTP, as curl would see it', async () => {
  const answer = await open('/v1/export.ndjson?include=archive');
  expect(linesOf(await text(answer)).at(-1).headline).toBe('Council argues over the pier');
  expect(answer.headers['transfer-encoding']).toBe('chunked');
});
