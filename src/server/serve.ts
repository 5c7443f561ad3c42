import cluster from 'node:cluster';
import type { Logger } from 'pino';
import type { Archive } from '../archive/archive.ts';
import { ArchiveUnavailable } from '../archive/archive-unavailable.ts';
import { openArchive } from '../archive/open-archive.ts';
import { type Config, readingSettings } from '../config.ts';
import { openDelayMeter } from '../http/load-shedding.ts';
import { openParser } from '../importing/open-parser.ts';
import { seedOnce } from '../importing/seed-once.ts';
import { announcedFeeds } from '../live/announced-feeds.ts';
import { publishDueNow } from '../live/publish-due.ts';
import { sendChanges } from '../live/send-changes.ts';
import { version } from '../version.ts';
import { buildApp } from './app.ts';
import { pathsOfArticle } from './article-paths.ts';
import { listen } from './listen.ts';

export interface Serving {
  url: string;
  articles: number;
  /** Returns the metrics of this process in the Prometheus format; absent if metrics are off. */
  readMetrics?: (() => Promise<string>) | undefined;
  /** Finishes requests in flight, then closes the archive. */
  close(): Promise<void>;
  /** Closes all connections, so that `close` need not wait for them. */
  cutOff(): void;
}

/**
 * Opens the archive to serve it, and migrates and seeds it if told to. Publishes what became due while no process
 * served it. Throws ArchiveUnavailable.
 */
export async function openServedArchive(
  config: Config,
  logger: Logger,
  { migrate, seed }: { migrate: boolean; seed: boolean },
): Promise<Archive> {
  const onWaiting = () => logger.warn('waiting for another process that writes to the archive');
  const archive = await openArchive(config.DATABASE_URL, { migrate, onWaiting, ...readingSettings(config) });
  if (migrate) await archive.writes.listTagsFrom(config.TAG_MIN_ARTICLES);
  if (seed) await seedOnce(archive);
  try {
    await publishDueNow(archive);
  } catch (err) {
    // Another process writes for long, or the file cannot be written. It is tried again while serving.
    if (!(err instanceof ArchiveUnavailable && ['busy', 'read-only'].includes(err.reason))) throw err;
    logger.warn({ err }, 'could not publish what is due');
  }
  // One of several processes says it.
  if (migrate) for (const warning of await archive.warnings()) logger.warn(warning);
  return archive;
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
  const parser = openParser(archive);
  const delayMeter = openDelayMeter();
  const cutOff = new AbortController();
  const app = buildApp({
    archive,
    parse: parser.parse,
    logger,
    version,
    metrics,
    tracing,
    settings: {
      readAccess: config.READ_ACCESS,
      parseAccess: config.PARSE_ACCESS,
      rateLimits: { address: config.RATE_LIMIT, key: config.RATE_LIMIT_KEY },
      corsOrigin: config.CORS_ORIGIN,
      publicUrl: config.PUBLIC_URL,
      trustProxy: config.TRUST_PROXY,
      mcpOrigins: config.MCP_ORIGINS,
      responseCacheBytes: config.RESPONSE_CACHE_MB * 2 ** 20,
      streamLimit: config.STREAM_LIMIT,
      // Connections without a request leave most of the time to those that have one.
      drainMs: Math.min(1000, config.SHUTDOWN_GRACE_MS / 4),
      hub: config.WEBSUB_HUB,
    },
    cutOff: cutOff.signal,
    loopDelayMs: delayMeter.delayMs,
    onRefused: metrics?.refused,
  });
  const listening = await listen(app, config);
  // Fastify reports the first bound address; show the configured host name instead.
  const host = config.HOST.includes(':') ? `[${config.HOST}]` : config.HOST;
  const url = config.PUBLIC_URL ?? `http://${host}:${listening.port}`;
  const { articles } = await archive.reads.summary();
  const sender = sendChanges(archive, {
    hub: config.WEBSUB_HUB,
    feeds: announcedFeeds.map((path) => `${url}${path}`),
    cdn: config.CDN_PURGE_URL === null ? null : { url: config.CDN_PURGE_URL, pathsOf: pathsOfArticle },
    privateAddresses: config.WEBHOOK_PRIVATE_ADDRESSES,
    warn: (about, message) => logger.warn(about, message),
  });
  const close = async () => {
    await app.close();
    delayMeter.close();
    await sender.close();
    await parser.close();
    await archive.close();
  };
  return { url, articles, close, cutOff: () => cutOff.abort(), readMetrics: metrics?.read };
}

/** Closes a server. Returns false if requests were cut off after SHUTDOWN_GRACE_MS, or it cannot be closed. */
export async function closeInTime(serving: Serving, config: Config, logger: Logger): Promise<boolean> {
  const { promise: overdue, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => {
    logger.warn(`requests still in flight after ${config.SHUTDOWN_GRACE_MS} ms`);
    serving.cutOff();
    resolve(false);
  }, config.SHUTDOWN_GRACE_MS);
  try {
    return await Promise.race([serving.close().then(() => true), overdue]);
  } catch (err) {
    logger.error({ err }, 'could not close the server');
    return false;
  } finally {
    clearTimeout(timer);
  }
}
