import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { sampleArticle } from '../archive/sample-articles.ts';
import { openSampleApp, type SampleApp } from '../routes/sample-app.ts';
import { type EventReader, readEventStream } from './event-reader.ts';

let api: SampleApp;
let url: string;
beforeEach(async () => {
  api = await openSampleApp();
  url = await api.app.listen({ port: 0, host: '127.0.0.1' });
});
afterEach(() => api.close());

async function follow(query = '', headers: Record<string, string> = {}): Promise<EventReader> {
  const reader = await readEventStream(`${url}/v1/stream${query}`, headers);
  onTestFinished(() => reader.close());
  return reader;
}

const write = (sample: Parameters<typeof sampleArticle>[0]) =>
  api.archive.writes.writeArticles([sampleArticle(sample)]);

describe('a follower', () => {
  test('is told of a new article with its card', async () => {
    const reader = await follow();
    const [written] = await write({ headline: 'Lighthouse sold', tags: ['place/seahaven'] });
    const [event] = await reader.received(1);
    const card = (await api.get(`/v1/articles/lighthouse-sold?fields=headline,slug`)).json().data;
    expect(event).toMatchObject({ event: 'article.new', data: { ...card, id: written?.id } });
    expect(event?.id).toBe(String(await api.archive.changes.last()));
    expect(event?.data).not.toHaveProperty('body');
  });

  test('is told of a change and of a deletion, in order', async () => {
    const reader = await follow();
    const [first] = await write({ key: 'a', headline: 'First take' });
    await write({ key: 'a', headline: 'Second take' });
    await reader.received(2);
    await api.archive.writes.withdraw([first?.id ?? '']);
    const events = await reader.received(3);
    expect(events.map(({ event }) => event)).toEqual(['article.new', 'article.changed', 'article.deleted']);
    expect(events[1]?.data).toMatchObject({ headline: 'Second take' });
    expect(events[2]?.data).toEqual({ id: first?.id });
    expect(events.map(({ id }) => Number(id))).toEqual([5, 6, 7]);
  });

  test('hears nothing of what came before, unless it asks for all', async () => {
    const reader = await follow('?last-event-id=0');
    expect((await reader.received(4)).map(({ id }) => id)).toEqual(['1', '2', '3', '4']);
    const fresh = await follow();
    await write({ headline: 'Now' });
    expect((await fresh.received(1))[0]?.data).toMatchObject({ headline: 'Now' });
  });

  test('goes on after the event it had last, by header or parameter', async () => {
    for (const [query, headers] of [
      ['?last-event-id=2', {}],
      ['', { 'last-event-id': '2' }],
      ['?last-event-id=0', { 'last-event-id': '2' }],
    ] as const) {
      const reader = await follow(query, headers);
      expect((await reader.received(2)).map(({ id }) => id)).toEqual(['3', '4']);
    }
  });

  test('knows where it stands before the first event', async () => {
    const reader = await follow();
    await write({ headline: 'One' });
    await reader.received(1);
    expect(reader.lines.slice(0, 3)).toEqual(['retry: 2000', 'id: 4', '']);
  });

  test('that knows more than the archive is told to read anew', async () => {
    const reader = await follow('?last-event-id=900');
    expect(await reader.received(1)).toEqual([{ id: '4', event: 'archive.reset', data: { seq: 4 } }]);
    await write({ headline: 'After' });
    expect((await reader.received(2))[1]).toMatchObject({ id: '5', event: 'article.new' });
  });
});

