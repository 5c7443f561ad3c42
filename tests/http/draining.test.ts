import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { pino } from 'pino';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Parsed } from '../../src/model/parsed-article.ts';
import { buildApp } from '../../src/server/app.ts';
import { createArchive } from '../archive/engines.ts';

/** An app with a client whose documents are parsed when `finish` is called. */
async function openClient({ drainMs }: { drainMs: number }) {
  const { archive, remove } = await createArchive();
  const { promise, resolve } = Promise.withResolvers<void>();
  const articles = Buffer.from('[]');
  const parse = vi.fn(async (): Promise<Parsed> => {
    await promise;
    return { kind: 'read', articles, count: 1, rejects: [] };
  });
  const app = buildApp({
    archive,
    parse,
    settings: { corsOrigin: '*', publicUrl: null, trustProxy: false, responseCacheBytes: 0, drainMs },
    logger: pino({ level: 'silent' }),
    version: '1.2.3',
  });
  const { port } = new URL(await app.listen({ port: 0 }));
  const received = once(app.server, 'request');
  const socket: Socket = connect(Number(port)).setEncoding('utf8');
  let text = '';
  socket.on('data', (part) => {
    text += part;
  });
  const ended = once(socket, 'close').then(() => text);
  onTestFinished(async () => {
    socket.destroy();
    await app.close();
    await remove();
  });
  return { app, socket, received, ended, parse, finish: resolve };
}

const head = 'POST /v1/parse HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\n';
const half = `${head}Content-Length: 10\r\n\r\nPier `;
const whole = `${half}opens`;

test.each([
  ['half of a body', half],
  ['no byte of a body', `${head}Content-Length: 10\r\n\r\n`],
  ['half of a chunk', `${head}Transfer-Encoding: chunked\r\n\r\nff\r\nabc`],
])('a closing server does not wait for the rest of a request: %s', async (_name, sent) => {
  const { app, socket, received, ended, parse } = await openClient({ drainMs: 1 });
  socket.write(sent);
  await received;
  await app.close();
  const reply = await ended;
  expect(reply).toMatch(/^HTTP\/1.1 408 /);
  expect(reply).toContain('Connection: close');
  expect(reply).toContain('/problems/request-timeout');
  expect(parse).not.toHaveBeenCalled();
});

test('a body that is complete soon after the server began to close is answered', async () => {
  const { app, socket, received, ended, finish } = await openClient({ drainMs: 600_000 });
  socket.write(half);
  await received;
  const closed = app.close();
  finish();
  socket.write('opens');
  expect(await ended).toMatch(/^HTTP\/1.1 200 .*connection: close/is);
  await closed;
});

test('a whole request is answered, although the next one on its connection is incomplete', async () => {
  const { app, socket, ended, parse, finish } = await openClient({ drainMs: 1 });
  socket.write(whole + half);
  await vi.waitFor(() => expect(parse).toHaveBeenCalled());
  const closed = app.close();
  await vi.waitFor(() => expect(app.server.listening).toBe(false));
  // Timers of equal length fire in order, so that of the server has fired before.
  for (let count = 0; count < 3; count += 1) await setTimeout(1);
  finish();
  await closed;
  expect(await ended).toMatch(/^HTTP\/1.1 200 .*HTTP\/1.1 408 /s);
});
