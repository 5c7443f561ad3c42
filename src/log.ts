import { type Logger, pino } from 'pino';
import type { Config } from './config.ts';

/**
 * Lines are written while requests go on, many at a time: a write for each costs more than many an answer. In pieces
 * that a pipe takes whole, as several processes may share it, and none waits longer than 100 ms.
 */
const inPieces = { sync: false, minLength: 3072, maxWrite: 4096, periodicFlush: 100 };

/**
 * The program's log: JSON lines on standard output, or readable ones where a person looks on.
 * That is decided by the terminal and not by NODE_ENV, so that `npm start | jq` gets JSON.
 */
export async function openLog(config: Pick<Config, 'LOG_LEVEL' | 'LOG_FORMAT'>): Promise<Logger> {
  const options = { level: config.LOG_LEVEL };
  const readable =
    config.LOG_FORMAT === 'pretty' || (config.LOG_FORMAT === 'auto' && process.stdout.isTTY === true);
  if (readable) {
    const { default: pretty } = await import('pino-pretty');
    return pino(options, pretty({ ignore: 'pid,hostname,reqId', translateTime: 'SYS:HH:MM:ss', sync: true }));
  }
  return pino(options, pino.destination(inPieces));
}
