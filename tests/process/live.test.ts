import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readEventStream } from '../live/event-reader.ts';
import { isSigned, startReceiver } from '../live/receiver.ts';
import { runDateline } from './run-dateline.ts';
import { startServer } from './start-server.ts';

/** A folder for a database that outlives its servers, and what to call `dateline` with. */
function newsroom() {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-live-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const environment = {
    DATABASE_URL: `sqlite:${join(folder, 'archive.db')}`,
    WEBHOOK_PRIVATE_ADDRESSES: 'true',
  };
  let files = 0;
  return {
    environment,
    /** Imports articles with these headlines, in a process of its own. */
    async import(...headlines: string[]) {
      files += 1;
      const file = join(folder, `${files}.ndjson`);
      const lines = headlines.map((title) =>
        JSON.stringify({
          id: title,
          title,
          text: `${title}: the council met.`,
          date: '2024-11-03T10:00:00Z',
        }),
      );
      writeFileSync(file, lines.join('\n'));
      const { code, err } = await runDateline(['import', file], environment);
      if (code !== 0) throw new Error(err);
    },
    async start(port?: string) {
      const server = await startServer({ ...environment, ...(port && { PORT: port }) }, []);
      onTestFinished(async () => {
        await server.stop('SIGKILL');
      });
      return server;
    },
  };
}

test('a subscriber sees an import live, and misses nothing of a restart', async () => {
  const room = newsroom();
  const first = await room.start();
  const stream = `${first.url}/v1/stream`;
  const before = await readEventStream(stream);
  await room.import('One', 'Two');
  expect((await before.received(2)).map(({ data }) => data.headline)).toEqual(['One', 'Two']);

  expect(await first.stop('SIGTERM')).toBe(0);
  await before.ended;
  await room.import('Three');

  const second = await room.start(new URL(first.url).port);
  const after = await readEventStream(stream, { 'last-event-id': before.lastId() });
  await after.received(1);
  await room.import('Four');
  expect((await after.received(2)).map(({ id, data }) => [id, data.headline])).toEqual([
    ['3', 'Three'],
    ['4', 'Four'],
  ]);
  after.close();
  expect(await second.stop()).toBe(0);
});

test('a webhook loses nothing when the server is killed in the middle', async () => {
  const room = newsroom();
  const headlines = Array.from({ length: 40 }, (_, n) => `Report ${n}`);
  let server = await room.start();
  const kill = () => server.process.kill('SIGKILL');
  const receiver = await startReceiver((number) => {
    // In the middle of a delivery: what was posted is not answered any more.
    if (number === 15) kill();
    return number === 15 ? undefined : 200;
  });
  onTestFinished(() => receiver.close());
  const { code, out } = await runDateline(['webhook', 'add', receiver.url], room.environment);
  expect(code).toBe(0);
  const id = /^Added webhook (\w+)/.exec(out)?.[1] ?? '';
  const secret = /^Secret: (\S+)$/m.exec(out)?.[1] ?? '';

  await room.import(...headlines);
  await expect.poll(() => server.process.signalCode).toBe('SIGKILL');
  server = await room.start();
  const told = () => [...new Set(receiver.received.map(({ data }) => data.seq))];
  await expect.poll(told).toEqual(headlines.map((_, n) => n + 1));
  expect(receiver.received.length).toBeLessThanOrEqual(headlines.length + 2);
  expect(receiver.received.every((one) => isSigned(one, secret))).toBe(true);

  const listed = await runDateline(['webhook', 'list'], room.environment);
  expect(listed.out).toContain(`${id}  ${receiver.url}  all articles  delivered up to change 40  active`);
  const log = await runDateline(['webhook', 'deliveries', id], room.environment);
  expect(log.out.trim().split('\n').length).toBe(40);
  expect(log.out).toContain('delivered  200');
  expect(await server.stop()).toBe(0);
});
