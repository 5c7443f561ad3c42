import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { openArchive } from '../archive/open-archive.ts';
import { type Config, readingSettings } from '../config.ts';
import { seedOnce } from '../importing/seed-once.ts';
import { openLog } from '../log.ts';
import { answerSupervisor, gatherMetrics } from './metrics/gather.ts';
import { closeInTime, openMetrics, type Serving, serveArchive, startLine } from './serve.ts';

/** A process that lived as long as this began well: the next start after it is not put off, in ms. */
const settledMs = 30_000;
const longestDelayMs = 30_000;

/** What a serving process tells when it listens. */
type Ready = Pick<Serving, 'url' | 'articles'>;

/**
 * Serves from WEB_CONCURRENCY processes on one port, supervised by this one, which brings the archive up to date
 * and seeds it before. One that ends is replaced, later each time it ends early again. SIGHUP replaces all, one
 * after the other, with the program as it is on disk then; SIGTERM and SIGINT end all, each after what it has in
 * flight. Gives the exit code of a first process that could not start.
 */
export async function supervise(config: Config, { seed }: { seed: boolean }): Promise<number> {
  const logger = await openLog(config);
  const archive = await openArchive(config.DATABASE_URL);
  if (seed) await seedOnce(archive);
  await archive.close();

  await openMetrics(config, gatherMetrics, logger);
  const first = await startWorker();
  if (typeof first === 'number') return first;
  const workers = new Set([first.worker]);
  const state = { stopping: false };
  const keep = (worker: Worker) => replaceWhenEnded(worker, workers, state, logger);
  keep(first.worker);
  for (let count = 1; count < config.WEB_CONCURRENCY; count += 1) {
    const next = await startWorker();
    if (typeof next === 'number') continue;
    workers.add(next.worker);
    keep(next.worker);
  }
  logger.info(`${startLine(first.ready)} from ${workers.size} processes`);

  let reloading = Promise.resolve();
  process.on('SIGHUP', () => {
    reloading = reloading.then(() => reload(workers, state, keep, logger));
  });
  const stop = (signal: NodeJS.Signals) => {
    if (state.stopping) return;
    state.stopping = true;
    logger.info(`${signal}: finishing what is in flight`);
    for (const worker of workers) worker.disconnect();
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
  return 0;
}

/**
 * Serves as one of the processes that `supervise` started. Signals are the supervisor's to answer, as a terminal
 * or an init system may send them to all; this process ends when it is disconnected.
 */
export async function serveSupervised(config: Config): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => undefined);
  const logger = await openLog(config);
  const archive = await openArchive(config.DATABASE_URL, { migrate: false, ...readingSettings(config) });
  const serving = await serveArchive(archive, config, logger);
  process.once('disconnect', () => closeInTime(serving, config, logger));
  const ready: Ready = { url: serving.url, articles: serving.articles };
  process.send?.(ready);
  if (serving.readMetrics) answerSupervisor(serving.readMetrics);
}

/** Starts a process and waits until it listens; its exit code when it ended before. */
async function startWorker(): Promise<{ worker: Worker; ready: Ready } | number> {
  // As in the container: ten megabytes less for each, unless the operator wants otherwise.
  const worker = cluster.fork({ MALLOC_ARENA_MAX: process.env.MALLOC_ARENA_MAX ?? '1' });
  const ended = once(worker, 'exit').then(([code]) => (typeof code === 'number' ? code : 1));
  const ready = once(worker, 'message').then(([message]) => ({ worker, ready: message }));
  return Promise.race([ready, ended]);
}

function replaceWhenEnded(
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
    let failed = performance.now() - begun < settledMs ? failures + 1 : 1;
    logger.error(`a serving process ended with ${signal ?? code}; another is started`);
    for (;;) {
      await pause(delayAfter(failed));
      if (state.stopping) return;
      const next = await startWorker();
      if (typeof next !== 'number') {
        workers.add(next.worker);
        replaceWhenEnded(next.worker, workers, state, logger, failed);
        logger.info('another process serves in its place');
        return;
      }
      failed += 1;
      logger.error(`a serving process could not start; the next try is in ${delayAfter(failed)} ms`);
    }
  });
}

/** 100 ms, and twice as long for each failure before. */
function delayAfter(failures: number): number {
  return Math.min(longestDelayMs, 100 * 2 ** (failures - 1));
}

/** Replaces each process by a new one before it ends; where a new one can't start, the old ones stay. */
async function reload(
  workers: Set<Worker>,
  state: { stopping: boolean },
  keep: (worker: Worker) => void,
  logger: Logger,
): Promise<void> {
  logger.info('SIGHUP: replacing all processes');
  for (const old of [...workers]) {
    if (state.stopping) return;
    const next = await startWorker();
    if (typeof next === 'number') {
      logger.error('a new process could not start; those that run go on');
      return;
    }
    workers.add(next.worker);
    keep(next.worker);
    const ended = once(old, 'exit');
    old.disconnect();
    await ended;
  }
  logger.info('all processes are replaced');
}
