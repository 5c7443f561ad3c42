import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { openConnection } from '../../src/archive/sqlite/connection.ts';
import { openSqliteArchive } from '../../src/archive/sqlite/open.ts';
import type { Lease } from '../../src/archive/webhooks.ts';
import { announceFeeds } from '../../src/live/announce-feeds.ts';
import { deliverWebhooks } from '../../src/live/deliver-webhooks.ts';
import { sampleArticle } from '../archive/sample-articles.ts';
import { startReceiver } from './receiver.ts';

/** An archive that has one article to be reported to a webhook and announced to a hub, and a receiver for both. */
async function openShared() {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-shared-'));
  const path = join(folder, 'archive.db');
  const archive = openSqliteArchive({ path });
  const opened = [archive];
  const senders: { close(): Promise<void> }[] = [];
  const warnings: unknown[] = [];
  const writer = openConnection({ path });
  let onPost = (): void => undefined;
  const receiver = await startReceiver(() => {
    onPost();
    return 200;
  });
  onTestFinished(async () => {
    if (writer.inTransaction) writer.exec('COMMIT');
    writer.close();
    for (const sender of senders) await sender.close();
    receiver.close();
    for (const each of opened) await each.close();
    rmSync(folder, { recursive: true });
  });
  await archive.webhooks.add({ id: 'a', url: receiver.url, secret: 's', tag: null, q: null, createdAt: 0 });
  const first: Lease = { name: 'websub', owner: 'the first announcement' };
  await archive.webhooks.hold(first, 1, 0);
  await archive.webhooks.setAnnounced(first, 0);
  await archive.writes.writeArticles([sampleArticle({ headline: 'One' })]);

  /** Starts a sender as another process does. `calls` counts what it asks of the webhook store. */
  const start = (kind: Lease['name']) => {
    const own = openSqliteArchive({ path });
    opened.push(own);
    const calls = { hold: 0, settle: 0, setAnnounced: 0 };
    const counted: Archive = {
      ...own,
      webhooks: {
        ...own.webhooks,
        hold(...given) {
          calls.hold += 1;
          return own.webhooks.hold(...given);
        },
        settle(...given) {
          calls.settle += 1;
          return own.webhooks.settle(...given);
        },
        setAnnounced(...given) {
          calls.setAnnounced += 1;
          return own.webhooks.setAnnounced(...given);
        },
      },
    };
    const warn = (about: { err: unknown }) => warnings.push(about.err);
    const sender =
      kind === 'webhooks'
        ? deliverWebhooks({ archive: counted, warn, allows: () => true, limits: { everyMs: 20 } })
        : announceFeeds({
            ...{ archive: counted, warn, hub: receiver.url, feeds: ['https://news.example/v1/articles'] },
            limits: { gatherMs: 10, everyMs: 20 },
          });
    senders.push(sender);
    return { calls, close: sender.close };
  };
  return {
    archive,
    received: receiver.received,
    warnings,
    start,
    /** Locks the database as an import does; `unlock` commits. */
    lock: () => writer.exec('BEGIN IMMEDIATE'),
    unlock: () => writer.exec('COMMIT'),
    onPost: (act: () => void) => {
      onPost = act;
    },
    delivered: async () => (await archive.webhooks.find('a'))?.seq,
    announced: () => archive.webhooks.announced('websub'),
  };
}

test('a webhook waits while another process writes, and nothing is logged', async () => {
  const { start, lock, unlock, delivered, received, warnings } = await openShared();
  lock();
  const { calls } = start('webhooks');
  await expect.poll(() => calls.hold).toBeGreaterThan(2);
  expect(received).toEqual([]);
  unlock();
  await expect.poll(delivered).toBe(1);
  expect(warnings).toEqual([]);
});

test('a delivery is stored once the archive is free, and is not sent again', async () => {
  const { start, lock, unlock, onPost, delivered, received, warnings } = await openShared();
  onPost(lock);
  const { calls } = start('webhooks');
  await expect.poll(() => calls.settle).toBeGreaterThan(2);
  expect(await delivered()).toBe(0);
  unlock();
  await expect.poll(delivered).toBe(1);
  expect(received.length).toBe(1);
  expect(warnings).toEqual([]);
});

test('an announcement waits while another process writes, and is stored once the archive is free', async () => {
  const { start, lock, unlock, onPost, announced, received, warnings } = await openShared();
  lock();
  const { calls } = start('websub');
  await expect.poll(() => calls.hold).toBeGreaterThan(2);
  expect(received).toEqual([]);
  onPost(lock);
  unlock();
  await expect.poll(() => calls.setAnnounced).toBeGreaterThan(2);
  unlock();
  await expect.poll(announced).toBe(1);
  expect(received.length).toBe(1);
  expect(warnings).toEqual([]);
});

test.each(['webhooks', 'websub'] as const)('%s: a sender without the lease sends nothing', async (name) => {
  const { archive, start, received, delivered, announced } = await openShared();
  const lease: Lease = { name, owner: 'another process' };
  await archive.webhooks.hold(lease, Date.now() + 600_000, Date.now());
  const { calls } = start(name);
  await expect.poll(() => calls.hold).toBeGreaterThan(2);
  expect([received, calls.settle, calls.setAnnounced]).toEqual([[], 0, 0]);
  await archive.webhooks.release(lease);
  await expect.poll(name === 'webhooks' ? delivered : announced).toBe(1);
  expect(received.length).toBe(1);
});

test.each(['webhooks', 'websub'] as const)(
  '%s: one of two processes sends, and each change once',
  async (name) => {
    const { archive, start, received, delivered, announced } = await openShared();
    const sent = name === 'webhooks' ? delivered : announced;
    for (let process = 0; process < 2; process += 1) start(name);
    await expect.poll(sent).toBe(1);
    for (const seq of [2, 3]) {
      await archive.writes.writeArticles([sampleArticle({ headline: `Report ${seq}` })]);
      await expect.poll(sent).toBe(seq);
    }
    expect(received.length).toBe(3);
  },
);

test.each(['webhooks', 'websub'] as const)(
  '%s: a sender closes while another process writes',
  async (name) => {
    const { start, lock, received, warnings } = await openShared();
    const { close } = start(name);
    await expect.poll(() => received.length).toBe(1);
    lock();
    await close();
    expect(warnings).toEqual([]);
  },
);