describe('a follower of a filter', () => {
  test('is told only of what matches', async () => {
    const tagged = await follow('?tag=person/ada-birch,-place/seahaven');
    const searched = await follow('?q=lighthouse');
    await write({ headline: 'Neither' });
    await write({ headline: 'Birch retires', tags: ['person/ada-birch'] });
    await write({ headline: 'Lighthouse sold', tags: ['person/ada-birch', 'place/seahaven'] });
    await write({ headline: 'Old lighthouse sold again', tags: ['person/ada-birch'] });
    expect((await tagged.received(2)).map(({ data }) => data.headline)).toEqual([
      'Birch retires',
      'Old lighthouse sold again',
    ]);
    expect((await searched.received(2)).map(({ data }) => data.headline)).toEqual([
      'Lighthouse sold',
      'Old lighthouse sold again',
    ]);
  });

  test('is told when an article leaves it', async () => {
    const reader = await follow('?tag=place/seahaven');
    const [written] = await write({ key: 'a', headline: 'Take one', tags: ['place/seahaven'] });
    await reader.received(1);
    await write({ key: 'a', headline: 'Take two', tags: [] });
    expect((await reader.received(2))[1]).toMatchObject({ event: 'article.left', data: { id: written?.id } });
  });

  test('follows a tag that nothing carries yet', async () => {
    const reader = await follow('?person=dee-gorse');
    await write({ headline: 'Enter Gorse', tags: ['person/dee-gorse'] });
    expect((await reader.received(1))[0]?.data).toMatchObject({ headline: 'Enter Gorse' });
  });

  test('gets a 400 for a filter that can not be read', async () => {
    for (const query of [
      '?tag=(',
      '?q=-',
      '?date=never',
      '?limit=3',
      '?last-event-id=x',
      '?last-event-id=-1',
    ]) {
      expect((await api.get(`/v1/stream${query}`)).statusCode, query).toBe(400);
    }
    expect((await api.get('/v1/stream', { 'last-event-id': 'x' })).statusCode).toBe(400);
  });
});

describe('the answer', () => {
  test('is an event stream that no cache keeps and no proxy gathers', async () => {
    const { headers } = (await follow('', { 'accept-encoding': 'br, gzip' })).response;
    expect(headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-store, no-transform');
    expect(headers.get('x-accel-buffering')).toBe('no');
    expect(headers.get('content-encoding')).toBeNull();
    expect(headers.get('access-control-allow-origin')).toBe('*');
  });

  test('to HEAD is the headers alone', async () => {
    const reply = await fetch(`${url}/v1/stream`, { method: 'HEAD' });
    expect(reply.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(await reply.text()).toBe('');
  });

  test('is a 503 when there are as many streams as there may be, until one goes', async () => {
    const own = await openSampleApp({ streamLimit: 1 });
    onTestFinished(() => own.close());
    const address = `${await own.app.listen({ port: 0, host: '127.0.0.1' })}/v1/stream`;
    const first = await readEventStream(`${address}?last-event-id=0`);
    await first.received(1);
    const refused = await fetch(address);
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('10');
    expect(await refused.json()).toMatchObject({ type: '/problems/too-many-streams' });
    first.close();
    const head = () => own.app.inject({ method: 'HEAD', url: '/v1/stream' });
    await expect.poll(async () => (await head()).statusCode).toBe(200);
  });
});

test('a closing server ends its streams', async () => {
  const reader = await follow('?last-event-id=0');
  await reader.received(1);
  await api.app.close();
  await reader.ended;
});

describe('a client that does not read', () => {
  async function stall() {
    await api.archive.writes.writeArticles(
      Array.from({ length: 600 }, (_, n) =>
        sampleArticle({ headline: `Report ${n}`, standfirst: `${n} `.repeat(8000) }),
      ),
    );
    const spy = vi.spyOn(api.archive.changes, 'since');
    const reads = () => spy.mock.calls.length;
    const socket = connect({ port: Number(new URL(url).port), host: '127.0.0.1' });
    onTestFinished(() => void socket.destroy());
    await once(socket, 'connect');
    socket.pause();
    socket.write('GET /v1/stream?last-event-id=0 HTTP/1.1\r\nHost: x\r\n\r\n');
    await expect.poll(reads).toBeGreaterThan(0);
    // It stands still when other requests are answered and it has read nothing meanwhile.
    const readDuringRequests = async () => {
      const before = reads();
      for (let count = 0; count < 20; count += 1) await (await fetch(`${url}/v1/articles?limit=1`)).text();
      return reads() - before;
    };
    await expect.poll(readDuringRequests).toBe(0);
    return { socket, reads, stalledAt: reads() };
  }

  test('is not read for, and misses nothing', async () => {
    const { socket, reads, stalledAt } = await stall();
    let came = 0;
    let rest = '';
    socket.on('data', (part) => {
      const cut = (rest + String(part)).split('event: article.new\n');
      came += cut.length - 1;
      rest = cut.at(-1)?.slice(-30) ?? '';
    });
    socket.resume();
    await expect.poll(() => came).toBe(604);
    expect(reads(), 'all was read before').toBeGreaterThan(stalledAt);
  });

  test('does not hold up the end of the server', async () => {
    await stall();
    await expect(api.app.close()).resolves.toBeUndefined();
  });
});
