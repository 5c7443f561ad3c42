import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { openSqliteArchive } from '../../src/archive/sqlite/open.ts';
import type { WebhookStore } from '../../src/archive/webhooks.ts';
import { deliverWebhooks, type WebhookLimits } from '../../src/live/deliver-webhooks.ts';
import { retryDelay } from '../../src/live/retry-delay.ts';
import { isPublicAddress } from '../../src/net/public-address.ts';
import { type Sample, sampleArticle } from '../archive/sample-articles.ts';
import { isSigned, type Receiver, startReceiver } from './receiver.ts';

/** Retries soon, and gives a receiver on a busy machine time to answer. */
const fast: Partial<WebhookLimits> = {
  timeoutMs: 20_000,
  attempts: 3,
  leaseMs: 2_000,
  everyMs: 30,
  delay: () => 20,
};

/** An archive with webhooks, and what sends for it. */
interface Newsroom {
  archive: Archive;
  store: WebhookStore;
  /** Starts a sender, as a serving process does. */
  send(settings?: { allows?: (address: string) => boolean; limits?: Partial<WebhookLimits> }): {
    stop(): Promise<void>;
  };
  hook(receiver: Pick<Receiver, 'url'>, filter?: { tag?: string; q?: string }): Promise<void>;
  write(...samples: Sample[]): Promise<string[]>;
}

function openNewsroom(): Newsroom {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-webhooks-'));
  const path = join(folder, 'archive.db');
  const archive = openSqliteArchive({ path });
  const store = archive.webhooks;
  const senders: { stop(): Promise<void> }[] = [];
  onTestFinished(async () => {
    for (const { stop } of senders) await stop();
    await archive.close();
    rmSync(folder, { recursive: true });
  });
  return {
    archive,
    store,
    send({ allows = () => true, limits = {} } = {}) {
      const sender = deliverWebhooks({
        archive,
        allows,
        warn: ({ err }) => {
          throw err;
        },
        limits: { ...fast, ...limits },
      });
      let stopped: Promise<void> | undefined;
      const stop = () => {
        stopped ??= sender.close();
        return stopped;
      };
      senders.push({ stop });
      return { stop };
    },
    async hook({ url }, { tag, q } = {}) {
      await store.add({ id: 'hook', url, secret: 'secret', tag: tag ?? null, q: q ?? null, createdAt: 0 });
    },
    write: async (...samples) =>
      (await archive.writes.writeArticles(samples.map(sampleArticle))).map(({ id }) => id),
  };
}

async function receiver(answer?: Parameters<typeof startReceiver>[0]): Promise<Receiver> {
  const started = await startReceiver(answer);
  onTestFinished(() => started.close());
  return started;
}

const headlines = ({ received }: Receiver) => received.map(({ data }) => data.article.headline);

