import type { Logger } from 'pino';
import type { Config } from '../../config.ts';

/** Opens the metrics port, if one is configured. `read` returns the metrics. Throws AddressUnavailable. */
export async function openMetrics(
  { METRICS_PORT: port, METRICS_HOST: host }: Config,
  read: () => Promise<string>,
  logger: Logger,
): Promise<void> {
  if (port === null) return;
  const { serveMetrics } = await import('./serve-metrics.ts');
  logger.info(`metrics on ${await serveMetrics({ host, port }, read)}`);
}
