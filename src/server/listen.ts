import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.ts';

/** The server can't listen where it was told to; the message says why. */
export class AddressUnavailable extends Error {
  override name = 'AddressUnavailable';
}

/**
 * Listens where the settings say and gives the address that was bound. Throws AddressUnavailable when that can't be
 * had.
 */
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

/** What kept a server from listening, as AddressUnavailable where that is why; else as it was thrown. */
export function listeningFault(cause: unknown, { port, host }: { port: number; host: string }): unknown {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  const reason =
    code === 'EADDRINUSE'
      ? `Port ${port} of ${host} is taken by another program.`
      : code === 'EACCES'
        ? `Port ${port} of ${host} may not be listened on by this user.`
        : code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND'
          ? `${host} is no address of this machine.`
          : undefined;
  return reason ? new AddressUnavailable(reason, { cause }) : cause;
}
