import type { Document } from '../reading/reader.ts';
import type { Chunk } from './chunks.ts';
import type { ArticleReader } from './open-article-reader.ts';
import type { Outcome } from './read-articles.ts';

/** Outcomes of one item of a chunk. An item that could not be opened has no document. */
export interface ReadItem {
  document?: Document;
  outcomes: Outcome[];
}

/** Parses the documents of a chunk. Rejects keep their place among them. */
export async function readChunk(chunk: Chunk, reader: ArticleReader): Promise<ReadItem[]> {
  const documents = chunk.filter((item) => 'bytes' in item);
  const outcomes = (documents.length > 0 ? await reader.read(documents) : []).values();
  return chunk.map((item) =>
    'bytes' in item
      ? { document: item, outcomes: outcomes.next().value ?? [] }
      : { outcomes: [{ kind: 'reject', reject: item }] },
  );
}
