import { type RequestListener, Server, type ServerOptions } from 'node:http';

/** Time that an idle connection stays open, in ms; sent to clients as Keep-Alive. */
export const keepAliveMs = 72_000;

/** Time that an idle connection stays open after its server stopped listening, in ms. */
const drainMs = 1000;

/**
 * HTTP server that gives open connections time when it is closed. Node closes idle connections at once, perhaps while a
 * request is on its way. Here such a request is answered with `Connection: close`; silent connections are closed later.
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
