import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { runDateline } from './run-dateline.ts';
import { startServer } from './start-server.ts';

/** True if a server accepts connections on the port. */
async function accepts(port: number): Promise<boolean> {
  const socket = connect(port, 'localhost');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

test('the start says in one line what is served where, and where the docs are', async () => {
  const server = await startServer();
  onTestFinished(async () => {
    await server.stop();
  });
  const lines = server.log.map((line) => JSON.parse(line).msg);
  expect(lines).toEqual([`Dateline 0.1.0 serves 1 article on ${server.url} (docs: ${server.url}/docs)`]);
});

test.each(['1', '2'])('%s processes that other machines can reach warn without PUBLIC_URL', async (count) => {
  const server = await startServer({ HOST: '0.0.0.0', WEB_CONCURRENCY: count });
  onTestFinished(async () => {
    await server.stop();
  });
  await server.logged(/"level":40.*PUBLIC_URL is not set/);
});

test('SIGTERM ends an idle server with exit code 0', async () => {
  const server = await startServer();
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  expect(await server.stop('SIGTERM')).toBe(0);
});

test('SIGTERM lets a request in flight finish', async () => {
  const server = await startServer();
  const body = JSON.stringify({ q: 'borrell' });
  const port = Number(new URL(server.url).port);
  const socket = connect(port, 'localhost').setEncoding('utf8');
  // The interim response shows that the server has the head of the request and waits for its body.
  socket.write(
    [
      'POST /v1/articles/search HTTP/1.1',
      'Host: x',
      'Content-Type: application/json',
      `Content-Length: ${body.length}`,
      'Expect: 100-continue',
      'Connection: close\r\n\r\n',
    ].join('\r\n'),
  );
  const [interim] = await once(socket, 'data');
  expect(interim).toMatch(/^HTTP\/1\.1 100 /);
  const ended = server.stop('SIGTERM');
  await expect.poll(() => accepts(port)).toBe(false);
  socket.write(body);
  let answer = '';
  for await (const part of socket) answer += part;
  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  expect(await ended).toBe(0);
});

test('a port that is taken fails with one clear line and no stack', async () => {
  const server = await startServer();
  onTestFinished(async () => {
    await server.stop();
  });
  const { port } = new URL(server.url);
  const { code, err } = await runDateline(['serve'], {
    PORT: port,
    DATABASE_URL: `sqlite:${server.folder}/other.db`,
  });
  expect(code).toBe(1);
  expect(err.trim()).toBe(`Port ${port} on localhost is already in use.`);
});
