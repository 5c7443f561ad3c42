import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { z } from 'zod';
import type { Document, Reject } from '../reading/reader.ts';

/** Rejected documents longer than this (UTF-16 code units) are named but not kept: 4 Mi. */
const keptLength = 4 * 2 ** 20;

/** One line of a quarantine file: what was rejected and why, and its content, to be mended and imported again. */
const Entry = z.object({
  quarantined: z.object({ path: z.string(), line: z.number().nullable(), reason: z.string() }),
  content: z.string().nullable(),
});

/** Where rejected documents go. */
export interface Quarantine {
  add(reject: Reject, document: Document | undefined): Promise<void>;
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
      if (!file) {
        await mkdir(dirname(path), { recursive: true });
        file = await open(path, 'a');
      }
      const content = document ? contentOf(reject, document) : null;
      const entry: z.infer<typeof Entry> = { quarantined: reject, content };
      await file.write(`${JSON.stringify(entry)}\n`);
    },
    async close() {
      await file?.close();
    },
  };
}

/** The rejected record alone, where the place says which line it is; else the document. */
function contentOf(reject: Reject, document: Document): string | null {
  const text = Buffer.from(document.bytes).toString('utf8');
  const content =
    reject.line === null || document.firstLine === undefined
      ? text
      : (text.split('\n')[reject.line - document.firstLine] ?? text);
  return content.length > keptLength ? null : content;
}

/** Whether a file beginning like this is a quarantine file. */
export function isQuarantine(head: string): boolean {
  return head.startsWith('{"quarantined":{');
}

/** The documents of a quarantine file, under the paths they had when they were rejected. */
export async function* readQuarantine(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Document> {
  for await (const line of createInterface({
    input: Readable.from(stream),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    const entry = Entry.safeParse(parseJson(line));
    if (!entry.success || entry.data.content === null) continue;
    const { path, line: firstLine } = entry.data.quarantined;
    yield { path, bytes: Buffer.from(entry.data.content), ...(firstLine !== null && { firstLine }) };
  }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
