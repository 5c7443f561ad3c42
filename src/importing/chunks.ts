import type { Document, Reject } from '../reading/reader.ts';

/** Documents that are sent to a worker together, and the rejects between them, in order. */
export type Chunk = (Document | Reject)[];

/** Maximum size of a chunk: large enough to outweigh the transfer, small enough that no worker waits long. */
const maxChunkBytes = 256 * 2 ** 10;
const maxChunkDocuments = 64;

/** Groups a stream of documents into chunks, in order. Only a document that is larger makes a chunk larger. */
export async function* packChunks(found: AsyncIterable<Document | Reject>): AsyncGenerator<Chunk> {
  let chunk: Chunk = [];
  let bytes = 0;
  for await (const item of found) {
    const size = 'bytes' in item ? item.bytes.length : 0;
    if (chunk.length > 0 && bytes + size > maxChunkBytes) {
      yield chunk;
      chunk = [];
      bytes = 0;
    }
    chunk.push(item);
    bytes += size;
    if (bytes < maxChunkBytes && chunk.length < maxChunkDocuments) continue;
    yield chunk;
    chunk = [];
    bytes = 0;
  }
  if (chunk.length > 0) yield chunk;
}
