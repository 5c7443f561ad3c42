import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import type { Document } from '../reading/reader.ts';
import { createArticleReader, type Outcome, type ReadingTask } from './read-articles.ts';

/** Threads that read documents beside the one that writes them. */
export interface ReadingPool {
  /** How many parcels should be under way so that no thread waits. */
  width: number;
  read(documents: Document[]): Promise<Outcome[][]>;
  close(): Promise<void>;
}

/** Opens one reading thread a core; the writer's thread shares with them, since it mostly waits for the disk. */
export function openReadingPool(task: ReadingTask, threads = availableParallelism()): ReadingPool {
  const extension = import.meta.filename.endsWith('.ts') ? 'ts' : 'js';
  const pool = new Piscina<Document[], Outcome[][]>({
    filename: new URL(`./reading-worker.${extension}`, import.meta.url).href,
    workerData: task,
    minThreads: threads,
    maxThreads: threads,
  });
  return {
    width: threads * 2,
    read: (documents) => pool.run(documents),
    close: () => pool.destroy(),
  };
}

/** Reads in this thread: a few documents are read sooner than a thread is started. */
export function readHere(task: ReadingTask): ReadingPool {
  const read = createArticleReader(task);
  return { width: 1, read: async (documents) => documents.map(read), close: async () => undefined };
}
