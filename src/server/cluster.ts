import cluster from 'node:cluster';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { openLog } from '../log.ts';
import { endProcess } from './end-process.ts';
import { missingAddressWarning } from './listen.ts';
import { gatherMetrics } from './metrics/gather.ts';
import { openMetrics } from './metrics/open-metrics.ts';
import { onStopMessage, type Ready, startProcess } from './server-process.ts';
import { handleSignals, type SignalReactions } from './signals.ts';
import { startLine } from './start-line.ts';
import { superviseProcesses } from './supervise-processes.ts';

/** Time in ms in which a new process has to listen. The first one may have to migrate the archive, and has no limit. */
const startMs = 60_000;

/**
 * Supervises WEB_CONCURRENCY server processes on one port. A process that exits is replaced. SIGHUP replaces all
 * of them one by one, with the program currently on disk. SIGTERM and SIGINT stop all, after requests in flight.
 * Returns true when the processes have started, false if the first one cannot start. This process does not open
 * the archive, which keeps it small.
 */
export async function supervise(config: Config): Promise<boolean> {
  const logger = await openLog(config);
  const warning = missingAddressWarning(config);
  if (warning) logger.warn(warning);
  await openMetrics(config, gatherMetrics, logger);
  const { started, ...reactions } = startProcesses(config, logger);
  handleSignals(reactions, logger);
  return await started;
}

/** Starts server processes; `started` is false if the first one cannot start. Returns the reactions to signals, too. */
export function startProcesses(
  config: Config,
  logger: Logger,
): SignalReactions & { started: Promise<boolean> } {
  const graceMs = config.SHUTDOWN_GRACE_MS;
  const processes = superviseProcesses({
    count: config.WEB_CONCURRENCY,
    start: ({ signal, isFirst }) => startProcess({ graceMs, startMs: isFirst ? undefined : startMs, signal }),
    logger,
  });
  const started = processes.started.then((ready) => {
    if (!ready) return false;
    const { WEB_CONCURRENCY: count } = config;
    logger.info(`${startLine(ready)} from ${count} ${count === 1 ? 'process' : 'processes'}`);
    return true;
  });
  return {
    started,
    stop: async () => endProcess((await processes.stop()) ? 0 : 1),
    stopNow: () => {
      processes.kill();
      endProcess(1);
    },
    reload: processes.reload,
  };
}

/**
 * Serves as one of the processes that `supervise` starts; the first migrates and seeds the archive. Ignores signals:
 * the supervisor handles them, and a terminal may send them to all processes. Ends when the supervisor says so, or
 * has ended.
 */
export async function serveSupervised(config: Config, { seed }: { seed: boolean }): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => undefined);
  const { closeInTime, openServedArchive, serveArchive } = await import('./serve.ts');
  const logger = await openLog(config);
  const isFirst = cluster.worker?.id === 1;
  const archive = await openServedArchive(config, logger, { migrate: isFirst, seed: isFirst && seed });
  const serving = await serveArchive(archive, config, logger);
  onStopMessage(async () => {
    const inTime = await closeInTime(serving, config, logger);
    // The supervisor may have passed on a connection. A process that disconnects gives it back.
    process.once('disconnect', () => endProcess(inTime ? 0 : 1));
    cluster.worker?.disconnect();
  });
  process.send?.({ url: serving.url, articles: serving.articles } satisfies Ready);
  if (serving.readMetrics) {
    const { sendMetricsOnRequest } = await import('./metrics/gather.ts');
    sendMetricsOnRequest(serving.readMetrics);
  }
}
