import { decodeText, isBinary } from './fields/decode-text.ts';
import { formatOf } from './formats/formats.ts';
import type { Document, Reading, ReadingSettings } from './reader.ts';

/** How many bytes tell the format. */
const headSize = 8192;

/**
 * The articles of a document: its format is detected, unless one is named, and its reader runs. An empty or
 * binary file, an unknown format and what a reader stumbles over are rejects with a reason; nothing is thrown.
 */
export function* readDocument(
  document: Document,
  settings: ReadingSettings,
  format?: string,
): Iterable<Reading> {
  const { path, bytes } = document;
  if (bytes.length === 0) return yield reject(path, 'the file is empty');
  if (isBinary(bytes)) return yield reject(path, 'the file is binary, not text');
  const opening = decodeText(bytes.subarray(0, headSize)).text;
  const head = document.header === undefined ? opening : `${document.header}\n${opening}`;
  const reader = formatOf(head, path, format);
  if (!reader)
    return yield reject(path, format ? `no format is called ${format}` : 'the format is not known');
  try {
    yield* reader.read(document, settings);
  } catch (cause) {
    // A bug of ours in one document must cost that document, not the import.
    yield reject(
      path,
      `could not be read as ${reader.name}: ${cause instanceof Error ? cause.message : String(cause)}`,
    );
  }
}

function reject(path: string, reason: string): Reading {
  return { kind: 'reject', reject: { path, line: null, reason } };
}
