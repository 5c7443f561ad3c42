import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { pino } from 'pino';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Parsed, ParseRequest } from '../../src/model/parsed-article.ts';
import { buildApp } from '../../src/server/app.ts';
import { createArchive } from '../archive/engines.ts';

/** An app whose parser ends only when its signal aborts, and what was begun and cancelled. */
async function openApp() {
  const { archive, remove } = await createArchive();
  const begun: string[] = [];
  const cancelled: string[] = [];
  const parse = ({ bytes }: ParseRequest, signal?: AbortSignal) => {
    const name = Buffer.from(bytes).toString();
    begun.push(name);
    const { promise, resolve } = Promise.withResolvers<Parsed>();
    signal?.addEventListener('abort', () => {
      cancelled.push(name);
      resolve({ kind: 'cancelled' });
    });
    return promise;
  };
  const app = buildApp({
    archive,
    parse,
    settings: { corsOrigin: '*', publicUrl: null, trustProxy: false, responseCacheBytes: 0 },
    logger: pino({ level: 'silent' }),
    version: '1.2.3',
  });
  const received: unknown[] = [];
  app.addHook('preHandler', async ({ body }) => {
    received.push(body);
  });
  const { port } = new URL(await app.listen({ port: 0 }));
  const sockets: Socket[] = [];
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await app.close();
    await remove();
  });
  /** Sends a document and waits until the server has received it. */
  const post = async (text: string) => {
    const socket = connect(Number(port));
    sockets.push(socket);
    await once(socket, 'connect');
    const count = received.length;
    const head = 'POST /v1/parse HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\n';
    socket.write(`${head}Content-Length: ${text.length}\r\n\r\n${text}`);
    await vi.waitFor(() => expect(received).toHaveLength(count + 1));
    return socket;
  };
  return { post, begun, cancelled };
}

test('documents of clients that have disconnected are not parsed, and no longer parsed', async () => {
  const { post, begun, cancelled } = await openApp();
  const running = await post('running');
  await vi.waitFor(() => expect(begun).toEqual(['running']));
  const waiting = await post('waiting');
  await post('last');
  waiting.destroy();
  expect(cancelled).toEqual([]);
  running.destroy();
  await vi.waitFor(() => expect(cancelled).toEqual(['running']));
  await vi.waitFor(() => expect(begun).toEqual(['running', 'last']));
});

test('more documents than may wait are refused, and the next one takes the place of one that is done', async () => {
  const { post, begun } = await openApp();
  const running = await post('running');
  await vi.waitFor(() => expect(begun).toEqual(['running']));
  const waiting: Socket[] = [];
  for (let number = 1; number <= 8; number += 1) waiting.push(await post(`waiting ${number}`));
  const refused = await post('too many');
  const [reply] = await once(refused.setEncoding('utf8'), 'data');
  expect(reply).toContain('HTTP/1.1 503 ');
  expect(reply).toMatch(/retry-after: \d/);
  expect(reply).toContain('/problems/too-busy');
  running.destroy();
  await vi.waitFor(() => expect(begun).toEqual(['running', 'waiting 1']));
});
