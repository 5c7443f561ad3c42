import type { Server } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.ts';

/** Error if the server cannot listen on its address. The message has the reason. */
export class AddressUnavailable extends Error {
  override name = 'AddressUnavailable';
}

/** Listens on the configured host and port and returns the bound address. Throws AddressUnavailable if that fails. */
export async function listen(
  app: FastifyInstance,
  { PORT, HOST }: Pick<Config, 'PORT' | 'HOST'>,
): Promise<URL> {
  try {
    return new URL(await app.listen({ port: PORT, host: HOST }));
  } catch (cause) {
    throw listeningFault(cause, { port: PORT, host: HOST });
  }
}

/** Converts a known listen error to AddressUnavailable; returns any other error unchanged. */
export function listeningFault(cause: unknown, { port, host }: { port: number; host: string }): unknown {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  const reason =
    code === 'EADDRINUSE'
      ? `Port ${port} on ${host} is already in use.`
      : code === 'EACCES'
        ? `No permission to listen on port ${port} of ${host}.`
        : code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND'
          ? `${host} is not an address of this machine.`
          : undefined;
  return reason ? new AddressUnavailable(reason, { cause }) : cause;
}

/** Returns the origin of a server on this machine: `http://localhost:3000`; without a port if it does not listen. */
export function localOrigin(server: Server): string {
  const address = server.address();
  return typeof address === 'object' && address !== null
    ? `http://localhost:${address.port}`
    : 'http://localhost';
}

/** Returns a warning if other machines can reach the server, but links would lead them to their own; else undefined. */
export function missingAddressWarning({
  HOST,
  PUBLIC_URL,
}: Pick<Config, 'HOST' | 'PUBLIC_URL'>): string | undefined {
  if (PUBLIC_URL !== null || /^(?:localhost|127\.\d+\.\d+\.\d+|::1)$/i.test(HOST)) return undefined;
  return 'PUBLIC_URL is not set: feeds, sitemaps and canonical links contain http://localhost; set it to the address that readers use';
}
