import { connect } from 'node:net';
import { hiddenPath, type RawCase } from './raw-cases.ts';

/** Time in ms after which a connection counts as hung. */
const hangMs = 20_000;

/** Sends a raw case and returns what is wrong with what comes back. */
export async function sendRaw({ port, hostname }: URL, raw: RawCase): Promise<string[]> {
  const received = await converse({ port: Number(port), host: hostname }, raw);
  if (received === undefined) return ['the connection hangs'];
  const statuses = [...received.matchAll(/^HTTP\/1\.1 (\d{3})[^\r\n]*\r$/gm)].map(([, status]) =>
    Number(status),
  );
  const [first] = statuses;
  const isAllowed = first === undefined ? raw.ends : (raw.statuses?.includes(first) ?? first < 500);
  return [
    ...(isAllowed ? [] : [`the first status is ${first}`]),
    ...(statuses.some((status) => status >= 500 && status !== 501 && status !== 503 && status !== 505)
      ? ['a status of 500 or more']
      : []),
    ...(statuses.length > raw.responses ? [`${statuses.length} responses`] : []),
    ...(received.includes(hiddenPath) ? ['the hidden request was answered'] : []),
    ...(received !== '' && !received.startsWith('HTTP/1.1 ') ? ['the response is not HTTP'] : []),
    ...(/node_modules|\/work\/|SQLITE_|\bat \w+ \(/.test(received) ? ['leaks'] : []),
  ];
}

/** Returns everything that the server sends until it closes the connection; undefined if it does not. */
function converse(
  address: { port: number; host: string },
  { bytes, ends }: RawCase,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    const socket = connect(address);
    const done = (received: string | undefined): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(received);
    };
    const timer = setTimeout(() => done(undefined), hangMs);
    socket.on('data', (part) => parts.push(part));
    // A reset after an early response is allowed: the server need not read the rest.
    socket.on('error', () => done(Buffer.concat(parts).toString('latin1')));
    socket.on('close', () => done(Buffer.concat(parts).toString('latin1')));
    if (ends) socket.end(bytes, 'latin1');
    else socket.write(bytes, 'latin1');
  });
}
