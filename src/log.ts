import { type Logger, pino } from 'pino';
import type { Config } from './config.ts';

/**
 * Buffers log lines, because a write per line can cost more than the response. Chunks fit the atomic write
 * size of a pipe, which several processes may share. Lines wait at most 100 ms.
 */
const buffering = { sync: false, minLength: 4000, maxWrite: 4096, periodicFlush: 100 };

/**
 * Opens the log on standard output: JSON lines, or readable lines on a terminal. Depends on the terminal and
 * not on NODE_ENV, so `npm start | jq` gets JSON.
 */
export async function openLog(config: Pick<Config, 'LOG_LEVEL' | 'LOG_FORMAT'>): Promise<Logger> {
  const options = { level: config.LOG_LEVEL };
  const readable =
    config.LOG_FORMAT === 'pretty' || (config.LOG_FORMAT === 'auto' && process.stdout.isTTY === true);
  if (readable) {
    const { default: pretty } = await import('pino-pretty');
    return pino(options, pretty({ ignore: 'pid,hostname,reqId', translateTime: 'SYS:HH:MM:ss', sync: true }));
  }
  return pino(options, pino.destination(buffering));
}
