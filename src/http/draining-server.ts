import { type RequestListener, Server, type ServerOptions, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Time in ms that an idle connection stays open; sent to clients as Keep-Alive. */
export const keepAliveMs = 72_000;

/** Time in ms for receiving a whole request, with its body. */
export const receiveTimeoutMs = 60_000;

/** The newest response of each connection. Responses of a connection end in the order of their requests. */
const responses = new WeakMap<Socket, ServerResponse>();

/** True if a part of a response was sent on a connection, but not yet all of it. */
export function isResponding(socket: Socket): boolean {
  const response = responses.get(socket);
  return response?.headersSent === true && !response.writableEnded;
}

export interface DrainingOptions extends ServerOptions {
  requestTimeout: number;
  /** Time in ms that connections without a whole request stay open after the server stopped listening. */
  drainMs: number;
}

/**
 * HTTP server that closes connections without a whole request some time after it stopped listening. Node closes idle
 * ones at once, perhaps while a request is on its way. Here such a request gets a response with `Connection: close`. Node
 * also waits for clients that have sent nothing or a part of a request; here their connections are closed. If only the
 * body is incomplete, the client is told so: nothing was done yet, so it can send the request again.
 */
export class DrainingServer extends Server {
  readonly #connections = new Set<Socket>();
  readonly #drainMs: number;

  constructor({ drainMs, ...options }: DrainingOptions, handler: RequestListener) {
    const listener: RequestListener = (request, response) => {
      if (!this.listening) response.shouldKeepAlive = false;
      responses.set(request.socket, response);
      handler(request, response);
    };
    super(
      {
        ...options,
        keepAliveTimeout: keepAliveMs,
        headersTimeout: options.requestTimeout,
        connectionsCheckingInterval: Math.ceil(options.requestTimeout / 12),
        // Node's own response to a request without Host has no body; `malformation` checks it.
        requireHostHeader: false,
      },
      listener,
    );
    this.#drainMs = drainMs;
    // Node would ask for the body before the hooks of the app could refuse the request.
    this.on('checkContinue', listener);
    // An unknown Expect header may be ignored (RFC 9110, 10.1.1).
    this.on('checkExpectation', listener);
    this.on('connection', (socket: Socket) => {
      this.#connections.add(socket);
      socket.once('close', () => this.#connections.delete(socket));
    });
  }

  /** Called by `close`. */
  override closeIdleConnections(): void {
    for (const socket of this.#connections) {
      const response = responses.get(socket);
      if (response?.headersSent === false) response.shouldKeepAlive = false;
    }
    // Repeated, because a connection may still have an earlier request in flight.
    const timer = setInterval(() => {
      for (const socket of this.#connections) this.#closeUnlessBusy(socket);
    }, this.#drainMs).unref();
    this.once('close', () => clearInterval(timer));
  }

  #closeUnlessBusy(socket: Socket): void {
    const response = responses.get(socket);
    if (response === undefined || response.writableFinished) socket.destroy();
    // A response has no socket while an earlier one is sent.
    else if (response.socket && !response.headersSent && !response.req.complete) {
      this.emit('clientError', Object.assign(new Error(), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), socket);
    }
  }
}

/** Closes a server; resolves when its last connection has ended. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}
