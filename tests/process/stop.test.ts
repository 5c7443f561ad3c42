import { existsSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { idleShapes, openConnections, stuckShapes } from './open-connections.ts';
import { type RunningServer, startServer } from './start-server.ts';

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
  await expect
    .poll(() => fetch(`${server.url}${path}`, { headers: { connection: 'close' } }).catch(() => undefined))
    .toBeTruthy();
  const line = () => server.log.find((one) => one.includes(path));
  await expect.poll(line).toBeTruthy();
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
  'SIGTERM ends %i processes at once that have only idle clients and streams',
  async (count) => {
    const server = await start({ WEB_CONCURRENCY: String(count), SHUTDOWN_GRACE_MS: endless });
    const { streams } = await open(server.url, idleShapes);
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
    await open(server.url, [...idleShapes, ...stuckShapes]);
    expect(await server.stop('SIGTERM')).toBe(1);
    await expect(fetch(server.url)).rejects.toThrow();
  },
);

test('SIGHUP replaces all processes, whatever connections are open', async () => {
  const count = 3;
  const server = await start({ WEB_CONCURRENCY: String(count), SHUTDOWN_GRACE_MS: '500' });
  const before = await serverProcesses(server, count);
  const { streams } = await open(server.url, [...idleShapes, ...stuckShapes]);
  server.process.kill('SIGHUP');
  await server.logged(/"replaced all processes"/);
  const after = await serverProcesses(server, count);
  expect(before.isDisjointFrom(after)).toBe(true);
  expect([...before].filter(runs)).toEqual([]);
  for (const { ended } of streams) await ended;
  for (const { text } of streams) expect(text).toContain('retry: ');
});

test('SIGHUP restarts a single process under its id, whatever connections are open', async () => {
  const server = await start({ SHUTDOWN_GRACE_MS: '500', PORT: '0' });
  await open(server.url, [...idleShapes, ...stuckShapes]);
  const starts = () => server.log.filter((line) => line.includes(' serves 1 article on ')).length;
  server.process.kill('SIGHUP');
  await expect.poll(starts).toBe(2);
  server.process.kill('SIGHUP');
  await expect.poll(starts).toBe(3);
  expect(server.process.exitCode).toBe(null);
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
