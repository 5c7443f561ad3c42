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
