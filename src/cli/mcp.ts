import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { pino } from 'pino';
import { openArchive } from '../archive/open-archive.ts';
import { readingSettings } from '../config.ts';
import { openLiveEvents } from '../live/live-events.ts';
import { createMcpServer } from '../mcp/create-mcp-server.ts';
import { version } from '../version.ts';
import { type Command, exitCodes } from './command.ts';

export const mcpCommand: Command = {
  options: {},
  async run({ config }) {
    // Standard output carries the protocol, so the log goes to standard error.
    const logger = pino({ level: config.LOG_LEVEL }, pino.destination(2));
    // Read-only, so that a wrong path is an error and does not create an empty archive.
    const archive = await openArchive(config.DATABASE_URL, { readOnly: true, ...readingSettings(config) });
    const live = openLiveEvents(archive);
    const context = { archive, live, version, base: config.PUBLIC_URL ?? '' };
    const stdio = serveStdio(() => createMcpServer(context, logger), {
      onerror: (err) => logger.warn({ err }, 'message rejected'),
    });
    const ended = Promise.withResolvers<void>();
    process.stdin.once('close', ended.resolve);
    process.once('SIGTERM', ended.resolve).once('SIGINT', ended.resolve);
    logger.info(`Dateline ${version} serves MCP on standard input and output`);
    await ended.promise;
    await stdio.close();
    live.end();
    await archive.close();
    return exitCodes.done;
  },
};
