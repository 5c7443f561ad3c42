import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { pino } from 'pino';
import { openArchive } from '../archive/open-archive.ts';
import { readingSettings } from '../config.ts';
import { liveEvents } from '../live/live-events.ts';
import { createMcpServer } from '../mcp/create-mcp-server.ts';
import { version } from '../version.ts';
import { type Command, exitCodes } from './command.ts';

export const mcpCommand: Command = {
  options: {},
  help: {},
  async run({ config }) {
    // Standard output belongs to the protocol: what there is to say goes to the other one.
    const logger = pino({ level: config.LOG_LEVEL }, pino.destination(2));
    // Assistants only read: one that is misled about where the archive is must not get a new, empty one.
    const archive = await openArchive(config.DATABASE_URL, { readOnly: true, ...readingSettings(config) });
    const live = liveEvents(archive);
    const around = { archive, live, version, base: config.PUBLIC_URL ?? '' };
    const stdio = serveStdio(() => createMcpServer(around, logger), {
      onerror: (err) => logger.warn({ err }, 'message refused'),
    });
    const ended = Promise.withResolvers<void>();
    process.stdin.once('close', ended.resolve);
    process.once('SIGTERM', ended.resolve).once('SIGINT', ended.resolve);
    logger.info(`Dateline ${version} answers on standard input and output`);
    await ended.promise;
    await stdio.close();
    live.end();
    await archive.close();
    return exitCodes.done;
  },
};
