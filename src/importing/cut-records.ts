import type { Document, Reject } from '../reading/reader.ts';
import { joinBytes } from './byte-stream.ts';
import { documentLimit, documentLimitText } from './document-limit.ts';
import { recordEnds } from './record-ends.ts';

/** Some whole records of a larger file: what format the file is in, and how it is cut. */
export interface Piece extends Document {
  format: string;
  records: { split: 'lines' } | { split: 'csv'; header: string };
}

/** How large a piece is before it ends with the record it is in: large enough to be worth a thread's while. */
const pieceSize = 256 * 2 ** 10;

/**
 * The records of a stream of any size in pieces that are read alone. Where a piece ends depends on the content
 * only, not on how the bytes arrive, so that an import can go on where it was cut off. A record above the
 * limit is refused and, in a file of lines, the next line is read again.
 */
export async function* cutRecords(
  path: string,
  stream: AsyncIterable<Uint8Array>,
  format: string,
  split: 'lines' | 'csv',
): AsyncGenerator<Piece | Reject> {
  const ends = recordEnds(split);
  let held: Uint8Array[] = [];
  let size = 0;
  let firstLine = 1;
  let header: string | undefined;
  let skipping = false;

  const piece = (bytes: Uint8Array): Piece => {
    const first = header === undefined;
    header ??= split === 'csv' ? firstRecord(bytes) : '';
    const made: Piece = {
      path,
      bytes,
      firstLine,
      ...(split === 'csv' && !first && { header }),
      // One record of a piece may look like a document of another format.
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
    if (size <= documentLimit) continue;

    const bytes = release();
    const whole = ends.lastEnd(bytes);
    if (whole > 0) yield piece(bytes.slice(0, whole));
    // In a csv file it is nearly always a quotation mark that nothing closes: no later line can be trusted.
    const fate = split === 'csv' ? ' (is a quotation mark left open?); what follows was left out' : '';
    yield { path, line: firstLine, reason: `longer than ${documentLimitText}${fate}` };
    if (split === 'csv') return;
    skipping = true;
  }
  if (size > 0) yield piece(release());
}

function firstRecord(bytes: Uint8Array): string {
  const end = recordEnds('csv').next(bytes, 0) || bytes.length;
  return Buffer.from(bytes.subarray(0, end))
    .toString('utf8')
    .replace(/\r?\n$/, '');
}

function countLines(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) lines++;
  return lines;
}