describe('a webhook', () => {
  test('is told of what is new, changed and deleted, in order and signed', async () => {
    const room = openNewsroom();
    const there = await receiver();
    await room.write({ headline: 'Before' });
    await room.hook(there);
    room.send();
    const [id = ''] = await room.write({ key: 'a', headline: 'Take one' });
    await room.write({ key: 'a', headline: 'Take two' });
    await expect.poll(() => there.received.length).toBe(2);
    await room.archive.writes.withdraw([id]);
    await expect.poll(() => there.received.length).toBe(3);
    expect(there.received.map(({ data }) => [data.event, data.seq, data.article.id])).toEqual([
      ['article.new', 2, id],
      ['article.changed', 3, id],
      ['article.deleted', 4, id],
    ]);
    expect(there.received.every((one) => isSigned(one, 'secret'))).toBe(true);
    expect(there.received.some((one) => isSigned(one, 'another'))).toBe(false);
    expect(there.received[0]?.headers).toMatchObject({
      'content-type': 'application/json',
      'dateline-event': 'article.new',
      'dateline-delivery': 'hook/2',
    });
  });

  test('with a filter is told only of what matches', async () => {
    const room = openNewsroom();
    const there = await receiver();
    await room.hook(there, { tag: 'person/ada-birch', q: 'pier' });
    room.send();
    await room.write(
      { headline: 'Pier opens' },
      { headline: 'Pier opens with Birch', tags: ['person/ada-birch'] },
      { headline: 'Birch speaks', tags: ['person/ada-birch'] },
    );
    await expect.poll(async () => (await room.store.find('hook'))?.seq).toBe(3);
    expect(headlines(there)).toEqual(['Pier opens with Birch']);
  });

  test('gets each of many, once, in order', async () => {
    const room = openNewsroom();
    const there = await receiver();
    await room.hook(there);
    room.send();
    const samples = Array.from({ length: 130 }, (_, n) => ({ headline: `Report ${n}` }));
    await room.write(...samples);
    await expect.poll(async () => (await room.store.find('hook'))?.seq).toBe(130);
    expect(there.received.map(({ data }) => data.seq)).toEqual(samples.map((_, n) => n + 1));
  });

  test('that fails is tried again, and what comes later waits', async () => {
    const room = openNewsroom();
    const there = await receiver((number) => [500, undefined, 200][number] ?? (number > 2 ? 200 : undefined));
    await room.hook(there);
    room.send({ limits: { timeoutMs: 2_000 } });
    await room.write({ headline: 'One' }, { headline: 'Two' });
    await expect.poll(async () => (await room.store.find('hook'))?.seq).toBe(2);
    expect(there.received.map(({ data }) => data.seq)).toEqual([1, 1, 1, 2]);
    expect((await room.store.deliveries('hook', 10)).map(({ outcome, reason }) => [outcome, reason])).toEqual(
      [
        ['delivered', null],
        ['delivered', null],
        ['failed', 'no response within 2 s'],
        ['failed', 'the receiver responded with status 500'],
      ],
    );
  });

  test('does not hold up another', async () => {
    const room = openNewsroom();
    const bad = await receiver(() => 503);
    const good = await receiver();
    await room.hook(bad);
    await room.store.add({ id: 'good', url: good.url, secret: 's', tag: null, q: null, createdAt: 1 });
    room.send({ limits: { delay: () => 60_000 } });
    await room.write({ headline: 'One' }, { headline: 'Two' });
    await expect.poll(() => headlines(good)).toEqual(['One', 'Two']);
    expect(await room.store.find('hook')).toMatchObject({ seq: 0, failures: 1 });
  });

  test('skips what could not be delivered, and stops after three such in a row, until it is resumed', async () => {
    const room = openNewsroom();
    let healthy = false;
    const there = await receiver(() => (healthy ? 200 : 500));
    await room.hook(there);
    room.send();
    const names = ['One', 'Two', 'Three', 'Four'];
    await room.write(...names.map((headline) => ({ headline })));
    await expect.poll(async () => (await room.store.find('hook'))?.stopped).toContain('3 events in a row');
    expect(there.received.map(({ data }) => data.seq)).toEqual([1, 1, 1, 2, 2, 2, 3, 3, 3]);
    expect((await room.store.deliveries('hook', 1))[0]).toMatchObject({
      seq: 3,
      outcome: 'given-up',
      status: 500,
    });
    healthy = true;
    await room.store.resume('hook');
    await expect.poll(() => headlines(there).at(-1)).toBe('Four');
  });

  test('is stopped by 410 Gone', async () => {
    const room = openNewsroom();
    const there = await receiver(() => 410);
    await room.hook(there);
    room.send();
    await room.write({ headline: 'One' });
    await expect
      .poll(async () => (await room.store.find('hook'))?.stopped)
      .toBe('the receiver responded with 410 Gone');
    expect(there.received.length).toBe(1);
  });

  test('is not redirected', async () => {
    const room = openNewsroom();
    const there = await receiver(() => 307);
    await room.hook(there);
    room.send({ limits: { delay: () => 60_000 } });
    await room.write({ headline: 'One' });
    await expect
      .poll(async () => (await room.store.deliveries('hook', 1))[0]?.reason)
      .toBe('the receiver responded with status 307');
    expect(there.received.length).toBe(1);
  });

  test('never leads to a private address, by number or by name', async () => {
    const room = openNewsroom();
    const there = await receiver();
    const byName = there.url.replace('127.0.0.1', 'localhost');
    await room.hook(there);
    await room.store.add({ id: 'name', url: byName, secret: 's', tag: null, q: null, createdAt: 1 });
    room.send({ allows: isPublicAddress, limits: { delay: () => 60_000 } });
    await room.write({ headline: 'One' });
    for (const id of ['hook', 'name']) {
      await expect
        .poll(async () => (await room.store.deliveries(id, 1))[0]?.reason)
        .toMatch(/(127\.0\.0\.1|::1) is not a public address; WEBHOOK_PRIVATE_ADDRESSES=true allows it$/);
    }
    expect(there.received).toEqual([]);
  });
});

