import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { fetchLimits, fetchPage } from '../../src/importing/fetch-page.ts';
import { postWebhook } from '../../src/live/post-webhook.ts';
import { guardedAgent, type Resolve } from '../../src/net/guard.ts';
import { isPublicAddress } from '../../src/net/public-address.ts';
import { localResolver } from './local-resolver.ts';

/** Stands for a public address. */
const outside = '127.0.0.2';
const allows = (address: string) => address === outside || isPublicAddress(address);

/** Serves on the outside address and, on the same port, on loopback. Returns what each was asked. */
async function serving(listener: RequestListener = (_, response) => response.end('Hello')) {
  const asked = { outside: 0, inside: 0 };
  const outer = createServer((request, response) => {
    asked.outside += 1;
    // The next request needs a new connection, and so a new look-up.
    response.setHeader('connection', 'close');
    listener(request, response);
  }).listen(0, outside);
  await once(outer, 'listening');
  const address = outer.address();
  const port = typeof address === 'object' ? Number(address?.port) : 0;
  const inner = createServer((_, response) => {
    asked.inside += 1;
    response.end('secret');
  }).listen(port, '127.0.0.1');
  await once(inner, 'listening');
  onTestFinished(() => {
    outer.close();
    inner.close();
  });
  return { port, asked };
}

/** The two senders of requests to addresses that others choose. Each returns the reason of a refusal, or null. */
const senders: [string, (url: string, resolve: Resolve) => Promise<() => Promise<string | null>>][] = [
  [
    'an import',
    async (url, resolve) => async () => {
      try {
        await fetchPage(url, undefined, { ...fetchLimits, allows, resolve });
        return null;
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
    },
  ],
  [
    'a webhook',
    async (url, resolve) => {
      const dispatcher = await guardedAgent(allows, resolve);
      onTestFinished(() => dispatcher.destroy());
      const posting = {
        url,
        dispatcher,
        allows,
        secret: 's',
        delivery: '1',
        event: 'x',
        body: '{}',
        timeoutMs: 20_000,
      };
      return async () => (await postWebhook(posting)).reason;
    },
  ],
];

describe.each(senders)('%s', (_, open) => {
  test('connects to the address that was checked, with one look-up', async () => {
    const { port, asked } = await serving();
    const { resolve, questions } = await localResolver([outside], ['127.0.0.1']);
    const send = await open(`http://news.test:${port}/`, resolve);
    expect(await send()).toBeNull();
    expect(asked).toEqual({ outside: 1, inside: 0 });
    expect(questions).toHaveLength(1);
  });

  test('is refused when the name now leads to a private address', async () => {
    const { port, asked } = await serving();
    const { resolve } = await localResolver([outside], ['127.0.0.1']);
    const send = await open(`http://news.test:${port}/`, resolve);
    expect(await send()).toBeNull();
    expect(await send()).toContain('news.test: 127.0.0.1 is not a public address');
    expect(asked).toEqual({ outside: 1, inside: 0 });
  });

  test.each([[[outside, '127.0.0.1']], [['127.0.0.1', outside]], [['169.254.169.254']], [['168.63.129.16']]])(
    'is refused when the name leads to %j',
    async (addresses) => {
      const { port, asked } = await serving();
      const { resolve } = await localResolver(addresses);
      expect(await (await open(`http://news.test:${port}/`, resolve))()).toContain('is not a public address');
      expect(asked).toEqual({ outside: 0, inside: 0 });
    },
  );

  test.each([
    '127.0.0.1',
    '2130706433',
    '0x7f000001',
    '017700000001',
    '127.1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:0:127.0.0.1]',
    '[64:ff9b::127.0.0.1]',
    '[2002:7f00:1::]',
    '１２７.0.0.1',
    '0.0.0.0',
  ])('never reaches %s', async (host) => {
    const { port, asked } = await serving();
    const { resolve } = await localResolver([outside]);
    expect(await (await open(`http://${host}:${port}/`, resolve))()).toContain('is not a public address');
    expect(asked).toEqual({ outside: 0, inside: 0 });
  });
});

describe('an import that is redirected', () => {
  test.each([
    'http://127.0.0.1:PORT/',
    'http://2130706433:PORT/',
    'http://[::ffff:127.0.0.1]:PORT/',
    '//127.0.0.1:PORT/',
    'http://inside.test:PORT/',
    'http://169.254.169.254/latest/meta-data/',
    'http://user:pass@127.0.0.1:PORT/',
  ])('to %s is refused', async (location) => {
    const { port, asked } = await serving((request, response) => {
      const { port: own } = new URL(`http://${request.headers.host}`);
      response.writeHead(302, { location: location.replace('PORT', own) }).end();
    });
    const { resolve } = await localResolver([outside], ['127.0.0.1']);
    const limits = { ...fetchLimits, allows, resolve };
    await expect(fetchPage(`http://news.test:${port}/`, undefined, limits)).rejects.toThrow(
      'is not a public address',
    );
    expect(asked).toEqual({ outside: 1, inside: 0 });
  });

  test.each(['file:///etc/passwd', 'ftp://news.test/', 'data:text/plain,secret', 'gopher://127.0.0.1/'])(
    'to %s is refused',
    async (location) => {
      const { port } = await serving((_, response) => response.writeHead(301, { location }).end());
      const { resolve } = await localResolver([outside]);
      const limits = { ...fetchLimits, allows, resolve };
      await expect(fetchPage(`http://news.test:${port}/`, undefined, limits)).rejects.toThrow(
        'only http and https are supported',
      );
    },
  );
});
