import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { delayAfter } from './restart-delay.ts';
import type { Ready, ServerProcess } from './server-process.ts';

export interface Supervision {
  /** Number of processes to keep running. */
  count: number;
  /** Starts a process. Returns its exit code or signal if it ends before it listens. */
  start(options: { signal: AbortSignal; isFirst: boolean }): Promise<ServerProcess | number | string>;
  logger: Logger;
}

export interface ServerProcesses {
  /** Resolves when all processes have started, to what the first one said; to undefined if that cannot start. */
  started: Promise<Ready | undefined>;
  /** Replaces all processes one by one. A call during a replacement replaces them once more. */
  reload(): void;
  /** Stops all processes. Returns false if one of them cut requests off or did not end by itself. */
  stop(): Promise<boolean>;
  /** Ends all processes at once. */
  kill(): void;
}

/** A process, and the number of the reload that started it. */
interface Running {
  process: ServerProcess;
  generation: number;
  stopping: boolean;
}

/** Time in ms without a failure after which the next one counts as the first. */
const stableMs = 30_000;

/**
 * Keeps processes running. If the first one cannot start, no other is started. One that ends is replaced: at once, with
 * a growing delay if that happens often. On reload each new process starts before an old one is stopped; if it cannot
 * start, the old ones stay.
 */
export function superviseProcesses({ count, start, logger }: Supervision): ServerProcesses {
  const running = new Set<Running>();
  const stopping = new AbortController();
  const started = Promise.withResolvers<Ready | undefined>();
  let changed = Promise.withResolvers<void>();
  let generation = 0;
  let reloading = false;
  let failures = { count: 0, at: Number.NEGATIVE_INFINITY };
  let cutOff = false;
  let complete = false;

  const wake = () => {
    changed.resolve();
    changed = Promise.withResolvers();
  };
  const countFailure = () => {
    const now = performance.now();
    failures = { count: now - failures.at < stableMs ? failures.count + 1 : 1, at: now };
  };
  const add = (process: ServerProcess, of: number) => {
    const one: Running = { process, generation: of, stopping: false };
    running.add(one);
    void process.ended.then((outcome) => {
      running.delete(one);
      if (outcome !== 0) cutOff = true;
      if (!one.stopping) {
        countFailure();
        logger.error(`server process exited (${outcome}); starting another`);
      } else if (outcome === 'SIGKILL') logger.warn('server process did not end in time; killed it');
      wake();
    });
    return one;
  };
  const stop = (one: Running) => {
    if (!one.stopping) one.process.stop();
    one.stopping = true;
  };

  /** Starts a process that is missing, or that replaces an old one. */
  const startOne = async (missing: boolean, old: Running[]) => {
    const current = generation;
    const next = await start({ signal: stopping.signal, isFirst: false });
    if (typeof next === 'object') {
      const one = add(next, current);
      if (stopping.signal.aborted) stop(one);
      else if (missing && complete) logger.info('replacement server process started');
      return;
    }
    if (stopping.signal.aborted) return;
    if (missing) {
      countFailure();
      logger.error(`server process failed to start; retrying in ${delayAfter(failures.count)} ms`);
      return;
    }
    logger.error('new process failed to start; keeping the running processes');
    for (const one of old) one.generation = current;
    if (generation === current) reloading = false;
  };

  const maintain = async () => {
    const first = await start({ signal: stopping.signal, isFirst: true });
    if (typeof first !== 'object') {
      if (!stopping.signal.aborted) started.resolve(undefined);
      return;
    }
    const one = add(first, 0);
    if (stopping.signal.aborted) stop(one);
    while (!stopping.signal.aborted) {
      const serving = [...running].filter((one) => !one.stopping);
      const old = serving.filter((one) => one.generation < generation);
      const [oldest] = old;
      const due = failures.at + delayAfter(failures.count) - performance.now();
      if (oldest && serving.length > count) stop(oldest);
      else if (serving.length < count && due > 0) await Promise.race([changed.promise, pause(due)]);
      else if (serving.length < count) await startOne(true, old);
      // Only one process more than configured: others wait until the one before has ended.
      else if (oldest && running.size === serving.length) await startOne(false, old);
      else {
        complete = true;
        started.resolve(first.ready);
        if (reloading && running.size === serving.length) {
          reloading = false;
          logger.info('replaced all processes');
        }
        await changed.promise;
      }
    }
  };

  const maintained = maintain();
  return {
    started: started.promise,
    reload() {
      logger.info(`SIGHUP: replacing all processes${reloading ? ' once more' : ''}`);
      reloading = true;
      generation += 1;
      failures = { count: 0, at: Number.NEGATIVE_INFINITY };
      wake();
    },
    async stop() {
      stopping.abort();
      cutOff = false;
      for (const one of running) stop(one);
      wake();
      await maintained;
      await Promise.all([...running].map(({ process }) => process.ended));
      return !cutOff;
    },
    kill() {
      stopping.abort();
      for (const { process } of running) process.kill();
    },
  };
}
