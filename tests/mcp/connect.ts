import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import type { FastifyInstance } from 'fastify';

/** A client of the SDK, connected to an app's `/mcp` over a real port; `latest` speaks the newest revision. */
export async function connect(app: FastifyInstance, { latest = false } = {}): Promise<Client> {
  if (!app.server.listening) await app.listen({ port: 0, host: '127.0.0.1' });
  const address = app.server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the app does not listen');
  const client = new Client(
    { name: 'test', version: '1' },
    latest ? { versionNegotiation: { mode: { pin: '2026-07-28' } } } : {},
  );
  await client.connect(new StreamableHTTPClientTransport(new URL(`http://127.0.0.1:${address.port}/mcp`)));
  return client;
}
