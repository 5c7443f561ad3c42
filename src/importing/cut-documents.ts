import type { Document, Format, Reject } from '../reading/reader.ts';
import { collectBytes, peekBytes, TooLarge } from './byte-stream.ts';
import { cutRecords } from './cut-records.ts';
import { documentLimit, documentLimitText } from './document-limit.ts';
import type { FoundFile } from './found-file.ts';
import { isQuarantine, readQuarantine } from './quarantine.ts';

/**
 * The documents of a file: the file whole, or, of a format that may be cut (NDJSON, CSV), pieces of whole
 * records, so that a file of any size passes through in constant memory. Each piece knows its first line.
 * A file that is too large or damaged (a truncated gzip) gives a Reject.
 */
export async function* cutDocuments(
  file: FoundFile,
  formatOf: (head: string, path: string) => Format | undefined,
): AsyncGenerator<Document | Reject> {
  try {
    const { head, whole } = await peekBytes(file.open(), 8192);
    const beginning = Buffer.from(head).toString('utf8');
    if (isQuarantine(beginning)) {
      yield* readQuarantine(file.path, whole);
      return;
    }
    const format = formatOf(beginning, file.path);
    if (format?.split) yield* cutRecords(file.path, whole, format.name, format.split);
    else yield { path: file.path, bytes: await collectBytes(whole, documentLimit) };
  } catch (cause) {
    const damage = cause instanceof Error ? cause.message : 'damaged';
    yield {
      path: file.path,
      line: null,
      reason: cause instanceof TooLarge ? `larger than ${documentLimitText}` : damage,
    };
  }
}
