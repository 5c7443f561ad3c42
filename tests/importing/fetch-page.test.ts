import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { fetchLimits, fetchPage } from '../../src/importing/fetch-page.ts';

const onLoopback = { ...fetchLimits, allows: () => true };

async function serving(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}

test('a page comes with what its server says of its version', async () => {
  const url = await serving((_, response) => response.setHeader('etag', '"1"').end('Hello'));
  const page = await fetchPage(`${url}/a`, undefined, onLoopback);
  if (page.kind !== 'page') throw new Error('no page');
  expect(Buffer.from(page.bytes).toString()).toBe('Hello');
  expect(page.validators).toEqual({ etag: '"1"', lastModified: null });
});

test('a page that has not changed is not sent again', async () => {
  const url = await serving((request, response) => {
    response.statusCode = request.headers['if-none-match'] === '"1"' ? 304 : 200;
    response.end();
  });
  const known = { etag: '"1"', lastModified: null };
  expect(await fetchPage(url, known, onLoopback)).toEqual({ kind: 'unchanged' });
});

test('redirects are followed, but not for ever', async () => {
  const url = await serving((request, response) => {
    if (request.url === '/old') response.writeHead(301, { location: '/new' }).end();
    else if (request.url === '/new') response.end('New');
    else response.writeHead(302, { location: request.url }).end();
  });
  expect(await fetchPage(`${url}/old`, undefined, onLoopback)).toMatchObject({
    kind: 'page',
    url: `${url}/new`,
  });
  await expect(fetchPage(`${url}/loop`, undefined, onLoopback)).rejects.toThrow('more than 5 redirects');
});

test('a body past the limit is cut off', async () => {
  const url = await serving((_, response) => response.end('x'.repeat(3 * 2 ** 20)));
  await expect(fetchPage(url, undefined, { ...onLoopback, size: 2 ** 20 })).rejects.toThrow(
    'larger than 1 MiB',
  );
});

test('a server that does not answer in time is given up', async () => {
  const url = await serving(() => undefined);
  await expect(fetchPage(url, undefined, { ...onLoopback, time: 200 })).rejects.toThrow(
    'took longer than 0.2 s',
  );
});

test('any answer but a page is a fault that names the URL and the status', async () => {
  const url = await serving((_, response) => response.writeHead(404).end());
  await expect(fetchPage(`${url}/x`, undefined, onLoopback)).rejects.toThrow(
    `${url}/x: the server responded with status 404`,
  );
});

test.each([
  'http://127.0.0.1:3999/',
  'http://[::1]:3999/',
  'http://[::ffff:10.0.0.1]/',
  'http://169.254.169.254/',
  'http://0x7f.1/',
])('the address %s is refused', async (url) => {
  await expect(fetchPage(url, undefined)).rejects.toThrow('not a public address');
});

test('a name that leads to the machine itself is refused', async () => {
  await expect(fetchPage('http://localhost:3999/', undefined)).rejects.toThrow('not a public address');
});

test('a redirect to a private address is refused', async () => {
  const url = await serving((_, response) => response.writeHead(302, { location: 'http://10.0.0.1/' }).end());
  const limits = { ...fetchLimits, allows: (address: string) => ['127.0.0.1', '::1'].includes(address) };
  await expect(fetchPage(url, undefined, limits)).rejects.toThrow('10.0.0.1 is not a public address');
});

test('only http and https are fetched', async () => {
  await expect(fetchPage('file:///etc/hostname', undefined)).rejects.toThrow('only http and https');
});

test('an address with a password is refused, and the password is not printed', async () => {
  const refused = fetchPage('http://ada:hunter2@127.0.0.1:9/a', undefined);
  await expect(refused).rejects.toThrow(/^http:\/\/\*\*\*@127.0.0.1:9\/a: has a password, which is not sent/);
});
