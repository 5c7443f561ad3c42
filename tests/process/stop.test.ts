import { existsSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { idleShapes, openConnections, stuckShapes, unfinishedShapes } from './open-connections.ts';
import { type RunningServer, startServer } from './start-server.ts';

/** Time in ms that a busy machine may take. */
const timeout = 60_000;

/** Long enough that only a test that waits for it fails. */
const endless = '600000';

async function start(environment: Record<string, string>): Promise<RunningServer> {
  const server = await startServer(environment);
  onTestFinished(async () => {
    await server.stop('SIGKILL');
  });
  return server;
}

async function open(...args: Parameters<typeof openConnections>) {
  const connections = await openConnections(...args);
  onTestFinished(() => connections.close());
  return connections;
}

/** Asks until a request is answered, and returns the id of the process that answers. */
async function answeringProcess(server: RunningServer): Promise<number> {
  const path = `/healthz?${crypto.randomUUID()}`;
  const ask = () =>
    fetch(`${server.url}${path}`, { headers: { connection: 'close' } }).catch(() => undefined);
  await expect.poll(ask, { timeout }).toBeTruthy();
  const line = () => server.log.find((one) => one.includes(path));
  await expect.poll(line, { timeout }).toBeTruthy();
  return JSON.parse(line() ?? '').pid;
}

/** Server processes of a server; one that runs alone is its own. */
async function serverProcesses(server: RunningServer, count: number): Promise<Set<number>> {
  const pids = new Set<number>();
  while (pids.size < count) pids.add(await answeringProcess(server));
  return pids;
}

const runs = (pid: number) => existsSync(`/proc/${pid}`);

test.each([1, 2])(
  'SIGTERM ends %i processes soon that have only clients without a whole request, and streams',
  async (count) => {
    const server = await start({ WEB_CONCURRENCY: String(count), SHUTDOWN_GRACE_MS: endless });
    const { streams } = await open(server.url, [...idleShapes, ...unfinishedShapes]);
    expect(await server.stop('SIGTERM')).toBe(0);
    for (const { ended } of streams) await ended;
    for (const { text } of streams)
      expect(text).toMatch(/: the server is closing; reconnect\nretry: \d+\n\n/);
  },
);

test.each([1, 2, 3])(
  'SIGTERM ends %i processes after the grace time, whatever connections are open',
  async (count) => {
    const server = await start({ WEB_CONCURRENCY: String(count), SHUTDOWN_GRACE_MS: '500' });
    await open(server.url, [...idleShapes, ...unfinishedShapes, ...stuckShapes]);
    expect(await server.stop('SIGTERM')).toBe(1);
    await expect(fetch(server.url)).rejects.toThrow();
  },
);

test('SIGHUP replaces all processes, whatever connections are open', async () => {
  const count = 3;
  const server = await start({ WEB_CONCURRENCY: String(count), SHUTDOWN_GRACE_MS: '500' });
  const before = await serverProcesses(server, count);
  const { streams } = await open(server.url, [...idleShapes, ...unfinishedShapes, ...stuckShapes]);
  server.process.kill('SIGHUP');
  await server.logged(/"replaced all processes"/);
  const after = await serverProcesses(server, count);
  expect(before.isDisjointFrom(after)).toBe(true);
  expect([...before].filter(runs)).toEqual([]);
  for (const { ended } of streams) await ended;
  for (const { text } of streams) expect(text).toContain('retry: ');
});

test('SIGHUP restarts a single process under its id, whatever connections are open', async () => {
  const server = await start({ SHUTDOWN_GRACE_MS: '500' });
  const first = await answeringProcess(server);
  const connections = await open(server.url, [...idleShapes, ...unfinishedShapes, ...stuckShapes]);
  server.process.kill('SIGHUP');
  await server.logged(/ serves 1 article on .* from 1 process"/);
  await connections.ended;
  const [, url = ''] = await server.logged(/ serves 1 article on (\S+) .* from 1 process"/);
  const second = await answeringProcess({ ...server, url });
  server.process.kill('SIGHUP');
  await server.logged(/"replaced all processes"/);
  const third = await answeringProcess({ ...server, url });
  expect(new Set([first, second, third]).size).toBe(3);
  expect(server.process.exitCode).toBe(null);
});

test.each([1, 2])('%i processes survive any number of SIGHUPs at any time', async (count) => {
  const server = await start({ WEB_CONCURRENCY: String(count) });
  const first = await answeringProcess(server);
  for (let sent = 0; sent < 100; sent += 1) {
    server.process.kill('SIGHUP');
    await setTimeout(20);
  }
  const [, url = ''] = await server.logged(/ serves 1 article on (\S+) .* from/);
  server.process.kill('SIGHUP');
  await server.logged(/"replaced all processes"/);
  expect(await answeringProcess({ ...server, url })).not.toBe(first);
  expect(await server.stop('SIGTERM')).toBe(0);
});

test.each([/SIGHUP: restarting/, / from 1 process"/])(
  'SIGTERM ends a single process that restarts: %s',
  async (log) => {
    const server = await start({});
    server.process.kill('SIGHUP');
    await server.logged(log);
    expect(await server.stop('SIGTERM')).toBe(0);
  },
);

test('SIGTERM ends a single process while it starts its successor', async () => {
  const server = await start({});
  server.process.kill('SIGHUP');
  const children = () =>
    readFileSync(`/proc/${server.process.pid}/task/${server.process.pid}/children`, 'utf8');
  const isStarting = () =>
    children()
      .split(' ')
      .filter(Boolean)
      .some((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('main.js'));
  await expect.poll(isStarting, { timeout, interval: 5 }).toBe(true);
  expect(await server.stop('SIGTERM')).toBe(0);
});

test('SIGHUP during a reload replaces all processes once more', async () => {
  const server = await start({ WEB_CONCURRENCY: '2', SHUTDOWN_GRACE_MS: '500' });
  const first = await serverProcesses(server, 2);
  await open(server.url, stuckShapes);
  server.process.kill('SIGHUP');
  await server.logged(/"SIGHUP: replacing all processes"/);
  let one = await answeringProcess(server);
  while (first.has(one)) one = await answeringProcess(server);
  server.process.kill('SIGHUP');
  await server.logged(/"replaced all processes"/);
  await expect.poll(() => [...first, one].filter(runs)).toEqual([]);
});

test('SIGTERM during a reload that waits for a client ends the server', async () => {
  const server = await start({ WEB_CONCURRENCY: '2', SHUTDOWN_GRACE_MS: '3000' });
  await open(server.url, stuckShapes);
  server.process.kill('SIGHUP');
  await server.logged(/"SIGHUP: replacing all processes"/);
  expect(await server.stop('SIGTERM')).toBe(1);
});

test.each([1, 2])('a second SIGTERM ends %i processes that still wait for clients', async (count) => {
  const server = await start({ WEB_CONCURRENCY: String(count), SHUTDOWN_GRACE_MS: endless });
  const processes = await serverProcesses(server, count);
  await open(server.url, stuckShapes);
  server.process.kill('SIGTERM');
  await server.logged(/SIGTERM: finishing requests in flight/);
  // Only the second signal can end it: the first one waits for minutes.
  expect(await server.stop('SIGINT')).toBe(1);
  await expect.poll(() => [...processes].filter(runs)).toEqual([]);
});
