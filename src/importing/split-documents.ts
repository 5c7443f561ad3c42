import type { Document, Format, Reject } from '../reading/reader.ts';
import { collectBytes, peekBytes, TooLarge } from './byte-stream.ts';
import { documentSizeLimit, documentSizeLimitText } from './document-size-limit.ts';
import type { FoundFile } from './found-file.ts';
import { isQuarantine, readQuarantine } from './quarantine.ts';
import { splitRecords } from './split-records.ts';

/**
 * Yields the documents of a file. Formats of many records (NDJSON, CSV) are split into pieces of whole
 * records, so that memory does not grow with the file. Each piece has the number of its first line. A file that
 * is too large or damaged (such as a truncated gzip) yields a Reject.
 */
export async function* splitDocuments(
  file: FoundFile,
  formatOf: (head: string, path: string) => Format | undefined,
): AsyncGenerator<Document | Reject> {
  try {
    const { beginning, whole } = await peekBeginning(file.open());
    if (isQuarantine(beginning)) {
      yield* readQuarantine(file.path, whole);
      return;
    }
    const format = formatOf(beginning, file.path);
    if (format?.split) yield* splitRecords(file.path, whole, format.name, format.split);
    else yield { path: file.path, bytes: await collectBytes(whole, documentSizeLimit) };
  } catch (cause) {
    const damage = cause instanceof Error ? cause.message : 'damaged';
    yield {
      path: file.path,
      line: null,
      reason: cause instanceof TooLarge ? `larger than ${documentSizeLimitText}` : damage,
    };
  }
}

/**
 * Reads the first characters of a file, to detect its format: 8 KiB. If the first line is longer (one article
 * per line), reads that line and the start of the next, up to 1 MiB.
 */
async function peekBeginning(
  stream: AsyncIterable<Uint8Array>,
): Promise<{ beginning: string; whole: AsyncIterable<Uint8Array> }> {
  const short = await peekBytes(stream, 8192);
  if (short.head.includes(0x0a)) return { beginning: textOf(short.head), whole: short.whole };
  const { head, whole } = await peekBytes(short.whole, 2 ** 20);
  const line = head.indexOf(0x0a);
  return { beginning: textOf(line < 0 ? head.subarray(0, 8192) : head.subarray(0, line + 64)), whole };
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8');
}
