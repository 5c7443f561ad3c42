import cluster from 'node:cluster';
import type { Logger } from 'pino';
import type { Archive } from '../archive/archive.ts';
import { openArchive } from '../archive/open-archive.ts';
import { type Config, readingSettings } from '../config.ts';
import { openParser } from '../importing/open-parser.ts';
import { seedOnce } from '../importing/seed-once.ts';
import { announcedFeeds } from '../live/announced-feeds.ts';
import { sendChanges } from '../live/send-changes.ts';
import { openLog } from '../log.ts';
import { version } from '../version.ts';
import { buildApp } from './app.ts';
import { listen } from './listen.ts';

/** A running server. */
export interface Serving {
  /** Where it answers: `http://localhost:3000`. */
  url: string;
  /** How many articles the archive has. */
  articles: number;
  /** What this process counted, as Prometheus reads it; absent where there are no metrics. */
  readMetrics?: (() => Promise<string>) | undefined;
  /** Finishes what is in flight, then closes the archive. */
  close(): Promise<void>;
}

/**
 * Opens the archive (bringing its schema up to date), builds the API and listens. SIGTERM and SIGINT close it:
 * no new requests, those in flight are finished within SHUTDOWN_GRACE_MS, then the process ends.
 * Throws ArchiveUnavailable when the database can't be used, and AddressUnavailable when the address can't.
 */
export async function serve(config: Config, { seed }: { seed: boolean }): Promise<Serving> {
  const logger = await openLog(config);
  const archive = await openArchive(config.DATABASE_URL, readingSettings(config));
  if (seed) await seedOnce(archive);
  const serving = await serveArchive(archive, config, logger);
  logger.info(startLine(serving));
  try {
    if (serving.readMetrics) await openMetrics(config, serving.readMetrics, logger);
  } catch (cause) {
    await serving.close();
    throw cause;
  }
  const stop = (signal: NodeJS.Signals) => {
    logger.info(`${signal}: finishing what is in flight`);
    return closeInTime(serving, config, logger);
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
  return serving;
}

/** What a start says: what is served where, and where its documentation is. */
export function startLine({ articles, url }: Pick<Serving, 'articles' | 'url'>): string {
  return `Dateline ${version} serves ${articles === 1 ? '1 article' : `${articles} articles`} on ${url} (docs: ${url}/docs)`;
}

/** Builds the API over an archive and listens. Closing it closes the archive too. */
export async function serveArchive(archive: Archive, config: Config, logger: Logger): Promise<Serving> {
  const metrics =
    config.METRICS_PORT === null
      ? undefined
      : (await import('./metrics/create-metrics.ts')).createMetrics(archive, {
          version,
          process: cluster.worker?.id ?? 0,
        });
  const tracing =
    config.OTEL_EXPORTER_OTLP_ENDPOINT === null
      ? undefined
      : await (await import('./tracing/open-tracing.ts')).openTracing({
          endpoint: config.OTEL_EXPORTER_OTLP_ENDPOINT,
          version,
        });
  const parser = openParser(archive, { threads: 1, timeLimit: 10_000, queue: 8 });
  const app = buildApp({
    archive,
    parse: parser.parse,
    logger,
    version,
    metrics,
    tracing,
    settings: {
      corsOrigin: config.CORS_ORIGIN,
      publicUrl: config.PUBLIC_URL,
      trustProxy: config.TRUST_PROXY,
      mcpOrigins: config.MCP_ORIGINS,
      responseCacheBytes: config.RESPONSE_CACHE_MB * 2 ** 20,
      streamLimit: config.STREAM_LIMIT,
      hub: config.WEBSUB_HUB,
    },
  });
  const listening = await listen(app, config);
  // Fastify names the first address it bound; people know the server by the name they gave it.
  const host = config.HOST.includes(':') ? `[${config.HOST}]` : config.HOST;
  const url = config.PUBLIC_URL ?? `http://${host}:${listening.port}`;
  const { articles } = await archive.reads.summary();
  const sender = sendChanges(archive, {
    hub: config.WEBSUB_HUB,
    feeds: announcedFeeds.map((path) => `${url}${path}`),
    privateAddresses: config.WEBHOOK_PRIVATE_ADDRESSES,
    warn: (about, message) => logger.warn(about, message),
  });
  const close = async () => {
    await app.close();
    await sender.close();
    await parser.close();
    await archive.close();
  };
  return { url, articles, close, readMetrics: metrics?.read };
}

/** Opens the port for metrics, if there is to be one; `read` gives their text. Throws AddressUnavailable. */
export async function openMetrics(
  { METRICS_PORT: port, METRICS_HOST: host }: Config,
  read: () => Promise<string>,
  logger: Logger,
): Promise<void> {
  if (port === null) return;
  const { serveMetrics } = await import('./metrics/serve-metrics.ts');
  logger.info(`metrics on ${await serveMetrics({ host, port }, read)}`);
}

/** Closes a server; ends the process where that takes longer than SHUTDOWN_GRACE_MS. */
export async function closeInTime(serving: Serving, config: Config, logger: Logger): Promise<void> {
  const overdue = setTimeout(() => {
    logger.warn(`requests were still in flight after ${config.SHUTDOWN_GRACE_MS} ms`);
    process.exit(1);
  }, config.SHUTDOWN_GRACE_MS);
  await serving.close();
  clearTimeout(overdue);
}
