import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** Connections in every state in which a client can leave one. */
export interface OpenConnections {
  /** Text that each event stream has received. */
  streams: { text: string; ended: Promise<unknown> }[];
  /** Resolves when the connections of all clients that read are closed. */
  ended: Promise<unknown>;
  close(): void;
}

/** Bytes of a client, and whether it reads what comes. */
interface Shape {
  name: string;
  sends: string;
  reads: boolean;
}

const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`;
const post = (path: string, headers: string) =>
  `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n${headers}\r\n\r\n`;

/** Clients without a request in flight. */
export const idleShapes: Shape[] = [
  { name: 'sends nothing', sends: '', reads: true },
  { name: 'half of a request line', sends: 'GET /v1/art', reads: true },
  { name: 'half of a head', sends: 'GET /v1/articles HTTP/1.1\r\nHost: local', reads: true },
  { name: 'keeps the connection alive', sends: get('/healthz'), reads: true },
  { name: 'half of a second head', sends: `${get('/healthz')}GET /v1`, reads: true },
  { name: 'event stream', sends: get('/v1/stream'), reads: true },
  { name: 'event stream in HTTP/1.0', sends: 'GET /v1/stream HTTP/1.0\r\n\r\n', reads: true },
];

/** Clients whose request is never complete. */
export const unfinishedShapes: Shape[] = [
  { name: 'half of a body', sends: `${post('/v1/parse', 'Content-Length: 100')}{"q"`, reads: true },
  { name: 'no byte of a body', sends: post('/v1/articles/search', 'Content-Length: 20'), reads: true },
  {
    name: 'half of a chunk',
    sends: `${post('/v1/parse', 'Transfer-Encoding: chunked')}ff\r\nabc`,
    reads: true,
  },
  { name: 'MCP without its body', sends: post('/mcp', 'Content-Length: 50'), reads: true },
];

/** Clients whose response is never read. */
export const stuckShapes: Shape[] = [
  { name: 'event stream from the beginning, unread', sends: get('/v1/stream?last-event-id=0'), reads: false },
  { name: 'export, unread', sends: get('/v1/export.ndjson'), reads: false },
  { name: 'many responses, unread', sends: get('/docs/scalar.js').repeat(10), reads: false },
];

/** Opens connections of each shape to a server, and waits until those that get a response have its beginning. */
export async function openConnections(url: string, shapes: Shape[], each = 2): Promise<OpenConnections> {
  const { hostname, port } = new URL(url);
  const sockets: Socket[] = [];
  const streams: OpenConnections['streams'] = [];
  const ends: Promise<void>[] = [];
  const open = async ({ sends, reads }: Shape) => {
    const socket = connect(Number(port), hostname).setEncoding('utf8');
    sockets.push(socket);
    // The server may reset it.
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    if (sends) socket.write(sends);
    if (!reads) {
      // The response has begun, so that the server has all requests.
      await once(socket, 'readable');
      return;
    }
    const client = { text: '', ended: new Promise<void>((resolve) => socket.once('close', () => resolve())) };
    ends.push(client.ended);
    const begun = new Promise<void>((resolve) => {
      socket.on('data', (part) => {
        client.text += part;
        resolve();
      });
    });
    if (sends.startsWith('GET') && sends.includes('\r\n\r\n')) await begun;
    if (sends.includes('/v1/stream')) streams.push(client);
  };
  await Promise.all(shapes.flatMap((shape) => Array.from({ length: each }, () => open(shape))));
  return {
    streams,
    ended: Promise.all(ends),
    close() {
      for (const socket of sockets) socket.destroy();
    },
  };
}
