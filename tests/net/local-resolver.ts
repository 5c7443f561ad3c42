import { createSocket } from 'node:dgram';
import { Resolver } from 'node:dns/promises';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import type { Resolve } from '../../src/net/guard.ts';

/**
 * Starts a DNS server on this machine and returns a resolver that uses it. It answers the nth question with the nth list
 * of IPv4 addresses, and all later ones with the last.
 */
export async function localResolver(
  ...answers: string[][]
): Promise<{ resolve: Resolve; questions: string[] }> {
  const questions: string[] = [];
  const server = createSocket('udp4').bind(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  server.on('message', (query, { port, address }) => {
    const addresses = answers[Math.min(questions.length, answers.length - 1)] ?? [];
    questions.push(query.subarray(12).toString('latin1'));
    server.send(answer(query, addresses), port, address);
  });
  const resolver = new Resolver();
  resolver.setServers([`127.0.0.1:${server.address().port}`]);
  return {
    questions,
    resolve(host, _options, done) {
      resolver.resolve4(host).then(
        (addresses) =>
          done(
            null,
            addresses.map((address) => ({ address, family: 4 })),
          ),
        (error: Error) => done(error),
      );
    },
  };
}

/** Returns the message with these addresses for a query with one question (RFC 1035, 4.1). */
function answer(query: Buffer, addresses: string[]): Buffer {
  const question = query.subarray(12, query.indexOf(0, 12) + 5);
  const head = Buffer.from(query.subarray(0, 12));
  head.writeUInt16BE(0x8180, 2);
  head.writeUInt16BE(addresses.length, 6);
  head.writeUInt32BE(0, 8);
  const records = addresses.map((address) =>
    Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, ...address.split('.').map(Number)]),
  );
  return Buffer.concat([head, question, ...records]);
}
