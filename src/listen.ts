import type { FastifyInstance } from 'fastify';
import type { Config } from './config.ts';

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
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    const reason =
      code === 'EADDRINUSE'
        ? `Port ${PORT} of ${HOST} is taken by another program.`
        : code === 'EACCES'
          ? `Port ${PORT} of ${HOST} may not be listened on by this user.`
          : code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND'
            ? `${HOST} is no address of this machine.`
            : undefined;
    throw reason ? new AddressUnavailable(reason, { cause }) : cause;
  }
}
