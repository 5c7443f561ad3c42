import { describe, expect, onTestFinished, test } from 'vitest';
import { clientNetwork } from '../../src/http/client-network.ts';
import { hashOfKey, newKey } from '../../src/model/api-key.ts';
import type { AppSettings } from '../../src/server/app.ts';
import { openSampleApp } from '../routes/sample-app.ts';

async function open(settings: Partial<AppSettings> = {}) {
  const api = await openSampleApp({ rateLimits: { address: 12, key: 30 }, ...settings });
  onTestFinished(() => api.close());
  const get = (url: string, remoteAddress = '203.0.113.7', headers: Record<string, string> = {}) =>
    api.app.inject({ url, remoteAddress, headers });
  return { api, get };
}

const left = (answer: { headers: Record<string, unknown> }) =>
  Number(/r=(\d+)/.exec(String(answer.headers.ratelimit))?.[1]);

describe('rate limits', () => {
  test('charge the cost of the operation, and a response from the cache one unit', async () => {
    const { get } = await open();
    const first = await get('/v1/articles');
    expect(first.headers['ratelimit-policy']).toBe('"address";q=12;w=60');
    expect(first.headers.ratelimit).toMatch(/^"address";r=7;t=\d+$/);
    expect(left(await get('/v1/articles'))).toBe(6);
    expect(left(await get('/v1/articles/birch-promises-a-new-pier'))).toBe(5);
  });

  test('refuse more with the time to wait, and do not run the operation', async () => {
    const { get } = await open();
    await get('/v1/articles?limit=1');
    await get('/v1/articles?limit=2');
    const refused = await get('/v1/articles?limit=3');
    expect(refused.statusCode).toBe(429);
    expect(refused.json()).toMatchObject({ type: '/problems/rate-limited', status: 429 });
    expect(refused.headers.ratelimit).toMatch(/^"address";r=0;t=\d+$/);
    const wait = Number(refused.headers['retry-after']);
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    expect(refused.headers['cache-control']).toBe('no-store');
    expect((await get('/v1/articles?limit=1')).statusCode).toBe(429);
  });

  test('hold for each address alone, and for all addresses of an IPv6 network together', async () => {
    const { get } = await open();
    await get('/v1/articles?limit=1', '2001:db8:1:2::1');
    expect(left(await get('/v1', '2001:db8:1:2:ffff::2'))).toBe(6);
    expect(left(await get('/v1', '2001:db8:1:3::1'))).toBe(11);
    expect(left(await get('/v1', '203.0.113.8'))).toBe(11);
    expect(left(await get('/v1', '::ffff:203.0.113.8'))).toBe(10);
  });

  test('never refuse health checks, or this machine and private networks', async () => {
    const { get } = await open();
    for (let count = 0; count < 20; count += 1) {
      expect((await get('/healthz')).statusCode).toBe(200);
      expect((await get(`/v1/articles?limit=${count + 1}`, '10.1.2.3')).statusCode).toBe(200);
      expect((await get(`/v1/articles?limit=${count + 1}`, '127.0.0.1')).headers.ratelimit).toBeUndefined();
    }
  });

  test('hold for a key, from wherever it is used', async () => {
    const { api, get } = await open();
    const key = newKey();
    await api.archive.keys.add({ name: 'app', scope: 'read', hash: hashOfKey(key) });
    const authorization = `Bearer ${key}`;
    const first = await get('/v1/articles', '203.0.113.7', { authorization });
    expect(first.headers['ratelimit-policy']).toBe('"key";q=30;w=60');
    expect(left(await get('/v1/articles', '127.0.0.1', { authorization }))).toBe(24);
    expect(left(await get('/v1', '203.0.113.7'))).toBe(11);
  });

  test('take the address that a trusted proxy forwards, and no other', async () => {
    const forwarded = { 'x-forwarded-for': '203.0.113.9' };
    const trusting = await open({ trustProxy: ['10.0.0.1'] });
    expect(left(await trusting.get('/v1', '10.0.0.1', forwarded))).toBe(11);
    expect(left(await trusting.get('/v1', '10.0.0.1', forwarded))).toBe(10);
    expect(left(await trusting.get('/v1', '203.0.113.5', forwarded))).toBe(11);
    const spoofed = { 'x-forwarded-for': '127.0.0.1' };
    expect(left(await (await open({ trustProxy: true })).get('/v1', '127.0.0.1', spoofed))).toBe(11);
    const noAddress = await open({ trustProxy: true });
    expect(left(await noAddress.get('/v1', '10.0.0.1', { 'x-forwarded-for': 'unknown' }))).toBe(11);
    const alone = await open();
    expect((await alone.get('/v1', '10.0.0.1', forwarded)).headers.ratelimit).toBeUndefined();
  });

  test('can be off for addresses or keys', async () => {
    const { get } = await open({ rateLimits: { address: null, key: 5 } });
    expect((await get('/v1/articles')).headers.ratelimit).toBeUndefined();
  });
});

test('the network of a client is its IPv4 address, or 64 bits of its IPv6 one', () => {
  expect(clientNetwork('203.0.113.7')).toEqual({ name: '203.0.113.7', isPrivate: false });
  expect(clientNetwork('::ffff:203.0.113.7')).toEqual({ name: '203.0.113.7', isPrivate: false });
  expect(clientNetwork('2001:db8:1:2:3::4')).toEqual({ name: '2001:db8:1:2::/64', isPrivate: false });
  expect(clientNetwork('::1')?.isPrivate).toBe(true);
  expect(clientNetwork('192.168.1.2')?.isPrivate).toBe(true);
  expect(clientNetwork('unknown')).toBeUndefined();
});
