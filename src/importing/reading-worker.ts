/** The entry of a reading thread: it makes its reader once and then reads what it is given. */
import { workerData } from 'piscina';
import type { Document } from '../reading/reader.ts';
import { createArticleReader, type Outcome, type ReadingTask } from './read-articles.ts';

const task: ReadingTask = workerData;
const read = createArticleReader(task);

/** Reads a parcel of documents; the outcomes stand in the order of the documents. */
export default function readParcel(documents: Document[]): Outcome[][] {
  return documents.map(read);
}
