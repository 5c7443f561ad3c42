import { packedKind } from '../reading/open-document.ts';
import type { Document } from '../reading/reader.ts';
import {
  createDocumentReader,
  createOpeningReader,
  type Outcome,
  type ReadingTask,
} from './read-articles.ts';
import { chunksPerThread, type ReadingThreads, startReadingThreads } from './reading-threads.ts';
import { withinTime } from './within-time.ts';

export interface ArticleReader {
  /** Number of chunks that should be in flight. */
  width(): number;
  /** Parses a chunk and returns the outcomes of each document, in order. The choice of thread is made synchronously. */
  read(documents: Document[]): Promise<Outcome[][]>;
  close(): Promise<void>;
}

/**
 * Work of the main thread before workers are started. A worker takes 100 MB, and up to a second of computing to start,
 * which it does not win back in a shorter import. CPU times are in µs.
 */
const beforeWorkers = { cpu: 500_000, articles: 2_500, longCpu: 5_000_000 };

/** Limits of a chunk that the main thread parses: bytes, and milliseconds. */
const maxLocalBytes = 512 * 2 ** 10;
const maxLocalMs = 10_000;

/**
 * Opens the reader of an import. The main thread parses alone for some seconds or some thousand articles, because a worker
 * costs a short import more than it saves. Then `count` workers are started, and the main thread only helps when all of
 * them are busy. Large or slow documents go to workers, which can be terminated. With 0 workers the main thread parses
 * everything.
 */
export function openArticleReader(task: ReadingTask, count: number): ArticleReader {
  let reader: ReturnType<typeof createDocumentReader> | undefined;
  let opening: ReturnType<typeof createOpeningReader> | undefined;
  let threads: ReadingThreads | undefined;
  let localTime = 0;
  let localArticles = 0;
  let trusted = true;

  const readAll = (documents: Document[]): Outcome[][] => {
    reader ??= createDocumentReader(task);
    return documents.map(reader);
  };
  /** Parses on the main thread. Returns undefined if it exceeded the time limit. */
  const readLocally = (documents: Document[]): Outcome[][] | undefined => {
    const begun = process.threadCpuUsage();
    const outcomes = withinTime(() => readAll(documents), maxLocalMs);
    const { user, system } = process.threadCpuUsage(begun);
    localTime += user + system;
    localArticles += outcomes?.flat().length ?? 0;
    // An interrupted reader may be in any state, so it is not used again.
    trusted = outcomes !== undefined;
    return outcomes;
  };
  const isLong = () =>
    localTime > beforeWorkers.longCpu ||
    (localTime > beforeWorkers.cpu && localArticles > beforeWorkers.articles);
  /** Mails and Word documents are opened by asynchronous code, which cannot be interrupted here. */
  const mayReadLocally = (documents: Document[]): boolean =>
    trusted &&
    documents.reduce((sum, { bytes }) => sum + bytes.length, 0) <= maxLocalBytes &&
    documents.every((document) => packedKind(document, task.format) === undefined);
  const openAll = async (documents: Document[]): Promise<Outcome[][]> => {
    opening ??= createOpeningReader(task);
    const outcomes: Outcome[][] = [];
    for (const document of documents) outcomes.push(await opening(document));
    return outcomes;
  };

  return {
    width: () => (threads ? (count + 1) * chunksPerThread : 1),
    async read(documents) {
      if (count === 0) return await openAll(documents);
      if (isLong()) threads ??= startReadingThreads(task, count);
      if (mayReadLocally(documents) && (!threads?.ready() || threads.busy())) {
        const outcomes = readLocally(documents);
        if (outcomes) return outcomes;
      }
      threads ??= startReadingThreads(task, count);
      return await threads.read(documents);
    },
    close: async () => threads?.close(),
  };
}
