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

/** Parcels that a thread has before it: while this thread writes a batch, it gets no new ones. */
export const parcelsAhead = 3;

/** How long reading a parcel may take, in milliseconds; usual are a few hundred. */
const timeLimit = 120_000;

/** Starts so many reading threads. */
export function startReadingThreads(task: ReadingTask, threads: number): ReadingThreads {
  const pool = openPool(task, threads, parcelsAhead);
  /** Started when it is needed: whoever ends a thread shall end it for no other document. */
  let alone: Piscina<Document[], Outcome[][]> | undefined;
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
  const attempt = (by: Piscina<Document[], Outcome[][]>, documents: Document[]) =>
    keep(by.run(documents, { signal: AbortSignal.timeout(timeLimit) }));
  /** Which document it was that ended a thread shows when each is read alone. */
  const readAlone = async (documents: Document[]): Promise<Outcome[][]> => {
    alone ??= openPool(task, 1, 1);
    const outcomes: Outcome[][] = [];
    for (const document of documents) {
      outcomes.push(await attempt(alone, [document]).then(([one]) => one ?? [], refusal(document)));
    }
    return outcomes;
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
        return await attempt(pool, documents);
      } catch {
        // A thread ran out of memory or time, with this parcel or one that it had beside.
        return await keep(readAlone(documents));
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

function refusal({ path, firstLine }: Document): (cause: unknown) => Outcome[] {
  return (cause) => {
    const late = cause instanceof Error && cause.name === 'AbortError';
    const reason = late ? `took longer than ${timeLimit / 1000} s to read` : `could not be read: ${cause}`;
    return [{ kind: 'reject', reject: { path, line: firstLine ?? null, reason } }];
  };
}
