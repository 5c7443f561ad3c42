import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

/** How long open connections may go on before they are closed, in ms. */
const drainMs = 500;

/**
 * Lets a closing server answer what comes over connections that are open already, each time saying that the
 * connection ends. To cut an idle one off at once could meet a request that is on its way.
 */
export function drainBeforeClosing(app: FastifyInstance): void {
  app.addHook('preClose', async () => {
    const deadline = performance.now() + drainMs;
    while (openSockets() > 0 && performance.now() < deadline) await pause(10);
  });
}

function openSockets(): number {
  return process.getActiveResourcesInfo().filter((kind) => kind === 'TCPSocketWrap').length;
}
