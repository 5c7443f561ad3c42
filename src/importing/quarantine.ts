import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { z } from 'zod';
import type { Document, Reject } from '../reading/reader.ts';
import type { Piece } from './cut-records.ts';
import { ImportFault } from './import-fault.ts';
import { recordEnds } from './record-ends.ts';
import { systemReason } from './system-reason.ts';

/** Rejected documents longer than this (UTF-16 code units) are named but not kept: 4 Mi. */
const keptLength = 4 * 2 ** 20;

/** One line of a quarantine file: what was rejected and why, and its content, to be mended and imported again. */
const Entry = z.object({
  quarantined: z.object({ path: z.string(), line: z.number().nullable(), reason: z.string() }),
  /** The header line of a csv file, when the content is one of its records. */
  header: z.string().optional(),
  content: z.string().nullable(),
});
type Entry = z.infer<typeof Entry>;

/** Where rejected documents go. */
export interface Quarantine {
  /** Keeps what was rejected. Throws ImportFault when the file can't be written. */
  add(reject: Reject, document: Document | Piece | undefined): Promise<void>;
  close(): Promise<void>;
}

/**
 * A quarantine file at this path; it comes into being with the first rejected document and grows at its end.
 * `dateline import` on the file, once mended, takes the documents in under their own paths.
 */
export function openQuarantine(path: string): Quarantine {
  let file: Awaited<ReturnType<typeof open>> | undefined;
  return {
    async add(reject, document) {
      try {
        if (!file) {
          await mkdir(dirname(path), { recursive: true });
          file = await open(path, 'a');
        }
        await file.write(`${JSON.stringify(entryOf(reject, document))}\n`);
      } catch (cause) {
        throw new ImportFault(path, `the quarantine file can't be written: ${systemReason(cause)}`);
      }
    },
    async close() {
      await file?.close();
    },
  };
}

/** The rejected record alone, where the place says which line it begins at; else the document. */
function entryOf(reject: Reject, document: Document | Piece | undefined): Entry {
  if (!document) return { quarantined: reject, content: null };
  const record = 'records' in document && reject.line !== null ? recordOf(document, reject.line) : undefined;
  const content = Buffer.from(record?.bytes ?? document.bytes).toString('utf8');
  const header = record ? record.header : document.header;
  return {
    quarantined: reject,
    ...(header !== undefined && { header }),
    content: content.length > keptLength ? null : content,
  };
}

/** The record of a piece that begins at a line of its file; undefined when the line lies outside. */
function recordOf(piece: Piece, line: number): { bytes: Uint8Array; header?: string } | undefined {
  let start = 0;
  for (let at = piece.firstLine ?? 1; at < line; at++) {
    start = piece.bytes.indexOf(0x0a, start) + 1;
    if (start === 0) return undefined;
  }
  const { records } = piece;
  const rest = piece.bytes.subarray(start);
  const end = recordEnds(records.split).next(rest, 0);
  const bytes = end === 0 ? rest : rest.subarray(0, end - 1);
  return records.split === 'csv' ? { bytes, header: records.header } : { bytes };
}

/** Whether a file beginning like this is a quarantine file. */
export function isQuarantine(head: string): boolean {
  return head.startsWith('{"quarantined":{');
}

/**
 * The documents of a quarantine file, under the paths they had when they were rejected. A line that is no
 * entry, or whose content was too long to be kept, is a Reject of the quarantine file itself.
 */
export async function* readQuarantine(
  quarantinePath: string,
  stream: AsyncIterable<Uint8Array>,
): AsyncGenerator<Document | Reject> {
  const lines = createInterface({ input: Readable.from(stream), crlfDelay: Number.POSITIVE_INFINITY });
  let number = 0;
  for await (const text of lines) {
    number++;
    if (text.trim() === '') continue;
    const entry = parseEntry(text);
    if (typeof entry === 'string') yield { path: quarantinePath, line: number, reason: entry };
    else if (entry.content === null) {
      const reason = `the content of ${entry.quarantined.path} was not kept; import that file again`;
      yield { path: quarantinePath, line: number, reason };
    } else {
      const { path, line: firstLine } = entry.quarantined;
      yield {
        path,
        bytes: new TextEncoder().encode(entry.content),
        ...(firstLine !== null && { firstLine }),
        ...(entry.header !== undefined && { header: entry.header }),
      };
    }
  }
}

/** The entry, or what is wrong with it. */
function parseEntry(text: string): Entry | string {
  try {
    const parsed = Entry.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : 'not an entry of a quarantine file';
  } catch (cause) {
    return `not JSON (${cause instanceof Error ? cause.message : cause})`;
  }
}
