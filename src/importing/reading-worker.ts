/** The entry of a reading thread: it makes its reader once and then reads what it is given. */
import { enableCompileCache } from 'node:module';
import { workerData } from 'piscina';
import type { Document } from '../reading/reader.ts';
import type { Outcome, ReadingTask } from './read-articles.ts';

// A thread compiles all that it loads anew, half a second of it, unless it is kept from the last time.
enableCompileCache();
const { createArticleReader } = await import('./read-articles.ts');

const task: ReadingTask = workerData;
const read = createArticleReader(task);

let before: Promise<unknown> = Promise.resolve();

/**
 * Reads a parcel of documents; the outcomes stand in the order of the documents. One parcel begins when the one before
 * is answered: of parcels begun at once, as the pool would, none is answered until all are read.
 */
export default function readParcel(documents: Document[]): Promise<Outcome[][]> {
  const outcomes = before.then(() => documents.map(read));
  before = outcomes.catch(() => undefined);
  return outcomes;
}
