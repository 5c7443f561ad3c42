import type { Document } from '../reading/reader.ts';
import { createArticleReader, type Outcome, type ReadingTask } from './read-articles.ts';
import { parcelsAhead, type ReadingThreads, startReadingThreads } from './reading-threads.ts';
import { withinTime } from './within-time.ts';

/** Whatever reads the documents of an import. */
export interface ArticleReading {
  /** How many parcels should be under way at once. */
  width(): number;
  /** The outcomes of each document, in order. Who reads them is settled before this returns. */
  read(documents: Document[]): Promise<Outcome[][]>;
  close(): Promise<void>;
}

/** Other threads are worth their start when reading has taken this one as long as a start takes: computing, in µs. */
const worthThreads = 500_000;

/** A parcel that may be read here: bytes, and how long it may take, in milliseconds. */
const mostHere = 512 * 2 ** 10;
const longestHere = 10_000;

/**
 * Opens the reading of an import. It begins in this thread, which has read a few thousand articles sooner than another
 * is started. Then so many threads are started, and this one reads only what they are too busy for, as it would wait
 * otherwise. What is large, or takes long here, is left to them: they can be ended. With 0 threads all is read here.
 */
export function openReading(task: ReadingTask, count: number): ArticleReading {
  let reader: ReturnType<typeof createArticleReader> | undefined;
  let threads: ReadingThreads | undefined;
  let readHere = 0;
  let trusted = true;

  const readAll = (documents: Document[]): Outcome[][] => {
    reader ??= createArticleReader(task);
    return documents.map(reader);
  };
  /** Undefined when it took too long. */
  const here = (documents: Document[]): Outcome[][] | undefined => {
    const begun = process.threadCpuUsage();
    const outcomes = withinTime(() => readAll(documents), longestHere);
    const { user, system } = process.threadCpuUsage(begun);
    readHere += user + system;
    // What was stopped midway is not used again.
    trusted = outcomes !== undefined;
    return outcomes;
  };
  const mayBeHere = (documents: Document[]): boolean =>
    trusted && documents.reduce((sum, { bytes }) => sum + bytes.length, 0) <= mostHere;

  return {
    width: () => (threads ? (count + 1) * parcelsAhead : 1),
    async read(documents) {
      if (count === 0) return readAll(documents);
      if (readHere > worthThreads) threads ??= startReadingThreads(task, count);
      if (mayBeHere(documents) && (!threads?.ready() || threads.busy())) {
        const outcomes = here(documents);
        if (outcomes) return outcomes;
      }
      threads ??= startReadingThreads(task, count);
      return await threads.read(documents);
    },
    close: async () => threads?.close(),
  };
}
