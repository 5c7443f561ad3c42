import { formatOf } from '../reading/formats/formats.ts';
import type { Document, Reject } from '../reading/reader.ts';
import type { FoundFile } from './found-file.ts';
import { splitDocuments } from './split-documents.ts';
import { unpack } from './unpack.ts';

/**
 * Yields the documents of all files in order, unpacked and split. `format` is the name of their common
 * format, if known. Omits the first `skip` documents and rejects, which an earlier run handled.
 */
export async function* findDocuments(
  files: AsyncIterable<FoundFile>,
  format: string | undefined,
  skip = 0,
): AsyncGenerator<Document | Reject> {
  let left = skip;
  for await (const file of files) {
    for await (const found of unpack(file)) {
      for await (const document of documentsIn(found, format)) {
        if (left > 0) left--;
        else yield document;
      }
    }
  }
}

async function* documentsIn(
  found: FoundFile | Reject,
  format: string | undefined,
): AsyncGenerator<Document | Reject> {
  if ('reason' in found) return yield found;
  const { url, crawledAt } = found;
  const origin = { ...(url !== undefined && { url }), ...(crawledAt !== undefined && { crawledAt }) };
  for await (const document of splitDocuments(found, (head, path) => formatOf(head, path, format)))
    yield 'bytes' in document ? { ...document, ...origin } : document;
}
