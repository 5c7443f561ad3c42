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
    const { beginning, whole } = await peekBeginning(file.open());
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

/**
 * The first characters of a file, by which its format is known: 8 KiB, and where the first line is longer, as
 * whole articles on a line are, that line and the beginning of the next, up to 1 MiB.
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
