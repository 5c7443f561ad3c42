import type { Config } from '../config.ts';
import { openLog } from '../log.ts';
import { startProcesses } from './cluster.ts';
import { endProcess } from './end-process.ts';
import { missingAddressWarning } from './listen.ts';
import { gatherMetrics } from './metrics/gather.ts';
import { openMetrics } from './metrics/open-metrics.ts';
import { closeInTime, openServedArchive, serveArchive } from './serve.ts';
import { handleSignals, type SignalReactions } from './signals.ts';
import { startLine } from './start-line.ts';

/**
 * Serves the archive in this process, after migrating it. SIGTERM and SIGINT stop it: new connections are refused,
 * requests in flight get SHUTDOWN_GRACE_MS, then the process ends. SIGHUP does the same, but instead of ending, this
 * process starts the program that is on disk in another process and supervises it. It cannot execute that program
 * itself: a signal that arrives before the new program handles signals would end it. Throws ArchiveUnavailable if the
 * database cannot be used, AddressUnavailable if the address cannot.
 */
export async function serveAlone(config: Config, { seed }: { seed: boolean }): Promise<void> {
  const logger = await openLog(config);
  const warning = missingAddressWarning(config);
  if (warning) logger.warn(warning);
  const archive = await openServedArchive(config, logger, { migrate: true, seed });
  const serving = await serveArchive(archive, config, logger);
  logger.info(startLine(serving));
  let readMetrics = serving.readMetrics;
  try {
    if (readMetrics) await openMetrics(config, () => readMetrics?.() ?? gatherMetrics(), logger);
  } catch (cause) {
    await serving.close();
    throw cause;
  }
  let closing: Promise<boolean> | undefined;
  const close = () => {
    closing ??= closeInTime(serving, config, logger);
    return closing;
  };
  let stopped = false;
  let reactions: SignalReactions = {
    async stop() {
      stopped = true;
      endProcess((await close()) ? 0 : 1);
    },
    stopNow: () => endProcess(1),
    async reload() {
      // A server that is closing for a restart loads the newest program anyway.
      if (closing) return;
      logger.info('SIGHUP: restarting');
      await close();
      if (stopped) return;
      readMetrics = undefined;
      const { started, ...others } = startProcesses(config, logger);
      reactions = others;
      if (!(await started)) endProcess(1);
    },
  };
  handleSignals(
    {
      stop: () => reactions.stop(),
      stopNow: () => reactions.stopNow(),
      reload: () => reactions.reload(),
    },
    logger,
  );
}
