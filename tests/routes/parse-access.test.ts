import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { hashOfKey, newKey } from '../../src/model/api-key.ts';
import type { ParseAccess } from '../../src/routes/table.ts';
import { openSampleApp } from './sample-app.ts';

async function open(parseAccess: ParseAccess) {
  const api = await openSampleApp({ parseAccess });
  onTestFinished(() => api.close());
  const post = (headers: Record<string, string> = {}) =>
    api.app.inject({
      method: 'POST',
      url: '/v1/parse',
      headers: { 'content-type': 'text/plain', ...headers },
      payload: 'Pier opens\n\nThe pier was opened on Monday.',
    });
  const described = async () => (await api.get('/openapi.json')).json().paths['/v1/parse']?.post;
  return { api, post, described };
}

describe('PARSE_ACCESS=key', () => {
  test('refuses a document without a key', async () => {
    const { post } = await open('key');
    const reply = await post();
    expect(reply.statusCode).toBe(401);
    expect(reply.headers['www-authenticate']).toContain('Bearer');
    expect(reply.json().type).toContain('unauthorized');
  });

  test('parses a document with a key of any scope', async () => {
    const { api, post } = await open('key');
    const key = newKey();
    await api.archive.keys.add({ name: 'news desk', scope: 'read', hash: hashOfKey(key) });
    expect((await post({ authorization: `Bearer ${key}` })).statusCode).toBe(200);
  });

  test.each([
    ['', 401],
    ['Authorization: Bearer nobody\r\n', 401],
    ['Authorization: Bearer READER\r\n', 403],
  ])('refuses requests with "%s" before their body is received', async (header, status) => {
    const { api } = await open('key');
    const key = newKey();
    await api.archive.keys.add({ name: 'news desk', scope: 'read', hash: hashOfKey(key) });
    const { port } = new URL(await api.app.listen({ port: 0 }));
    const paths = ['/v1/articles/birch-promises-a-new-pier/corrections', '/v1/corrections'];
    if (status === 401) paths.push('/v1/parse');
    for (const path of paths) {
      const socket = connect(Number(port)).setEncoding('utf8');
      const head = `POST ${path} HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 9\r\n`;
      socket.write(`${head}${header.replace('READER', key)}\r\n`);
      const [reply] = await once(socket, 'data');
      expect(reply).toContain(`HTTP/1.1 ${status} `);
      socket.destroy();
    }
  });

  test('says in the OpenAPI document that a key is needed', async () => {
    const { described } = await open('key');
    expect(await described()).toMatchObject({
      security: [{ key: ['read'] }],
      responses: { 401: expect.anything(), 403: expect.anything() },
    });
  });
});

describe('PARSE_ACCESS=off', () => {
  test('answers 404 with a problem, whatever the key', async () => {
    const { api, post } = await open('off');
    const key = newKey();
    await api.archive.keys.add({ name: 'news desk', scope: 'write', hash: hashOfKey(key) });
    const reply = await post({ authorization: `Bearer ${key}` });
    expect(reply.statusCode).toBe(404);
    expect(reply.headers['content-type']).toContain('application/problem+json');
    expect(reply.json().type).toContain('not-found');
  });

  test('leaves the operation out of the OpenAPI document', async () => {
    const { described } = await open('off');
    expect(await described()).toBeUndefined();
  });
});

test('PARSE_ACCESS=open, the default, needs no key', async () => {
  const { described } = await open('open');
  expect((await described()).security).toBeUndefined();
});
