import { type RequestListener, Server, type ServerOptions } from 'node:http';

/** Time in ms that an idle connection stays open; sent to clients as Keep-Alive. */
export const keepAliveMs = 72_000;

/** Time in ms that an idle connection stays open after its server stopped listening. */
const drainMs = 1000;

/**
 * HTTP server that closes idle connections some time after it stopped listening. Node closes them at once, perhaps
 * while a request is on its way. Here such a request gets a response with `Connection: close`.
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
