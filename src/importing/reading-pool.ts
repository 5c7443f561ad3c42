import { Piscina } from 'piscina';
import type { Document } from '../reading/reader.ts';
import { createArticleReader, type Outcome, type ReadingTask } from './read-articles.ts';

/** Threads that read documents beside the one that writes them. */
export interface ReadingPool {
  /** How many parcels should be under way so that no thread waits. */
  width: number;
  /** The outcomes of each document, in order. A document that no thread survives is rejected. */
  read(documents: Document[]): Promise<Outcome[][]>;
  close(): Promise<void>;
}

/** How long reading a parcel may take, in milliseconds; usual are a few hundred. */
const timeLimit = 120_000;

/** Opens so many reading threads. */
export function openReadingPool(task: ReadingTask, threads: number): ReadingPool {
  const extension = import.meta.filename.endsWith('.ts') ? 'ts' : 'js';
  const pool = new Piscina<Document[], Outcome[][]>({
    filename: new URL(`./reading-worker.${extension}`, import.meta.url).href,
    workerData: task,
    minThreads: threads,
    maxThreads: threads,
    // What a thread makes is garbage as soon as it is sent; V8's usual 48 MiB of it a thread only cost memory.
    resourceLimits: { maxYoungGenerationSizeMb: 12 },
  });
  // A thread that was given up for taking too long may answer after all: nobody waits for it any more.
  pool.on('error', () => undefined);
  const underWay = new Set<Promise<unknown>>();
  const attempt = (documents: Document[]) => {
    const result = pool.run(documents, { signal: AbortSignal.timeout(timeLimit) });
    const settled: Promise<unknown> = result.then(
      () => underWay.delete(settled),
      () => underWay.delete(settled),
    );
    underWay.add(settled);
    return result;
  };

  return {
    // While a batch is written, the threads work ahead: about as much as a batch holds.
    width: threads * 4,
    async read(documents) {
      try {
        return await attempt(documents);
      } catch {
        // A thread ran out of memory or time. Which document it was shows when each is read alone.
        return await Promise.all(
          documents.map((document) => attempt([document]).then(([one]) => one ?? [], refusal(document))),
        );
      }
    },
    async close() {
      // A pool fails when it is destroyed while a thread answers, as after an import that was cut short.
      await Promise.all(underWay);
      await pool.destroy();
    },
  };
}

function refusal({ path, firstLine }: Document): (cause: unknown) => Outcome[] {
  return (cause) => {
    const late = cause instanceof Error && cause.name === 'AbortError';
    const reason = late ? `took longer than ${timeLimit / 1000} s to read` : `could not be read: ${cause}`;
    return [{ kind: 'reject', reject: { path, line: firstLine ?? null, reason } }];
  };
}

/** Reads in this thread: a few documents are read sooner than a thread is started. */
export function readHere(task: ReadingTask): ReadingPool {
  const read = createArticleReader(task);
  return { width: 1, read: async (documents) => documents.map(read), close: async () => undefined };
}
