/** Entry point of a worker thread. Creates its reader once, then parses the chunks it is given. */
import { enableCompileCache } from 'node:module';
import { workerData } from 'piscina';
import type { Document } from '../reading/reader.ts';
import type { Outcome, ReadingTask } from './read-articles.ts';

// Without a compile cache, each worker spends half a second compiling the same modules.
enableCompileCache();
const { createOpeningReader } = await import('./read-articles.ts');

const task: ReadingTask = workerData;
const read = createOpeningReader(task);

let before: Promise<unknown> = Promise.resolve();

/**
 * Parses a chunk and returns the outcomes of each document, in order. Chunks are parsed strictly one after
 * the other; Piscina starts concurrent tasks at once and none would finish until all are done.
 */
export default function readChunk(documents: Document[]): Promise<Outcome[][]> {
  const outcomes = before.then(async () => {
    const all: Outcome[][] = [];
    for (const document of documents) all.push(await read(document));
    return all;
  });
  before = outcomes.catch(() => undefined);
  return outcomes;
}
