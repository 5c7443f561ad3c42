import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDelay } from '../../src/http/load-shedding.ts';
import { openSampleApp, type SampleApp } from '../routes/sample-app.ts';

let api: SampleApp;
let delayMs = 0;
const refused: string[] = [];
beforeAll(async () => {
  api = await openSampleApp({}, { loopDelayMs: () => delayMs, onRefused: (reason) => refused.push(reason) });
});
afterAll(() => api.close());

const statusOf = async (url: string) => (await api.get(url)).statusCode;

test('a busy server refuses expensive requests first, and goes on with quick ones', async () => {
  delayMs = 499;
  expect(await statusOf('/v1/quotes')).toBe(200);
  delayMs = 500;
  const answer = await api.get('/v1/articles?limit=1');
  expect(answer.statusCode).toBe(503);
  expect(answer.json().type).toBe('/problems/overloaded');
  expect(answer.headers['retry-after']).toBe('3');
  expect(await statusOf('/v1/people')).toBe(200);
  delayMs = 2000;
  expect(await statusOf('/v1/people?limit=1')).toBe(503);
  expect(await statusOf('/v1/articles/birch-promises-a-new-pier')).toBe(200);
  expect(await statusOf('/readyz')).toBe(200);
  expect(refused).toEqual(['overloaded', 'overloaded']);
  delayMs = 0;
  expect(await statusOf('/v1/articles?limit=1')).toBe(200);
});

test('a busy server sends what is in its cache', async () => {
  delayMs = 0;
  await api.get('/v1/articles?limit=2');
  delayMs = 10_000;
  const answer = await api.get('/v1/articles?limit=2');
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['cache-status']).toBe('Dateline; hit');
});

test('the delay is the smallest mean of the last six periods, so that a few long turns are no load', () => {
  const delay = createDelay();
  let measured = { count: 0, sumMs: 0 };
  const add = (count: number, intervalMs: number) => {
    measured = { count: measured.count + count, sumMs: measured.sumMs + count * intervalMs };
    delay.add(measured);
    return delay.ms();
  };
  expect(add(20, 21)).toBe(0);
  for (let turn = 0; turn < 5; turn++) expect(add(1, 1520)).toBeLessThan(500);
  expect(add(1, 620)).toBe(600);
  // A loop that is so late that it measured nothing stays late.
  delay.add(measured);
  expect(delay.ms()).toBe(600);
  expect(add(20, 20)).toBe(0);
});
