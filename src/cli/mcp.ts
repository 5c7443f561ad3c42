import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { pino } from 'pino';
import { ArchiveUnavailable } from '../archive/archive-unavailable.ts';
import { openArchive } from '../archive/open-archive.ts';
import { readingSettings } from '../config.ts';
import { openLiveEvents } from '../live/live-events.ts';
import { publishWhenDue } from '../live/publish-due.ts';
import type { Sender } from '../live/sender.ts';
import { createMcpServer } from '../mcp/create-mcp-server.ts';
import { version } from '../version.ts';
import { type Call, type Command, exitCodes } from './command.ts';
import { openToWrite } from './open-to-write.ts';
import { publishBeforeReading } from './publish-due.ts';

export const mcpCommand: Command = {
  options: {},
  async run({ config, terminal }) {
    // Standard output carries the protocol, so the log goes to standard error.
    const logger = pino({ level: config.LOG_LEVEL }, pino.destination(2));
    // Read-only, so that a wrong path is an error and does not create an empty archive.
    const archive = await openArchive(config.DATABASE_URL, { readOnly: true, ...readingSettings(config) });
    await publishBeforeReading(archive, { config, terminal });
    const live = openLiveEvents(archive);
    const publishing = await openPublishing({ config, terminal }, (about, message) =>
      logger.warn(about, message),
    );
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
    await publishing?.close();
    await archive.close();
    return exitCodes.done;
  },
};

/** Starts publishing what is due while assistants read. Returns undefined if the archive cannot be written. */
async function openPublishing(
  call: Pick<Call, 'config' | 'terminal'>,
  warn: Parameters<typeof publishWhenDue>[0]['warn'],
): Promise<Sender | undefined> {
  try {
    const archive = await openToWrite(call, { create: false, migrate: false });
    const publishing = publishWhenDue({ archive, warn });
    return {
      async close() {
        await publishing.close();
        await archive.close();
      },
    };
  } catch (err) {
    if (!(err instanceof ArchiveUnavailable)) throw err;
    warn({ err }, 'held articles are not published while this process runs');
    return undefined;
  }
}
