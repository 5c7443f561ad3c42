import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { runDateline } from './run-dateline.ts';
import { startServer } from './start-server.ts';

test('the start says in one line what is served where, and where the docs are', async () => {
  const server = await startServer();
  onTestFinished(() => void server.stop());
  const lines = server.log.map((line) => JSON.parse(line).msg);
  expect(lines).toEqual([`Dateline 0.1.0 serves 1 article on ${server.url} (docs: ${server.url}/docs)`]);
});

test('SIGTERM ends an idle server with exit code 0', async () => {
  const server = await startServer();
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  expect(await server.stop('SIGTERM')).toBe(0);
});

test('SIGTERM lets a request in flight finish', async () => {
  const server = await startServer();
  const body = JSON.stringify({ q: 'borrell' });
  const socket = connect(Number(new URL(server.url).port), 'localhost');
  await once(socket, 'connect');
  const head = `POST /v1/articles/search HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n`;
  socket.write(head + body.slice(0, 5));
  await pause(200);
  const ended = server.stop('SIGTERM');
  await pause(200);
  socket.write(body.slice(5));
  let answer = '';
  for await (const part of socket) answer += part;
  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  expect(await ended).toBe(0);
});

test('a port that is taken fails with one clear line and no stack', async () => {
  const server = await startServer();
  onTestFinished(() => void server.stop());
  const { port } = new URL(server.url);
  const { code, err } = await runDateline(['serve'], {
    PORT: port,
    DATABASE_URL: `sqlite:${server.folder}/other.db`,
  });
  expect(code).toBe(1);
  expect(err.trim()).toBe(`Port ${port} of localhost is taken by another program.`);
});
