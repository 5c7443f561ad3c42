import type { Document, Format } from '../reading/reader.ts';
import { collectBytes, peekBytes, TooLarge } from './byte-stream.ts';
import type { FoundFile } from './found-file.ts';
import { ImportFault } from './import-fault.ts';
import { isQuarantine, readQuarantine } from './quarantine.ts';
import type { Unreadable } from './unpack.ts';

/** A document larger than this is refused: 64 MiB. Files of records have no limit, only their lines have. */
const documentLimit = 64 * 2 ** 20;

/** About how large the pieces of a file of records are: large enough to be worth a thread's while. */
const pieceSize = 256 * 2 ** 10;

const newline = 0x0a;
const quotationMark = 0x22;

/**
 * The documents of a file: the file whole, or, of a format that may be cut (NDJSON, CSV), pieces of whole
 * records, so that a file of any size passes through in constant memory. Each piece knows its first line.
 * A file that is too large or damaged (a truncated gzip) gives an Unreadable; throws only ImportFault.
 */
export async function* cutDocuments(
  file: FoundFile,
  formatOf: (head: string, path: string) => Format | undefined,
): AsyncGenerator<Document | Unreadable> {
  try {
    const { head, whole } = await peekBytes(file.open(), 8192);
    const beginning = Buffer.from(head).toString('utf8');
    const split = formatOf(beginning, file.path)?.split;
    if (isQuarantine(beginning)) yield* readQuarantine(whole);
    else if (split) yield* cutRecords(file.path, whole, split);
    else yield { path: file.path, bytes: await collectBytes(whole, documentLimit) };
  } catch (cause) {
    if (cause instanceof ImportFault) throw cause;
    const damage = cause instanceof Error ? cause.message : 'damaged';
    yield {
      path: file.path,
      reason: cause instanceof TooLarge ? `larger than ${documentLimit / 2 ** 20} MiB` : damage,
    };
  }
}

async function* cutRecords(
  path: string,
  stream: AsyncIterable<Uint8Array>,
  split: 'lines' | 'csv',
): AsyncGenerator<Document | Unreadable> {
  let rest: Uint8Array = new Uint8Array();
  let firstLine = 1;
  let header: string | undefined;
  const piece = (bytes: Uint8Array): Document => {
    const document: Document = { path, bytes, firstLine, ...(header !== undefined && { header }) };
    if (split === 'csv' && header === undefined) header = firstRecord(bytes);
    firstLine += countLines(bytes);
    return document;
  };
  for await (const part of stream) {
    rest = rest.length === 0 ? part : Buffer.concat([rest, part]);
    if (rest.length < pieceSize) continue;
    const end = split === 'csv' ? lastRecordEnd(rest) : rest.lastIndexOf(newline) + 1;
    if (end > 0) {
      yield piece(rest.subarray(0, end));
      rest = rest.subarray(end);
    } else if (rest.length > documentLimit) {
      yield {
        path,
        reason: `line ${firstLine} is longer than ${documentLimit / 2 ** 20} MiB; what follows was left`,
      };
      return;
    }
  }
  if (rest.length > 0) yield piece(rest);
}

/** RFC 4180: a line break inside quotation marks belongs to the field; doubled marks cancel out. */
function lastRecordEnd(bytes: Uint8Array): number {
  let quoted = false;
  let end = 0;
  for (let index = 0; index < bytes.length; index++) {
    if (bytes[index] === quotationMark) quoted = !quoted;
    else if (bytes[index] === newline && !quoted) end = index + 1;
  }
  return end;
}

function firstRecord(bytes: Uint8Array): string {
  let quoted = false;
  let index = 0;
  for (; index < bytes.length; index++) {
    if (bytes[index] === quotationMark) quoted = !quoted;
    else if (bytes[index] === newline && !quoted) break;
  }
  return Buffer.from(bytes.subarray(0, index)).toString('utf8').replace(/\r$/, '');
}

function countLines(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, at + 1)) lines++;
  return lines;
}
