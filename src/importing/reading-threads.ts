import { Piscina } from 'piscina';
import type { Document } from '../reading/reader.ts';
import type { Outcome, ReadingTask } from './read-articles.ts';

/** Threads that read documents beside the one that writes them. */
export interface ReadingThreads {
  /** Whether one is ready to read. */
  ready(): boolean;
  /** Whether all have as much before them as they should. */
  busy(): boolean;
  /** The outcomes of each document, in order. A document that no thread survives is rejected. */
  read(documents: Document[]): Promise<Outcome[][]>;
  close(): Promise<void>;
}

type ReadingPool = Piscina<Document[], Outcome[][]>;

/** Parcels that a thread has before it: while this thread writes a batch, it gets no new ones. */
export const parcelsAhead = 4;

/** Starts so many reading threads. `timeLimit` is how long a parcel may take, in milliseconds; usual are some hundred. */
export function startReadingThreads(task: ReadingTask, threads: number, timeLimit = 120_000): ReadingThreads {
  let pool = openPool(task, threads, parcelsAhead);
  /** Started when it is needed: whoever ends a thread shall end it for no other document. */
  let alone: ReadingPool | undefined;
  let lastAlone: Promise<unknown> = Promise.resolve();
  let ready = false;
  let underWay = 0;
  const running = new Set<Promise<unknown>>();
  const keep = <Result>(result: Promise<Result>): Promise<Result> => {
    const settled: Promise<unknown> = result.then(
      () => running.delete(settled),
      () => running.delete(settled),
    );
    running.add(settled);
    return result;
  };
  /** A thread can't be asked to stop: all are ended, and what they had before them fails. */
  const replace = (stuck: ReadingPool): void => {
    if (pool !== stuck) return;
    pool = openPool(task, threads, parcelsAhead);
    keep(stuck.destroy()).catch(() => undefined);
  };
  /** Not by a signal, as the pool would leave a thread idle that has such work: nothing could wait before it. */
  const together = async (documents: Document[]): Promise<Outcome[][]> => {
    const by = pool;
    const timer = setTimeout(() => replace(by), timeLimit);
    return await keep(by.run(documents)).finally(() => clearTimeout(timer));
  };
  /** Which document it was that ended a thread shows when each is read alone, and nothing waits behind it. */
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
    return keep(outcomes);
  };

  // Nothing to read, for the answer only. An import may end before it comes.
  pool.run([]).then(
    () => {
      ready = true;
    },
    () => undefined,
  );
  return {
    ready: () => ready,
    busy: () => underWay >= threads * parcelsAhead,
    async read(documents) {
      underWay++;
      try {
        return await together(documents);
      } catch {
        // A thread ran out of memory or time, with this parcel or one that it had beside.
        return await readAlone(documents);
      } finally {
        underWay--;
      }
    },
    async close() {
      // A pool fails when it is destroyed while a thread answers, as after an import that was cut short.
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
    // What a thread makes is garbage as soon as it is sent; V8's usual 48 MiB of it a thread only cost memory.
    resourceLimits: { maxYoungGenerationSizeMb: 12 },
  });
  // A thread that was given up for taking too long may answer after all: nobody waits for it any more.
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
