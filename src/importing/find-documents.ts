import { formatOf } from '../reading/formats/formats.ts';
import type { Document, Reject } from '../reading/reader.ts';
import { cutDocuments } from './cut-documents.ts';
import type { FoundFile } from './found-file.ts';
import { unpack } from './unpack.ts';

/**
 * The documents in files, unpacked and cut, in order; `format` is the name of the format that all are in, when
 * that is known. The first `skip` are passed over: an earlier run has stored them.
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

async function* documentsIn(found: FoundFile | Reject, format: string | undefined) {
  if ('reason' in found) yield found;
  else yield* cutDocuments(found, (head, path) => formatOf(head, path, format));
}
