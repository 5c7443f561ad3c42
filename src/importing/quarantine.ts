import { hash } from 'node:crypto';
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { isBinary } from '../reading/fields/decode-text.ts';
import type { Document, Reject } from '../reading/reader.ts';
import { ImportFault } from './import-fault.ts';
import { createRecordScanner } from './record-scanner.ts';
import type { Piece } from './split-records.ts';
import { systemReason } from './system-reason.ts';

/** Maximum length of stored content, in UTF-16 code units. For longer and binary documents only the path is stored. */
const maxLength = 4 * 2 ** 20;

/** Line of a quarantine file: the rejected content and the reason. Correct it and import the file again. */
const Entry = z.object({
  quarantined: z.object({ path: z.string(), line: z.number().nullable(), reason: z.string() }),
  /** Header line of a CSV file, if the content is one of its records. */
  header: z.string().optional(),
  /** Address of the content and instant of its crawl, if it is from a WARC file. */
  url: z.string().optional(),
  crawledAt: z.string().optional(),
  content: z.string().nullable(),
});
type Entry = z.infer<typeof Entry>;

export interface Quarantine {
  /** Appends a rejected document unless the file has it, for whatever reason. Throws ImportFault if the file cannot be written. */
  add(reject: Reject, document: Document | Piece | undefined): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens a quarantine file. It is created with the first rejected document and appended to afterwards. Only its owner can
 * read it, because rejected copy may be embargoed.
 * Importing the corrected file stores the documents under their original paths.
 */
export function openQuarantine(path: string): Quarantine {
  let file: FileHandle | undefined;
  let present = new Set<string>();
  /** The document of the previous entry, if it was added as a whole. It may have thousands of faults. */
  let last: Document | undefined;
  return {
    async add(reject, document) {
      const record = recordOf(reject, document);
      if (document && !record && document === last) return;
      last = record ? undefined : document;
      try {
        if (!file) {
          await mkdir(dirname(path), { recursive: true });
          file = await open(path, 'a+', 0o600);
          present = await digestsOf(file);
        }
        const entry = entryOf(reject, document, record);
        const digest = digestOf(entry);
        if (present.has(digest)) return;
        present.add(digest);
        await file.write(`${JSON.stringify(entry)}\n`);
      } catch (cause) {
        throw new ImportFault(path, `the quarantine file cannot be written: ${systemReason(cause)}`);
      }
    },
    async close() {
      await file?.close();
    },
  };
}

/** Returns digests of the entries that a file has: 24 bytes each, whatever their length. */
async function digestsOf(file: FileHandle): Promise<Set<string>> {
  const digests = new Set<string>();
  const input = file.createReadStream({ start: 0, autoClose: false });
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    const entry = parseEntry(line);
    if (typeof entry !== 'string') digests.add(digestOf(entry));
  }
  return digests;
}

/** Returns the digest of what an entry keeps. A document that is kept whole has the same for all its faults. */
function digestOf({ quarantined: { path, line }, header, content }: Entry): string {
  return hash('sha256', JSON.stringify([path, line, header, content]), 'base64').slice(0, 24);
}

interface KeptRecord {
  bytes: Uint8Array;
  header?: string;
}

/** Returns the entry of a record, else that of the whole document, whose `line` is the first one of its content. */
function entryOf(
  reject: Reject,
  document: Document | Piece | undefined,
  record: KeptRecord | undefined,
): Entry {
  if (!document) return { quarantined: reject, content: null };
  const { bytes, header } = record ?? document;
  const { url, crawledAt } = document;
  // Bytes that are no text would not survive.
  const content = isBinary(bytes) ? null : Buffer.from(bytes).toString('utf8');
  return {
    quarantined: record ? reject : rejectOfAll(reject, document.firstLine ?? null),
    ...(header !== undefined && { header }),
    ...(url !== undefined && { url }),
    ...(crawledAt !== undefined && { crawledAt }),
    content: content === null || content.length > maxLength ? null : content,
  };
}

function rejectOfAll({ path, line, reason }: Reject, firstLine: number | null): Reject {
  const place = line === null || line === firstLine ? '' : `line ${line}: `;
  return { path, line: firstLine, reason: place + reason };
}

/** Returns the record of a piece that starts at the rejected line; undefined if the line is not in the piece. */
function recordOf({ line }: Reject, piece: Document | Piece | undefined): KeptRecord | undefined {
  if (!piece || !('records' in piece) || line === null) return undefined;
  let start = 0;
  for (let at = piece.firstLine ?? 1; at < line; at++) {
    start = piece.bytes.indexOf(0x0a, start) + 1;
    if (start === 0) return undefined;
  }
  const { records } = piece;
  const rest = piece.bytes.subarray(start);
  const end = createRecordScanner(records.split).next(rest, 0);
  const bytes = end === 0 ? rest : rest.subarray(0, end - 1);
  return records.split === 'csv' ? { bytes, header: records.header } : { bytes };
}

/** True if the beginning of a file is that of a quarantine file. */
export function isQuarantine(head: string): boolean {
  return head.startsWith('{"quarantined":{');
}

/**
 * Yields the documents of a quarantine file under their original paths. An invalid line, or one without
 * content, yields a Reject.
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
      const reason = `the content of ${entry.quarantined.path} is not in this file; import that file again`;
      yield { path: quarantinePath, line: number, reason };
    } else {
      const { path, line: firstLine } = entry.quarantined;
      const { header, url, crawledAt } = entry;
      yield {
        path,
        bytes: new TextEncoder().encode(entry.content),
        ...(firstLine !== null && { firstLine }),
        ...(header !== undefined && { header }),
        ...(url !== undefined && { url }),
        ...(crawledAt !== undefined && { crawledAt }),
      };
    }
  }
}

/** Returns the entry, or the reason why the line is invalid. */
function parseEntry(text: string): Entry | string {
  try {
    const parsed = Entry.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : 'not an entry of a quarantine file';
  } catch (cause) {
    return `not JSON (${cause instanceof Error ? cause.message : cause})`;
  }
}
