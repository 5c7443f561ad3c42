import { once } from 'node:events';
import { createServer } from 'node:http';
import { listeningFault } from '../listen.ts';

/**
 * Answers `GET /metrics` on a port of its own, so that what readers reach never has it, and gives its address.
 * `read` gives the text in the format of Prometheus (text, 0.0.4). The port is there as long as the process, but
 * does not keep it from ending. Throws AddressUnavailable.
 */
export async function serveMetrics(
  { host, port }: { host: string; port: number },
  read: () => Promise<string>,
): Promise<string> {
  const server = createServer(async ({ method, url }, response) => {
    // Connections stay open between scrapes: those alone must not keep a stopping process either.
    response.socket?.unref();
    if (url?.split('?')[0] !== '/metrics') return response.writeHead(404).end();
    if (method !== 'GET') return response.writeHead(405, { allow: 'GET' }).end();
    try {
      const text = await read();
      return response
        .writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' })
        .end(text);
    } catch {
      // Who scrapes sees that it failed; the server of the readers goes on.
      return response.writeHead(500).end();
    }
  });
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (cause) {
    throw listeningFault(cause, { port, host });
  }
  server.unref();
  const address = server.address();
  const bound = typeof address === 'object' && address ? address.port : port;
  return `http://${host.includes(':') ? `[${host}]` : host}:${bound}/metrics`;
}
