import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';

/** Logs each answered request in one line: its name, what was asked, and how it went; `ms` from start to last byte. */
export function logAccess(logger: Logger) {
  return (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
    const { id, method, url } = request;
    const ms = Math.round(reply.elapsedTime * 100) / 100;
    logger.info({ reqId: id, method, url, status: reply.statusCode, ms });
    done();
  };
}
