import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSampleApp, type SampleApp } from '../routes/sample-app.ts';

let sample: SampleApp;
beforeAll(async () => {
  sample = await openSampleApp({
    publicUrl: 'https://news.example.org',
    mcpOrigins: ['https://chat.example.org'],
  });
});
afterAll(() => sample.close());

const listTools = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' });

function post(payload: string, headers: Record<string, string> = {}) {
  return sample.app.inject({
    method: 'POST',
    url: '/mcp',
    payload,
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      ...headers,
    },
  });
}

describe('the origin of a request', () => {
  test.each([
    ['none, as programs send', {}],
    ['of the public address', { origin: 'https://news.example.org' }],
    ['of this machine', { origin: 'http://localhost:6274' }],
    ['that the operator named', { origin: 'https://chat.example.org' }],
  ])('may be one %s', async (_, headers) => {
    const { statusCode, body } = await post(listTools, headers);
    expect(statusCode).toBe(200);
    expect(body).toContain('quotes_by');
  });

  test.each([
    ['any other page', { origin: 'https://evil.example' }],
    [
      'a page whose name was made to lead here',
      { origin: 'http://evil.example:3000', host: 'evil.example:3000' },
    ],
    ['the public name without its scheme', { origin: 'http://news.example.org' }],
    ['a name that only begins like ours', { origin: 'http://localhost.evil.example' }],
    ['a page without one', { origin: 'null' }],
  ])('may not be %s', async (_, headers) => {
    const { statusCode, headers: sent, body } = await post(listTools, headers);
    expect(statusCode).toBe(403);
    expect(sent['content-type']).toBe('application/problem+json');
    expect(body).not.toContain('quotes_by');
  });

  test('may be any where the operator says so', async () => {
    const open = await openSampleApp({ mcpOrigins: ['*'] });
    const { statusCode } = await open.app.inject({
      method: 'POST',
      url: '/mcp',
      payload: listTools,
      headers: {
        origin: 'https://evil.example',
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
      },
    });
    expect(statusCode).toBe(200);
    await open.close();
  });
});

describe('what is no message', () => {
  test.each([
    ['no JSON', '{', 400],
    ['another type', 'hello', 415, { 'content-type': 'text/plain' }],
    ['too long', JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'x'.repeat(70_000) }), 413],
    ['JSON that is no message', '{"hello":1}', 400],
    ['null', 'null', 400],
    ['a list of nothing', '[]', 400],
  ])('(%s) is refused', async (_, payload, status, headers: Record<string, string> = {}) => {
    expect((await post(payload, headers)).statusCode).toBe(status);
  });

  test('does not keep the next one from being answered', async () => {
    await post('{"hello":1}');
    expect((await post(listTools)).statusCode).toBe(200);
  });

  test.each(['GET', 'DELETE', 'PUT'] as const)('%s is not allowed', async (method) => {
    const { statusCode, headers } = await sample.app.inject({ method, url: '/mcp' });
    expect([statusCode, headers.allow]).toEqual([405, 'POST, OPTIONS']);
  });
});

test('browsers are told which headers they may send', async () => {
  const { statusCode, headers } = await sample.app.inject({ method: 'OPTIONS', url: '/mcp' });
  expect(statusCode).toBe(204);
  expect(headers['access-control-allow-headers']).toContain('Mcp-Protocol-Version');
});

test('answers are kept by no cache', async () => {
  expect((await post(listTools)).headers['cache-control']).toMatch(/no-store|no-cache/);
});

test('the address is not part of the described API, whose problems still name its refusal', async () => {
  const { paths } = (await sample.get('/openapi.json')).json();
  expect(Object.keys(paths)).not.toContain('/mcp');
  expect((await sample.get('/problems/origin-not-allowed')).statusCode).toBe(200);
});
