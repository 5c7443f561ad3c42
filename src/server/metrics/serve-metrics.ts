import { once } from 'node:events';
import { createServer } from 'node:http';
import { listeningFault } from '../listen.ts';

/**
 * Serves `GET /metrics` on a separate port, which readers cannot reach, and returns its address. `read` returns the
 * metrics in the Prometheus text format (0.0.4). The port does not keep the process running. Throws AddressUnavailable.
 */
export async function serveMetrics(
  { host, port }: { host: string; port: number },
  read: () => Promise<string>,
): Promise<string> {
  const server = createServer(async ({ method, url }, response) => {
    // Idle connections between scrapes must not keep the process running either.
    response.socket?.unref();
    if (url?.split('?')[0] !== '/metrics') return response.writeHead(404).end();
    if (method !== 'GET') return response.writeHead(405, { allow: 'GET' }).end();
    try {
      const text = await read();
      return response
        .writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' })
        .end(text);
    } catch {
      // The scraper sees the failure; the API keeps serving.
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
