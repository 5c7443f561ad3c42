import type { FastifyRequest } from 'fastify';

/** Where the reader found this server: `http://localhost:3000`. Takes nothing of a Host header that is no host. */
export function originOf({ protocol, host, socket }: FastifyRequest): string {
  const address = `${protocol}://${host}`;
  return URL.canParse(address) ? new URL(address).origin : `http://localhost:${socket.localPort ?? 80}`;
}
