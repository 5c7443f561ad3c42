import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { openArchive } from '../archive/open-archive.ts';
import { type Config, readingSettings } from '../config.ts';
import { seedOnce } from '../importing/seed-once.ts';
import { openLog } from '../log.ts';
import { missingAddressWarning } from './listen.ts';
import { gatherMetrics, sendMetricsOnRequest } from './metrics/gather.ts';
import { closeInTime, openMetrics, type Serving, serveArchive, startLine } from './serve.ts';

/** Time in ms after which a process counts as stable. The delay before it is replaced is then the shortest. */
const stableMs = 30_000;
const maxDelayMs = 30_000;

/** Message that a server process sends when it listens. */
type Ready = Pick<Serving, 'url' | 'articles'>;

/**
 * Supervises WEB_CONCURRENCY server processes on one port, after migrating and seeding the archive. A process
 * that exits is replaced, with a growing delay if it exits early. SIGHUP replaces all of them one by one,
 * with the program currently on disk. SIGTERM and SIGINT stop all, after requests in flight. Returns 0 when
 * the processes have started, or the exit code of the first one if it cannot start.
 */
export async function supervise(config: Config, { seed }: { seed: boolean }): Promise<number> {
  const logger = await openLog(config);
  const onWaiting = () => logger.warn('waiting for another process that writes to the archive');
  const archive = await openArchive(config.DATABASE_URL, { onWaiting });
  if (seed) await seedOnce(archive);
  await archive.close();

  await openMetrics(config, gatherMetrics, logger);
  const first = await startWorker();
  if (typeof first === 'number') return first;
  const workers = new Set([first.worker]);
  const state = { stopping: false };
  const watch = (worker: Worker) => replaceOnExit(worker, workers, state, logger);
  watch(first.worker);
  for (let count = 1; count < config.WEB_CONCURRENCY; count += 1) {
    const next = await startWorker();
    if (typeof next === 'number') continue;
    workers.add(next.worker);
    watch(next.worker);
  }
  logger.info(`${startLine(first.ready)} from ${workers.size} processes`);
  const warning = missingAddressWarning(config);
  if (warning) logger.warn(warning);

  let reloading = Promise.resolve();
  process.on('SIGHUP', () => {
    reloading = reloading.then(() => reload(workers, state, watch, logger));
  });
  const stop = (signal: NodeJS.Signals) => {
    if (state.stopping) return;
    state.stopping = true;
    logger.info(`${signal}: finishing requests in flight`);
    for (const worker of workers) worker.disconnect();
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
  return 0;
}

/**
 * Serves as one of the processes that `supervise` starts. Ignores signals: the supervisor handles them, and a
 * terminal may send them to all processes. Ends when the supervisor disconnects.
 */
export async function serveSupervised(config: Config): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => undefined);
  const logger = await openLog(config);
  const onWaiting = () => logger.warn('a write waits for another process that writes to the archive');
  const archive = await openArchive(config.DATABASE_URL, {
    migrate: false,
    onWaiting,
    ...readingSettings(config),
  });
  const serving = await serveArchive(archive, config, logger);
  process.once('disconnect', () => closeInTime(serving, config, logger));
  const ready: Ready = { url: serving.url, articles: serving.articles };
  process.send?.(ready);
  if (serving.readMetrics) sendMetricsOnRequest(serving.readMetrics);
}

/** Starts a process and waits until it listens. Returns its exit code if it ends before. */
async function startWorker(): Promise<{ worker: Worker; ready: Ready } | number> {
  const worker = cluster.fork();
  const ended = once(worker, 'exit').then(([code]) => (typeof code === 'number' ? code : 1));
  const ready = once(worker, 'message').then(([message]) => ({ worker, ready: message }));
  return Promise.race([ready, ended]);
}

function replaceOnExit(
  worker: Worker,
  workers: Set<Worker>,
  state: { stopping: boolean },
  logger: Logger,
  failures = 0,
): void {
  const begun = performance.now();
  worker.once('exit', async (code, signal) => {
    workers.delete(worker);
    if (state.stopping || worker.exitedAfterDisconnect) return;
    let failed = performance.now() - begun < stableMs ? failures + 1 : 1;
    logger.error(`server process exited (${signal ?? code}); starting another`);
    for (;;) {
      await pause(delayAfter(failed));
      if (state.stopping) return;
      const next = await startWorker();
      if (typeof next !== 'number') {
        workers.add(next.worker);
        replaceOnExit(next.worker, workers, state, logger, failed);
        // SIGTERM came while it started.
        if (state.stopping) next.worker.disconnect();
        logger.info('replacement server process started');
        return;
      }
      failed += 1;
      logger.error(`server process failed to start; retrying in ${delayAfter(failed)} ms`);
    }
  });
}

/** Returns the delay before a restart in ms: 100, doubled for each earlier failure, up to the maximum. */
function delayAfter(failures: number): number {
  return Math.min(maxDelayMs, 100 * 2 ** (failures - 1));
}

/**
 * Replaces the processes one by one; each new one starts before the old one ends. If a new one cannot start,
 * the old ones stay.
 */
async function reload(
  workers: Set<Worker>,
  state: { stopping: boolean },
  watch: (worker: Worker) => void,
  logger: Logger,
): Promise<void> {
  logger.info('SIGHUP: replacing all processes');
  for (const old of [...workers]) {
    if (state.stopping) return;
    const next = await startWorker();
    if (typeof next === 'number') {
      logger.error('new process failed to start; keeping the running processes');
      return;
    }
    workers.add(next.worker);
    watch(next.worker);
    // SIGTERM came while it started; the others have been told.
    if (state.stopping) {
      next.worker.disconnect();
      return;
    }
    const ended = once(old, 'exit');
    old.disconnect();
    await ended;
  }
  logger.info('replaced all processes');
}
