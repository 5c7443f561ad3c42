import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Awaitable } from '../../src/archive/awaitable.ts';
import { createWorkQueue, longWork, type QueueLimits, type WorkOptions } from '../../src/http/work-queue.ts';
import { mapInTurns } from '../../src/routes/response/in-turns.ts';
import { openSampleApp, type SampleApp } from '../routes/sample-app.ts';

describe('long requests', () => {
  let api: SampleApp;
  beforeAll(async () => {
    api = await openSampleApp({ responseCacheBytes: 0 });
  });
  afterAll(() => api.close());

  const most = longWork.concurrent + longWork.waiting;
  /** Requests that need whole articles, each another one. */
  const long = [
    '/v1/articles?include=body,quotes,mentions&limit=100&from=',
    '/v1/articles?fields=body&from=',
    '/v1/articles.rss?from=',
    '/v1/articles.csv?from=',
    '/v1/topics/harbours/articles.md?from=',
    '/v1/changes?include=article&limit=',
  ];
  const small = ['/healthz', '/v1/articles?limit=3', '/v1/people', '/v1/articles/storm-closes-the-ferry'];

  test('beyond a limit are refused at once, and small ones are answered while they wait', async () => {
    const go = Promise.withResolvers<void>();
    const { articles, article } = api.archive.reads;
    let reading = 0;
    const hold = <A extends unknown[], R>(read: (...given: A) => Awaitable<R>) =>
      vi.fn(async (...given: A): Promise<R> => {
        reading += 1;
        await go.promise;
        return read(...given);
      });
    const whole = vi.spyOn(api.archive.reads, 'articles').mockImplementation(hold(articles));
    const changed = vi.spyOn(api.archive.reads, 'article').mockImplementation(hold(article));
    const sent = Array.from({ length: most + 10 }, (_, index) =>
      api.get(
        `${long[index % long.length]}${index + 1}`.replace(
          /from=(\d+)$/,
          (_m, year) => `from=${1900 + Number(year)}`,
        ),
      ),
    );
    const refused = await Promise.all(sent.slice(most));
    for (const { statusCode, headers, json } of refused) {
      expect(statusCode).toBe(503);
      expect(json().type).toMatch(/\/problems\/overloaded$/);
      expect(headers['retry-after']).toBe('2');
    }
    await vi.waitFor(() => expect(reading).toBe(longWork.concurrent));
    for (const url of small) expect((await api.get(url)).statusCode).toBe(200);
    go.resolve();
    for (const { statusCode } of await Promise.all(sent.slice(0, most))) expect(statusCode).toBe(200);
    whole.mockRestore();
    changed.mockRestore();
    expect((await api.get('/v1/articles.rss')).statusCode).toBe(200);
  });
});

describe('the queue for long work', () => {
  const limits: QueueLimits = { concurrent: 1, waiting: 10, waitMs: 600_000, problem: 'overloaded' };

  /** A queue whose only place is taken until `free` is called, and the names of the works that it has begun. */
  function heldQueue(settings: Partial<QueueLimits> = {}) {
    const queue = createWorkQueue({ ...limits, ...settings });
    const { promise, resolve: free } = Promise.withResolvers<void>();
    const begun: string[] = [];
    const held = queue.run(() => promise);
    const run = (name: string, options?: WorkOptions) => queue.run(async () => begun.push(name), options);
    return { queue, begun, held, free, run };
  }
  const refused = { problem: 'overloaded', headers: { 'retry-after': '2' } };

  test('drops what is no longer wanted at once, so that another request can wait', async () => {
    const { begun, held, free, run } = heldQueue({ waiting: 1 });
    const client = new AbortController();
    const abandoned = run('abandoned', { signal: client.signal });
    await expect(run('too many')).rejects.toMatchObject(refused);
    client.abort();
    await expect(abandoned).rejects.toMatchObject(refused);
    const last = run('last');
    free();
    await Promise.all([held, last]);
    expect(begun).toEqual(['last']);
  });

  test('does not begin what is no longer wanted', async () => {
    const { begun, run } = heldQueue({ concurrent: 2 });
    await expect(run('abandoned', { signal: AbortSignal.abort() })).rejects.toMatchObject(refused);
    await run('next');
    expect(begun).toEqual(['next']);
  });

  test('refuses what has waited too long, and goes on', async () => {
    const { begun, held, free, run } = heldQueue({ waitMs: 1 });
    await expect(run('late')).rejects.toMatchObject(refused);
    free();
    await held;
    await run('next');
    expect(begun).toEqual(['next']);
  });

  test('lets short work pass long work, but not for ever', async () => {
    const { begun, held, free, run } = heldQueue();
    const all = [
      run('long 1', { passes: 2 }),
      run('short 2'),
      run('middle 3', { passes: 1 }),
      run('short 4'),
      run('short 5'),
      run('short 6'),
    ];
    free();
    await Promise.all([held, ...all]);
    expect(begun).toEqual(['short 2', 'long 1', 'middle 3', 'short 4', 'short 5', 'short 6']);
  });

  test('lets other requests be handled before each work, even if the work never waits', async () => {
    const queue = createWorkQueue({ ...limits, concurrent: 2 });
    const order: string[] = [];
    const all = Array.from({ length: 6 }, () => queue.run(async () => order.push('long')));
    for (let turn = 0; turn < 150; turn += 1) await setImmediate(order.push('small'));
    await Promise.all(all);
    // Many turns, because Node accepts one connection per turn.
    expect(order.join(' ')).toMatch(/^(small ){60,}long long (small ){60,}long long /);
  });

  test('runs as much at once as it may, in order, and goes on after a failure', async () => {
    const queue = createWorkQueue({ ...limits, concurrent: 2, waiting: 3 });
    const begun: number[] = [];
    const ends = Array.from({ length: 5 }, () => Promise.withResolvers<number>());
    const results = ends.map(({ promise }, index) =>
      queue.run(() => {
        begun.push(index);
        return promise;
      }),
    );
    await expect(queue.run(async () => 6)).rejects.toMatchObject(refused);
    await vi.waitFor(() => expect(begun).toEqual([0, 1]));
    ends[1]?.reject(new Error('no'));
    await expect(results[1]).rejects.toThrow('no');
    await vi.waitFor(() => expect(begun).toEqual([0, 1, 2]));
    for (const [index, { resolve }] of ends.entries()) resolve(index);
    expect(await Promise.all(results.toSpliced(1, 1))).toEqual([0, 2, 3, 4]);
    expect(begun).toEqual([0, 1, 2, 3, 4]);
    expect(await queue.run(async () => 7)).toBe(7);
  });
});

test('many texts are mapped in turns with other work', async () => {
  const order: string[] = [];
  const texts = Array.from({ length: 8 }, (_, index) => String(index).repeat(40_000));
  const mapped = mapInTurns(texts, (text) => order.push(text.slice(0, 1)));
  for (let turn = 0; turn < 250; turn += 1) await setImmediate(order.push('other'));
  expect(await mapped).toHaveLength(8);
  expect(order.join(' ')).toMatch(/^0 1 (other ){60,}2 3 (other ){60,}4 5 (other ){60,}6 7 /);
});
