import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';

/** What a receiver of webhooks got. */
export interface Received {
  headers: IncomingHttpHeaders;
  body: string;
  /** The body, parsed. */
  data: { event: string; seq: number; article: Record<string, unknown> };
  at: number;
}

/** A server that takes posts and answers as it is told. */
export interface Receiver {
  url: string;
  received: Received[];
  close(): void;
}

/**
 * Starts a receiver on the loopback. `answer` gives the status for the request with this number (0 for the first);
 * undefined for no answer at all.
 */
export async function startReceiver(
  answer: (number: number, received: Received) => number | undefined = () => 200,
): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const json = request.headers['content-type'] === 'application/json';
    const one = { headers: request.headers, body, data: json ? JSON.parse(body) : null, at: Date.now() };
    received.push(one);
    const status = answer(received.length - 1, one);
    if (status !== undefined) response.writeHead(status, { location: '/elsewhere' }).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Whether a delivery is signed with the secret, computed as docs/live.md tells receivers to. */
export function isSigned({ headers, body }: Received, secret: string): boolean {
  const [, time = '', code = ''] =
    /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['dateline-signature'])) ?? [];
  const expected = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex');
  return code === expected && Math.abs(Date.now() / 1000 - Number(time)) < 60;
}
