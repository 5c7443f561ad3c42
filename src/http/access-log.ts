import type { Logger } from 'pino';
import type { Observer } from './on-response.ts';

/** Logs each answered request in one line: its name, what was asked, and how it went; `ms` from start to last byte. */
export function logAccess(logger: Logger): Observer {
  return ({ id, method, url, status, ms }) => {
    logger.info({ reqId: id, method, url, status, ms: Math.round(ms * 100) / 100 });
  };
}
