import { expect, test } from 'vitest';
import { runDateline } from './run-dateline.ts';
import { type RunningServer, startServer } from './start-server.ts';

/** The address of a server's metrics, from its log. */
async function metricsOf(server: RunningServer): Promise<string> {
  const [, address = ''] = await server.logged(/metrics on (http:\S+?)"/);
  return address;
}

test('metrics are on a port of their own, which does not keep the server from ending', async () => {
  const server = await startServer({ METRICS_PORT: '0' });
  const address = await metricsOf(server);
  await fetch(`${server.url}/v1/articles`);
  const answer = await fetch(address);
  expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  expect(await answer.text()).toMatch(/_count\{[^}]*route="\/v1\/articles"[^}]*\} 1/);
  expect((await fetch(address, { method: 'POST' })).status).toBe(405);
  expect((await fetch(new URL('/', address))).status).toBe(404);
  expect(await server.stop()).toBe(0);
});

test('several processes are read as one, each with its number', async () => {
  const server = await startServer({ METRICS_PORT: '0', WEB_CONCURRENCY: '2' });
  const address = await metricsOf(server);
  const text = await (await fetch(address)).text();
  const processes = [...text.matchAll(/dateline_build_info\{[^}]*process="(\d+)"/g)].map(([, one]) => one);
  expect(new Set(processes).size).toBe(2);
  expect(text.match(/# TYPE dateline_build_info /g)).toHaveLength(1);
  expect(await server.stop()).toBe(0);
});

test('without a port for them there are none', async () => {
  const server = await startServer();
  expect(server.log.join('\n')).not.toContain('metrics');
  await server.stop();
});

test('a port that is taken is said in a sentence', async () => {
  const server = await startServer();
  const port = new URL(server.url).port;
  const { code, err } = await runDateline(['serve'], {
    PORT: '0',
    METRICS_PORT: port,
    DATABASE_URL: `sqlite:${server.folder}/other.db`,
  });
  expect([code, err]).toEqual([1, `Port ${port} on localhost is already in use.\n`]);
  await server.stop();
});