describe('of several senders', () => {
  test('one sends', async () => {
    const room = openNewsroom();
    const there = await receiver();
    await room.hook(there);
    for (let n = 0; n < 3; n++) room.send();
    for (let n = 1; n <= 12; n++) await room.write({ headline: `Report ${n}` });
    await expect.poll(async () => (await room.store.find('hook'))?.seq).toBe(12);
    expect(there.received.map(({ data }) => data.seq)).toEqual(Array.from({ length: 12 }, (_, n) => n + 1));
  });

  test('another goes on where one stopped', async () => {
    const room = openNewsroom();
    const there = await receiver();
    await room.hook(there);
    const first = room.send();
    await room.write({ headline: 'One' });
    await expect.poll(async () => (await room.store.find('hook'))?.seq).toBe(1);
    await first.stop();
    await room.write({ headline: 'Two' });
    room.send();
    await expect.poll(() => headlines(there)).toEqual(['One', 'Two']);
  });

  test('none notes anything once its lease has gone to another', async () => {
    const { store } = openNewsroom();
    await store.add({
      id: 'hook',
      url: 'https://news.example/',
      secret: 's',
      tag: null,
      q: null,
      createdAt: 0,
    });
    const [mine, theirs] = ['mine', 'theirs'].map((owner) => ({ name: 'webhooks' as const, owner }));
    if (!mine || !theirs) throw new Error('there are two');
    const step = { seq: 1, failures: 0, retryAt: 0, givenUp: 0, stopped: null };
    expect(await store.hold(mine, 1000, 0)).toBe(true);
    expect(await store.hold(theirs, 1500, 500)).toBe(false);
    expect(await store.hold(mine, 1200, 500)).toBe(true);
    expect(await store.hold(theirs, 2500, 1200)).toBe(true);
    expect(await store.settle(mine, { id: 'hook', seq: 0 }, step)).toBe(false);
    expect(await store.settle(theirs, { id: 'hook', seq: 0 }, step)).toBe(true);
    expect(await store.settle(theirs, { id: 'hook', seq: 0 }, step)).toBe(false);
  });
});

test('the log of attempts keeps the newest thousand', async () => {
  const { store } = openNewsroom();
  await store.add({
    id: 'hook',
    url: 'https://news.example/',
    secret: 's',
    tag: null,
    q: null,
    createdAt: 0,
  });
  const lease = { name: 'webhooks' as const, owner: 'me' };
  await store.hold(lease, Date.now() + 60_000, Date.now());
  for (let n = 0; n < 1003; n++) {
    const attempt = {
      seq: n + 1,
      event: 'article.new',
      article: 'a',
      outcome: 'delivered' as const,
      status: 200,
      reason: null,
      duration: 1,
      at: n,
    };
    await store.settle(
      lease,
      { id: 'hook', seq: n },
      { seq: n + 1, failures: 0, retryAt: 0, givenUp: 0, stopped: null },
      attempt,
    );
  }
  const log = await store.deliveries('hook', 5000);
  expect([log.length, log[0]?.number, log.at(-1)?.number]).toEqual([1000, 1003, 4]);
});

test('the delays between attempts double, to an hour, and differ by chance', () => {
  expect([1, 2, 3, 12, 13, 40].map((failures) => retryDelay(failures, 0))).toEqual([
    1000, 2000, 4000, 2_048_000, 3_600_000, 3_600_000,
  ]);
  expect(retryDelay(1, 1)).toBe(800);
});
