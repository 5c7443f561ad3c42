import { type Logger, pino } from 'pino';
import pretty from 'pino-pretty';
import type { Config } from './config.ts';

/**
 * The program's log: JSON lines on standard output, or readable ones where a person looks on.
 * That is decided by the terminal and not by NODE_ENV, so that `npm start | jq` gets JSON.
 */
export function openLog(config: Pick<Config, 'LOG_LEVEL' | 'LOG_FORMAT'>): Logger {
  const options = { level: config.LOG_LEVEL };
  const readable =
    config.LOG_FORMAT === 'pretty' || (config.LOG_FORMAT === 'auto' && process.stdout.isTTY === true);
  if (readable) {
    return pino(options, pretty({ ignore: 'pid,hostname,reqId', translateTime: 'SYS:HH:MM:ss', sync: true }));
  }
  // Written while requests go on, and in pieces that a pipe takes whole: several processes may share it.
  return pino(options, pino.destination({ sync: false, maxWrite: 4096 }));
}
