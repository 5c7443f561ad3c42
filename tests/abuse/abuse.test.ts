import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { hashOfKey, newKey } from '../../src/model/api-key.ts';
import { openSampleApp, type SampleApp } from '../routes/sample-app.ts';
import { abuse } from './abuse.ts';
import { programFolder } from './check-response.ts';
import { createRandom } from './random.ts';
import { reportText } from './report-text.ts';

let api: SampleApp;
let origin: URL;
let key: string;
beforeAll(async () => {
  api = await openSampleApp();
  key = newKey();
  await api.archive.keys.add({ name: 'abuse', scope: 'write', hash: hashOfKey(key) });
  origin = new URL(await api.app.listen({ port: 0, host: '127.0.0.1' }));
});
afterAll(() => api.close());

// `npm run test:abuse` sends many more, with another seed each time.
test('random and malformed requests get only responses that the OpenAPI document declares', async () => {
  const report = await abuse(origin, { requests: 400, raw: 110, seed: 13, key });
  expect(report.sent).toBe(510);
  expect(reportText(report)).toContain('no faults');
});

test('the same seed gives the same values', () => {
  const values = (seed: number) => {
    const random = createRandom(seed);
    return Array.from({ length: 20 }, () => random.integer(1000));
  };
  expect(values(1)).toEqual(values(1));
  expect(values(1)).not.toEqual(values(2));
});

describe('the report names', () => {
  const headers = {
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'",
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'cross-origin',
    'access-control-allow-origin': '*',
    'x-request-id': '1',
    'content-type': 'application/json',
  };
  const document = {
    paths: {
      '/thing': {
        get: {
          operationId: 'getThing',
          responses: {
            200: {
              content: {
                'application/json': {
                  schema: { type: 'object', required: ['data'], properties: { data: { type: 'array' } } },
                },
              },
            },
          },
        },
      },
    },
  };

  async function faultsOf(listener: RequestListener): Promise<string> {
    const server = createServer((request, response) => {
      const list = JSON.stringify({ data: [] });
      if (request.url === '/openapi.json') response.end(JSON.stringify(document));
      else if (request.url === '/thing') listener(request, response);
      else response.end(list);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    return reportText(
      await abuse(new URL(`http://127.0.0.1:${port}`), { requests: 20, raw: 0, seed: 1, key: '' }),
    );
  }

  const cases: [string, string, RequestListener][] = [
    ['undeclared status 500', 'a 5xx', (_, response) => response.writeHead(500, headers).end('{}')],
    [
      "must have required property 'data'",
      'a body that the schema forbids',
      (_, response) => response.writeHead(200, headers).end('{}'),
    ],
    [
      'undeclared media type text/html',
      'a media type',
      (_, response) => response.writeHead(200, { ...headers, 'content-type': 'text/html' }).end('x'),
    ],
    [
      '200 without x-request-id',
      'a missing header',
      (_, response) => response.writeHead(200, { ...headers, 'x-request-id': [] }).end('{"data":[]}'),
    ],
    [
      `leaks ${programFolder}`,
      'a path',
      (_, response) =>
        response.writeHead(200, headers).end(JSON.stringify({ data: [`${programFolder}/src`] })),
    ],
    [
      'leaks SELECT',
      'SQL',
      (_, response) => response.writeHead(200, headers).end('{"data":["SELECT a FROM b"]}'),
    ],
    [
      'leaks at run (file:',
      'a stack',
      (_, response) => response.writeHead(200, headers).end('{"data":["at run (file:x"]}'),
    ],
    ['socket hang up', 'a broken connection', (request) => request.socket.destroy()],
  ];
  test.each(cases)('%s for %s', async (fault, _, listener) => {
    expect(await faultsOf(listener)).toContain(fault);
  });
});
