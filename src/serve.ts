import { buildApp } from './app.ts';
import { openArchive } from './archive/open-archive.ts';
import type { Config } from './config.ts';
import { seedArchive } from './importing/seed-archive.ts';
import { listen } from './listen.ts';
import { openLog } from './log.ts';
import { version } from './version.ts';

/** A running server. */
export interface Serving {
  /** Where it answers: `http://localhost:3000`. */
  url: string;
  /** Finishes what is in flight, then closes the archive. */
  close(): Promise<void>;
}

/**
 * Opens the archive (bringing its schema up to date), builds the API and listens. SIGTERM and SIGINT close it:
 * no new requests, those in flight are finished within SHUTDOWN_GRACE_MS, then the process ends.
 * Throws ArchiveUnavailable when the database can't be used, and AddressUnavailable when the address can't.
 */
export async function serve(config: Config, { seed }: { seed: boolean }): Promise<Serving> {
  const logger = openLog(config);
  const archive = await openArchive(config.DATABASE_URL);
  if (seed) await seedArchive(archive);
  const app = buildApp({
    archive,
    logger,
    version,
    settings: {
      corsOrigin: config.CORS_ORIGIN,
      publicUrl: config.PUBLIC_URL,
      trustProxy: config.TRUST_PROXY,
      responseCacheBytes: config.RESPONSE_CACHE_MB * 2 ** 20,
    },
  });
  const listening = await listen(app, config);
  // Fastify names the first address it bound; people know the server by the name they gave it.
  const host = config.HOST.includes(':') ? `[${config.HOST}]` : config.HOST;
  const url = config.PUBLIC_URL ?? `http://${host}:${listening.port}`;
  const { articles } = await archive.summary();
  logger.info(`Dateline ${version} serves ${articles} articles on ${url} (docs: ${url}/docs)`);

  const close = async () => {
    await app.close();
    await archive.close();
  };
  const stop = async (signal: NodeJS.Signals) => {
    logger.info(`${signal}: finishing what is in flight`);
    const overdue = setTimeout(() => {
      logger.warn(`requests were still in flight after ${config.SHUTDOWN_GRACE_MS} ms`);
      process.exit(1);
    }, config.SHUTDOWN_GRACE_MS);
    await close();
    clearTimeout(overdue);
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
  return { url, close };
}
