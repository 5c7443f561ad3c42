import { createServer, type RequestListener, type Server } from 'node:http';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import {
  type Client,
  ConnectionFailed,
  createClient,
  InvalidRequest,
  NotFound,
  ProblemError,
  RateLimited,
  ServerUnavailable,
} from '../../clients/typescript/src/client.ts';
import { openSampleApp, type SampleApp } from '../routes/sample-app.ts';

let sample: SampleApp;
let dateline: Client;
beforeAll(async () => {
  sample = await openSampleApp();
  const baseUrl = await sample.app.listen({ port: 0, host: 'localhost' });
  dateline = createClient({ baseUrl: `${baseUrl}/` });
});
afterAll(() => sample?.close());

/** A server that answers as a test wants it to. */
const servers: Server[] = [];
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return `http://localhost:${address.port}`;
}
afterEach(() => {
  vi.useRealTimers();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

test('an answer is what the API sends', async () => {
  const { data } = await dateline.get('/v1/people/{slug}', { path: { slug: 'ada-birch' } });
  expect(data.description).toBe('Mayor of Seahaven.');
});

test('lists in parameters are written as each parameter is read', async () => {
  const query = { tag: ['person/ada-birch', 'person/bo-elm'], fields: ['id', 'headline'] } as const;
  expect(
    dateline.address('/v1/articles', { query: { tag: [...query.tag], fields: [...query.fields] } }),
  ).toMatch(/\/v1\/articles\?tag=person\/ada-birch&tag=person\/bo-elm&fields=id,headline$/);
  const { data } = await dateline.get('/v1/articles', {
    query: { tag: [...query.tag], fields: [...query.fields] },
  });
  expect(data.map(({ headline }) => headline)).toEqual(['Council argues over the pier']);
});

test('values in the path are encoded', () => {
  expect(dateline.address('/v1/people/{slug}', { path: { slug: 'a/b c' } })).toMatch(
    /\/v1\/people\/a%2Fb%20c$/,
  );
});

test('items come over all pages, in order and once', async () => {
  const headlines: string[] = [];
  for await (const { headline } of dateline.items('/v1/articles', { query: { limit: 1, sort: 'oldest' } })) {
    headlines.push(headline);
  }
  expect(headlines).toEqual([
    'Fishers land a record catch',
    'Storm closes the ferry',
    'Birch promises a new pier',
    'Council argues over the pier',
  ]);
});

test('a loop that ends early asks for no more pages', async () => {
  let asked = 0;
  const counting = createClient({
    baseUrl: dateline.address('/v1').replace('/v1', ''),
    fetch(address, init) {
      asked += 1;
      return fetch(address, init);
    },
  });
  for await (const page of counting.pages('/v1/articles', { query: { limit: 2 } })) {
    expect(page.data).toHaveLength(2);
    break;
  }
  expect(asked).toBe(1);
});

test('an absent article is NotFound, with the problem in it', async () => {
  const error = await dateline
    .get('/v1/articles/{article}', { path: { article: 'none' } })
    .catch((thrown) => thrown);
  expect(error).toBeInstanceOf(NotFound);
  expect(error).toBeInstanceOf(ProblemError);
  expect(error).toMatchObject({ status: 404, kind: 'not-found', message: expect.stringContaining('none') });
});

test('a faulty parameter is InvalidRequest, and says which', async () => {
  const error = await dateline.get('/v1/articles', { query: { limit: 1000 } }).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(InvalidRequest);
  expect(error.faults).toMatchObject([{ param: 'limit' }]);
});

test('a busy server is asked again after the time that Retry-After names', async () => {
  vi.useFakeTimers();
  let asked = 0;
  const client = createClient({
    baseUrl: 'http://localhost',
    async fetch() {
      asked += 1;
      if (asked === 1) return new Response(null, { status: 503, headers: { 'retry-after': '7' } });
      return Response.json({ data: [] });
    },
  });
  const answer = client.get('/v1/sources');
  await vi.advanceTimersByTimeAsync(6_999);
  expect(asked).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect((await answer).data).toEqual([]);
  expect(asked).toBe(2);
});

test('a wait that is too long is not waited for', async () => {
  const baseUrl = await serve((_request, response) =>
    response.writeHead(429, { 'retry-after': '3600' }).end(),
  );
  const error = await createClient({ baseUrl })
    .get('/v1/sources')
    .catch((thrown) => thrown);
  expect(error).toBeInstanceOf(RateLimited);
  expect(error).toMatchObject({ retryAfter: 3600, status: 429 });
});

test('when the tries are used up, the last problem is thrown', async () => {
  let asked = 0;
  const baseUrl = await serve((_request, response) => {
    asked += 1;
    response.writeHead(503, { 'retry-after': '0' }).end();
  });
  await expect(createClient({ baseUrl, retries: 3 }).get('/v1/sources')).rejects.toBeInstanceOf(
    ServerUnavailable,
  );
  expect(asked).toBe(4);
});

test('a problem that does not pass is not tried again', async () => {
  let asked = 0;
  const baseUrl = await serve((_request, response) => {
    asked += 1;
    response.writeHead(500).end('<h1>Oops</h1>');
  });
  await expect(createClient({ baseUrl }).get('/v1/sources')).rejects.toMatchObject({ status: 500 });
  expect(asked).toBe(1);
});

test('without a server it is ConnectionFailed', async () => {
  const client = createClient({ baseUrl: 'http://localhost:9', retries: 0 });
  await expect(client.get('/v1/sources')).rejects.toBeInstanceOf(ConnectionFailed);
});

test('a server that does not answer in time is given up', async () => {
  const baseUrl = await serve(() => undefined);
  const client = createClient({ baseUrl, retries: 0, timeout: 50 });
  await expect(client.get('/v1/sources')).rejects.toBeInstanceOf(ConnectionFailed);
});

test('an abort ends a request, with its reason', async () => {
  const stop = new AbortController();
  const baseUrl = await serve(() => stop.abort(new Error('enough')));
  const answer = createClient({ baseUrl }).get('/v1/sources', { signal: stop.signal });
  await expect(answer).rejects.toThrow('enough');
});

test('an abort ends the pause between two tries, with its reason', async () => {
  // The clock stands still, so only the abort can end the pause.
  vi.useFakeTimers();
  const stop = new AbortController();
  const fetch = vi.fn(async () => new Response(null, { status: 503, headers: { 'retry-after': '20' } }));
  const answer = createClient({ baseUrl: 'http://localhost', fetch }).get('/v1/sources', {
    signal: stop.signal,
  });
  const failed = expect(answer).rejects.toThrow('enough');
  await vi.advanceTimersByTimeAsync(19_000);
  stop.abort(new Error('enough'));
  await failed;
  expect(fetch).toHaveBeenCalledTimes(1);
});
