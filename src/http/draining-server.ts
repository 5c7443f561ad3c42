import { type RequestListener, Server, type ServerOptions } from 'node:http';

/** How long an idle connection stays open, in ms; clients are told so. */
export const keepAliveMs = 72_000;

/** How long an idle connection stays open after its server stopped to listen, in ms. */
const drainMs = 1000;

/**
 * An HTTP server that gives open connections time when it is closed. Node cuts off the idle ones at once, which
 * could meet a request that is on its way; here what still comes is answered (and with it that the connection
 * ends), and only what stays silent is cut off.
 */
export class DrainingServer extends Server {
  constructor(options: ServerOptions, handler: RequestListener) {
    super({ ...options, keepAliveTimeout: keepAliveMs }, (request, response) => {
      if (!this.listening) response.shouldKeepAlive = false;
      handler(request, response);
    });
  }

  /** Called by `close`. */
  override closeIdleConnections(): void {
    setTimeout(() => super.closeIdleConnections(), drainMs).unref();
  }
}

/** Closes a server; resolves when its last connection has ended. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}
