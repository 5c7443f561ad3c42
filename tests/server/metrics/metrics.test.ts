import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Archive } from '../../../src/archive/archive.ts';
import { ArchiveUnavailable } from '../../../src/archive/archive-unavailable.ts';
import { createFaultLog } from '../../../src/archive/fault-log.ts';
import { buildApp } from '../../../src/server/app.ts';
import { createMetrics } from '../../../src/server/metrics/create-metrics.ts';
import { openSampleApp, type SampleApp } from '../../routes/sample-app.ts';

let sample: SampleApp;
beforeAll(async () => {
  sample = await openSampleApp();
});
afterAll(() => sample.close());

/** An app that counts, over the sample archive or another. */
function countingApp(archive: Archive = sample.archive) {
  const metrics = createMetrics(archive, { version: '1.2.3', process: 3 });
  const app = buildApp({
    archive,
    parse: () => Promise.reject(new Error('nothing is parsed here')),
    metrics,
    onRefused: metrics.refused,
    settings: {
      ...{ corsOrigin: '*', publicUrl: null, trustProxy: false, responseCacheBytes: 2 ** 22 },
      rateLimits: { address: 1, key: 1 },
    },
    logger: pino({ level: 'silent' }),
    version: '1.2.3',
  });
  return { app, read: metrics.read };
}

/** The value of the sample with these labels, in whatever order they come. */
function readingOf(text: string, name: string, labels: Record<string, string> = {}): number | undefined {
  const line = text
    .split('\n')
    .find(
      (one) =>
        one.startsWith(`${name}{`) &&
        Object.entries(labels).every(([label, value]) => one.includes(`${label}="${value}"`)),
    );
  return line === undefined ? undefined : Number(line.split(' ').at(-1));
}

const count = 'dateline_http_request_duration_seconds_count';

describe('requests', () => {
  test('are counted by the pattern of their route, method and status', async () => {
    const { app, read } = countingApp();
    await app.inject('/v1/people/ada-birch');
    await app.inject('/v1/people/bo-elm');
    await app.inject('/v1/people/nobody');
    const text = await read();
    const labels = { method: 'GET', route: '/v1/people/:slug' };
    expect(readingOf(text, count, { ...labels, status: '200' })).toBe(2);
    expect(readingOf(text, count, { ...labels, status: '404' })).toBe(1);
    expect(text).not.toContain('ada-birch');
  });

  test('that lead nowhere share one series, however they are called', async () => {
    const { app, read } = countingApp();
    for (const path of ['/a', '/b', '/v1/nothing?x=1']) await app.inject(path);
    expect(readingOf(await read(), count, { status: '404', route: 'none' })).toBe(3);
  });

  test('answered with what was kept are counted apart', async () => {
    const { app, read } = countingApp();
    for (let time = 0; time < 3; time += 1) await app.inject('/v1/topics');
    const etag = (await app.inject('/v1/topics')).headers.etag;
    await app.inject({ url: '/v1/topics', headers: { 'if-none-match': String(etag) } });
    const text = await read();
    const labels = { route: '/v1/topics' };
    expect(readingOf(text, count, { ...labels, kept: 'false', status: '200' })).toBe(1);
    expect(readingOf(text, count, { ...labels, kept: 'true', status: '200' })).toBe(3);
    expect(readingOf(text, count, { ...labels, status: '304' })).toBe(1);
  });

  test('refused to protect the server are counted by the reason', async () => {
    const { app, read } = countingApp();
    const refused = async (reason: string) =>
      readingOf(await read(), 'dateline_http_refused_total', { reason });
    expect(await refused('rate-limited')).toBe(0);
    const inject = (url: string) => app.inject({ url, remoteAddress: '203.0.113.7' });
    for (const status of [200, 429]) expect((await inject('/v1/people/ada-birch')).statusCode).toBe(status);
    expect(await refused('rate-limited')).toBe(1);
    expect(await refused('overloaded')).toBe(0);
  });

  test('are timed in seconds', async () => {
    const { app, read } = countingApp();
    const begun = performance.now();
    await app.inject('/v1/places');
    const seconds = (performance.now() - begun) / 1000;
    const text = await read();
    const sum = readingOf(text, 'dateline_http_request_duration_seconds_sum', { route: '/v1/places' });
    expect(sum).toBeGreaterThan(0);
    expect(sum, 'more than the test itself took').toBeLessThanOrEqual(seconds);
    const last = { route: '/v1/places', le: '+Inf' };
    expect(readingOf(text, 'dateline_http_request_duration_seconds_bucket', last)).toBe(1);
  });
});

describe('the archive', () => {
  test('says how much it holds and how new it is, as of this reading', async () => {
    const { read } = countingApp();
    const text = await read();
    expect(readingOf(text, 'dateline_archive_up')).toBe(1);
    expect(readingOf(text, 'dateline_archive_items', { kind: 'articles' })).toBe(4);
    expect(readingOf(text, 'dateline_archive_items', { kind: 'quotes' })).toBe(3);
    expect(readingOf(text, 'dateline_archive_revision')).toBe((await sample.archive.state()).revision);
    expect(readingOf(text, 'dateline_archive_newest_article_timestamp_seconds')).toBe(
      Date.parse('2024-11-03T23:30:00Z') / 1000,
    );
  });

  test('that does not answer is said to be down, without what it held', async () => {
    const gone: Archive = {
      ...sample.archive,
      check: () => {
        throw new Error('the disk is gone');
      },
    };
    const text = await countingApp(gone).read();
    expect(readingOf(text, 'dateline_archive_up')).toBe(0);
    expect(readingOf(text, 'dateline_archive_items')).toBeUndefined();
    expect(text).not.toContain('disk');
  });
});

test('storage failures are counted by reason, from zero', async () => {
  const faults = createFaultLog();
  const { read } = countingApp({ ...sample.archive, faults });
  const name = 'dateline_storage_errors_total';
  expect(readingOf(await read(), name, { reason: 'damaged' })).toBe(0);
  const fault = new ArchiveUnavailable('damaged', 'The archive is damaged.');
  // What passes through several layers is one failure.
  for (const thrown of [fault, fault, new ArchiveUnavailable('damaged', 'Again.'), new Error('a bug')])
    faults.note(thrown);
  expect(readingOf(await read(), name, { reason: 'damaged' })).toBe(2);
  expect(readingOf(await read(), name, { reason: 'busy' })).toBe(0);
});

test('the process tells its event loop, heap and version', async () => {
  const text = await countingApp().read();
  expect(readingOf(text, 'nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0);
  expect(readingOf(text, 'nodejs_heap_size_used_bytes')).toBeGreaterThan(1e6);
  expect(readingOf(text, 'dateline_build_info', { version: '1.2.3' })).toBe(1);
});

test('every series bears the number of its process', async () => {
  const samples = (await countingApp().read()).split('\n').filter((line) => line && !line.startsWith('#'));
  expect(samples.filter((line) => !line.includes('process="3"'))).toEqual([]);
});

test('what readers reach has no metrics', async () => {
  expect((await countingApp().app.inject('/metrics')).statusCode).toBe(404);
});
