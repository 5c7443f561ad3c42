import { tableEncoding } from '../reading/formats/csv/table-text.ts';
import type { Document, Reject } from '../reading/reader.ts';
import { joinBytes } from './byte-stream.ts';
import { documentSizeLimit, documentSizeLimitText } from './document-size-limit.ts';
import { createRecordScanner } from './record-scanner.ts';

/** Some whole records of a larger file, with the format of the file and the way it was split. */
export interface Piece extends Document {
  format: string;
  records: { split: 'lines' } | { split: 'csv'; header: string };
}

/** Minimum size of a piece in bytes, enough to be worth sending to a thread. It ends with its last record. */
const pieceSize = 256 * 2 ** 10;

/**
 * Splits a stream of records into pieces that can be parsed independently. Boundaries depend only on the
 * content, not on how the bytes arrive, so that an interrupted import can resume. A record above the size
 * limit is rejected. In a file of lines, parsing continues with the next line.
 */
export async function* splitRecords(
  path: string,
  stream: AsyncIterable<Uint8Array>,
  format: string,
  split: 'lines' | 'csv',
): AsyncGenerator<Piece | Reject> {
  const ends = createRecordScanner(split);
  let held: Uint8Array[] = [];
  let size = 0;
  let firstLine = 1;
  let header: string | undefined;
  let encoding: string | undefined;
  let skipping = false;

  const piece = (bytes: Uint8Array): Piece => {
    const first = header === undefined;
    if (first && split === 'csv') encoding = tableEncoding(bytes);
    header ??= split === 'csv' ? firstRecord(bytes, encoding) : '';
    const made: Piece = {
      path,
      bytes,
      firstLine,
      ...(split === 'csv' && !first && { header }),
      ...(encoding !== undefined && { encoding }),
      // A single record may look like a document of another format.
      format,
      records: split === 'csv' ? { split, header } : { split },
    };
    firstLine += countLines(bytes);
    return made;
  };
  const release = (): Uint8Array => {
    const bytes = joinBytes(held);
    held = [];
    size = 0;
    return bytes;
  };

  for await (let part of stream) {
    for (;;) {
      const end = ends.next(part, skipping ? 0 : pieceSize - size);
      if (end === 0) break;
      held.push(part.subarray(0, end));
      part = part.subarray(end);
      if (skipping) {
        skipping = false;
        release();
        firstLine++;
      } else yield piece(release());
    }
    if (skipping) continue;
    held.push(part);
    size += part.length;
    if (size <= documentSizeLimit) continue;

    const bytes = release();
    const whole = ends.lastEnd(bytes);
    if (whole > 0) yield piece(bytes.slice(0, whole));
    // In a CSV file this is almost always an unclosed quotation mark, so no later line can be trusted.
    const hint = split === 'csv' ? '; is a quotation mark unclosed? The rest of the file was skipped' : '';
    yield { path, line: firstLine, reason: `longer than ${documentSizeLimitText}${hint}` };
    if (split === 'csv') return;
    skipping = true;
  }
  if (size > 0) yield piece(release());
}

/** Returns the header of a table, with the line before it that states the delimiter (`sep=;`). */
function firstRecord(bytes: Uint8Array, encoding = 'utf-8'): string {
  const scanner = createRecordScanner('csv');
  const isHint = /^\ufeff?"?sep=/i.test(Buffer.from(bytes.subarray(0, 20)).toString('utf8'));
  const hint = isHint ? bytes.indexOf(0x0a) + 1 : 0;
  const header = scanner.next(bytes.subarray(hint), 0);
  const end = header === 0 ? bytes.length : hint + header;
  return new TextDecoder(encoding).decode(bytes.subarray(0, end)).replace(/\r?\n$/, '');
}

function countLines(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) lines++;
  return lines;
}
