import { constants, setPriority } from 'node:os';
import { pino } from 'pino';
import type { ArchiveLocation } from '../../archive/engine.ts';
import { openArchive } from '../../archive/open-archive.ts';
import { version } from '../../version.ts';
import { type AppSettings, buildApp } from '../app.ts';

/** What the process needs to respond as its parent would. It is the first message to it. */
export interface RenderingTask {
  location: ArchiveLocation;
  settings: AppSettings;
}

/**
 * Serves the API and the pages of an archive on a port of this machine, without limits for articles, until the parent
 * exits. The first message is a RenderingTask, the reply to it the port.
 */
export function renderInProcess(): void {
  process.once('message', async ({ location, settings }: RenderingTask) => {
    const archive = await openArchive(location, { readOnly: true, cacheKiB: 8_192 });
    const app = buildApp({
      archive,
      parse: async () => ({ kind: 'cancelled' }),
      settings,
      // The parent logs the requests.
      logger: pino({ level: 'error' }, pino.destination({ dest: 2, sync: true })),
      version,
    });
    await app.listen({ host: '127.0.0.1', port: 0 });
    // Serving goes first.
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
    const address = app.server.address();
    process.send?.(typeof address === 'object' ? address?.port : undefined);
  });
  process.on('disconnect', () => process.exit());
  // A terminal sends these to the whole process group; the parent decides when this process exits.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);
}
