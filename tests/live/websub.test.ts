import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite/open.ts';
import { InvalidConfig, readConfig } from '../../src/config.ts';
import { announceFeeds } from '../../src/live/announce-feeds.ts';
import { sampleArticle } from '../archive/sample-articles.ts';
import { openSampleApp } from '../routes/sample-app.ts';
import { type Receiver, startReceiver } from './receiver.ts';

const feeds = ['https://news.example/v1/articles', 'https://news.example/v1/articles.rss'];

/** An archive whose changes are announced to a hub that answers as told. */
async function announced(answer?: Parameters<typeof startReceiver>[0]) {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-websub-'));
  const path = join(folder, 'archive.db');
  const archive = openSqliteArchive({ path });
  const store = archive.webhooks;
  const hub = await startReceiver(answer);
  const running: (() => Promise<void>)[] = [];
  const start = () => {
    const sender = announceFeeds({
      archive,
      hub: hub.url,
      feeds,
      warn: () => undefined,
      limits: { gatherMs: 150, timeoutMs: 2_000, everyMs: 50, delay: () => 30 },
    });
    running.push(sender.close);
    return sender.close;
  };
  onTestFinished(async () => {
    for (const stop of running) await stop();
    hub.close();
    await archive.close();
    rmSync(folder, { recursive: true });
  });
  const write = (headline: string) => archive.writes.writeArticles([sampleArticle({ headline })]);
  return { archive, store, hub, start, write };
}

const topics = ({ received }: Receiver) =>
  received.map(({ body }) => Object.fromEntries(new URLSearchParams(body)));

test('a hub is told once of each feed for several changes in a short time', async () => {
  const { archive, store, hub, start, write } = await announced();
  await write('Before');
  start();
  await expect.poll(() => store.announced('websub')).toBe(1);
  for (const headline of ['One', 'Two', 'Three']) await write(headline);
  await expect.poll(() => store.announced('websub')).toBe(await archive.changes.last());
  expect(topics(hub)).toEqual(feeds.map((feed) => ({ 'hub.mode': 'publish', 'hub.url': feed })));
  expect(hub.received[0]?.headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/);
});

test('a hub that fails or does not answer is told again', async () => {
  const { store, hub, start, write } = await announced(
    (number) => [500, undefined][number] ?? (number > 1 ? 202 : undefined),
  );
  start();
  await expect.poll(() => store.announced('websub')).toBe(0);
  await write('One');
  await expect.poll(() => store.announced('websub')).toBe(1);
  expect(hub.received.length).toBe(4);
});

test('what changed while no server ran is announced by the next, and by one of several', async () => {
  const { store, hub, start, write } = await announced();
  const stop = start();
  await expect.poll(() => store.announced('websub')).toBe(0);
  await stop();
  await write('Meanwhile');
  start();
  start();
  await expect.poll(() => store.announced('websub')).toBe(1);
  expect(hub.received.length).toBe(feeds.length);
});

test('the list that is announced names its hub and itself; others, and servers without a hub, do not', async () => {
  const own = await openSampleApp({ publicUrl: 'https://news.example', hub: 'https://hub.example/' });
  onTestFinished(() => own.close());
  const { link } = (await own.get('/v1/articles')).headers;
  expect(link).toContain('<https://hub.example/>; rel="hub"');
  expect(link).toContain('<https://news.example/v1/articles>; rel="self"');
  for (const other of ['/v1/articles?tag=person/ada-birch', '/v1/people', '/v1/people/ada-birch']) {
    expect((await own.get(other)).headers.link).not.toContain('rel="hub"');
  }
  const plain = await openSampleApp();
  onTestFinished(() => plain.close());
  expect((await plain.get('/v1/articles')).headers.link).not.toContain('rel="hub"');
});

test('a hub without a public address stops the start', () => {
  expect(() => readConfig({ WEBSUB_HUB: 'https://hub.example/' })).toThrow(InvalidConfig);
  expect(() =>
    readConfig({ WEBSUB_HUB: 'https://hub.example/', PUBLIC_URL: 'https://news.example' }),
  ).not.toThrow();
});
