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
import { listen, missingAddressWarning } from './listen.ts';

export interface Serving {
  url: string;
  articles: number;
  /** Returns the metrics of this process in the Prometheus format; absent if metrics are off. */
  readMetrics?: (() => Promise<string>) | undefined;
  /** Finishes requests in flight, then closes the archive. */
  close(): Promise<void>;
}

/**
 * Opens and migrates the archive, builds the API and listens. SIGTERM and SIGINT stop it: new connections are
 * refused, requests in flight get SHUTDOWN_GRACE_MS, then the process ends. Throws ArchiveUnavailable if the
 * database cannot be used, AddressUnavailable if the address cannot.
 */
export async function serve(config: Config, { seed }: { seed: boolean }): Promise<Serving> {
  const logger = await openLog(config);
  const onWaiting = () => logger.warn('waiting for another process that writes to the archive');
  const archive = await openArchive(config.DATABASE_URL, { ...readingSettings(config), onWaiting });
  if (seed) await seedOnce(archive);
  const serving = await serveArchive(archive, config, logger);
  logger.info(startLine(serving));
  const warning = missingAddressWarning(config);
  if (warning) logger.warn(warning);
  try {
    if (serving.readMetrics) await openMetrics(config, serving.readMetrics, logger);
  } catch (cause) {
    await serving.close();
    throw cause;
  }
  const stop = (signal: NodeJS.Signals) => {
    logger.info(`${signal}: finishing requests in flight`);
    return closeInTime(serving, config, logger);
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
  return serving;
}

/** Formats the start message: number of articles, address and documentation. */
export function startLine({ articles, url }: Pick<Serving, 'articles' | 'url'>): string {
  return `Dateline ${version} serves ${articles === 1 ? '1 article' : `${articles} articles`} on ${url} (docs: ${url}/docs)`;
}

/** Builds the API over an archive and listens. Closing the server closes the archive. */
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
  const parser = openParser(archive, { timeLimit: 10_000, queue: 8 });
  const app = buildApp({
    archive,
    parse: parser.parse,
    logger,
    version,
    metrics,
    tracing,
    settings: {
      parseAccess: config.PARSE_ACCESS,
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
  // Fastify reports the first bound address; show the configured host name instead.
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

/** Opens the metrics port, if one is configured. `read` returns the metrics. Throws AddressUnavailable. */
export async function openMetrics(
  { METRICS_PORT: port, METRICS_HOST: host }: Config,
  read: () => Promise<string>,
  logger: Logger,
): Promise<void> {
  if (port === null) return;
  const { serveMetrics } = await import('./metrics/serve-metrics.ts');
  logger.info(`metrics on ${await serveMetrics({ host, port }, read)}`);
}

/** Closes a server, or ends the process after SHUTDOWN_GRACE_MS. */
export async function closeInTime(serving: Serving, config: Config, logger: Logger): Promise<void> {
  const overdue = setTimeout(() => {
    logger.warn(`requests still in flight after ${config.SHUTDOWN_GRACE_MS} ms`);
    process.exit(1);
  }, config.SHUTDOWN_GRACE_MS);
  await serving.close();
  clearTimeout(overdue);
}
