import { Piscina } from 'piscina';
import type { Document } from '../reading/reader.ts';
import type { Outcome, ReadingTask } from './read-articles.ts';

export interface ReadingThreads {
  /** True if at least one worker is ready. */
  ready(): boolean;
  /** True if all workers have their full share of chunks. */
  busy(): boolean;
  /**
   * Parses a chunk and returns the outcomes of each document, in order. A document that crashes its worker is rejected.
   */
  read(documents: Document[]): Promise<Outcome[][]>;
  close(): Promise<void>;
}

type ReadingPool = Piscina<Document[], Outcome[][]>;

/** Number of chunks per worker, so that workers stay busy while the main thread writes a batch. */
export const chunksPerThread = 4;

/**
 * Starts worker threads. `timeLimit` is the maximum time per chunk in milliseconds; a chunk usually takes a
 * few hundred.
 */
export function startReadingThreads(task: ReadingTask, threads: number, timeLimit = 120_000): ReadingThreads {
  let pool = openPool(task, threads, chunksPerThread);
  /** Worker for single documents, started on demand. A crash there affects no other document. */
  let alone: ReadingPool | undefined;
  let lastAlone: Promise<unknown> = Promise.resolve();
  let ready = false;
  let reading = 0;
  const running = new Set<Promise<unknown>>();
  const track = <Result>(result: Promise<Result>): Promise<Result> => {
    const settled: Promise<unknown> = result.then(
      () => running.delete(settled),
      () => running.delete(settled),
    );
    running.add(settled);
    return result;
  };
  /** A running worker cannot be interrupted, so the whole pool is replaced. Its other chunks fail and are retried. */
  const replace = (stuck: ReadingPool): void => {
    if (pool !== stuck) return;
    pool = openPool(task, threads, chunksPerThread);
    track(stuck.destroy()).catch(() => undefined);
  };
  /** Uses a timer because Piscina does not queue further tasks on a worker that runs an abortable task. */
  const readTogether = async (documents: Document[]): Promise<Outcome[][]> => {
    const current = pool;
    const timer = setTimeout(() => replace(current), timeLimit);
    return await track(current.run(documents)).finally(() => clearTimeout(timer));
  };
  /** Parses documents one by one, to find the one that crashes its worker. */
  const readAlone = (documents: Document[]): Promise<Outcome[][]> => {
    const outcomes = lastAlone.then(async () => {
      alone ??= openPool(task, 1, 1);
      const read: Outcome[][] = [];
      for (const document of documents) {
        const signal = AbortSignal.timeout(timeLimit);
        const refused = refusal(document, timeLimit);
        read.push(await alone.run([document], { signal }).then(([one]) => one ?? [], refused));
      }
      return read;
    });
    lastAlone = outcomes;
    return track(outcomes);
  };

  // An empty task, to learn when a worker is ready. The import may end before that.
  pool.run([]).then(
    () => {
      ready = true;
    },
    () => undefined,
  );
  return {
    ready: () => ready,
    busy: () => reading >= threads * chunksPerThread,
    async read(documents) {
      reading++;
      try {
        return await readTogether(documents);
      } catch {
        // A worker ran out of memory or time, on this chunk or on another one.
        return await readAlone(documents);
      } finally {
        reading--;
      }
    },
    async close() {
      // A pool throws if it is destroyed while a worker is responding, as after an interrupted import.
      while (running.size > 0) await Promise.all(running);
      await Promise.all([pool.destroy(), alone?.destroy()]);
    },
  };
}

function openPool(task: ReadingTask, threads: number, concurrentTasksPerWorker: number) {
  const extension = import.meta.filename.endsWith('.ts') ? 'ts' : 'js';
  const pool = new Piscina<Document[], Outcome[][]>({
    filename: new URL(`./reading-worker.${extension}`, import.meta.url).href,
    workerData: task,
    minThreads: threads,
    maxThreads: threads,
    concurrentTasksPerWorker,
    // Results are garbage as soon as they are sent. The default young generation of 48 MiB per worker only
    // costs memory.
    resourceLimits: { maxYoungGenerationSizeMb: 12 },
  });
  // A terminated thread may emit an error that nobody awaits.
  pool.on('error', () => undefined);
  return pool;
}

function refusal({ path, firstLine }: Document, timeLimit: number): (cause: unknown) => Outcome[] {
  return (cause) => {
    const late = cause instanceof Error && cause.name === 'AbortError';
    const reason = late ? `took longer than ${timeLimit / 1000} s to read` : `could not be read: ${cause}`;
    return [{ kind: 'reject', reject: { path, line: firstLine ?? null, reason } }];
  };
}
