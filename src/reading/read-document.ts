import { cleanTexts } from '../model/clean-text.ts';
import { decodeText, isBinary } from './fields/decode-text.ts';
import { formatOf } from './formats/formats.ts';
import type { Document, Reading, ReadingSettings } from './reader.ts';
import { binaryRefusal } from './refusals/binary-refusal.ts';
import { proseRefusal } from './refusals/prose-refusal.ts';
import { textRefusal } from './refusals/text-refusal.ts';

/** Number of bytes used to detect the format. */
const headSize = 8192;

/**
 * Maximum length of the text of an article, in UTF-16 code units: more than most books. Every response that
 * has the text takes time for all of it, and a longer text is probably many articles in a format that hides it.
 */
const maxTextLength = 2 ** 19;

/**
 * Reads the articles of a document. Detects its format unless `format` names one. Characters that outputs cannot
 * represent are replaced with U+FFFD. Never throws: an empty or binary file, an unknown format and an exception in a
 * reader become rejects with a reason.
 */
export function* readDocument(
  document: Document,
  settings: ReadingSettings,
  format?: string,
): Iterable<Reading> {
  const { path, bytes } = document;
  if (bytes.length === 0) return yield reject(path, 'empty file');
  if (isBinary(bytes)) return yield reject(path, binaryRefusal(bytes) ?? 'binary file, not text');
  const opening = decodeText(bytes.subarray(0, headSize)).text;
  const head = document.header === undefined ? opening : `${document.header}\n${opening}`;
  const refusal = format === undefined ? textRefusal(head, path) : undefined;
  if (refusal !== undefined) return yield reject(path, refusal);
  const reader = formatOf(head, path, format);
  if (!reader)
    return yield reject(path, format ? `unknown format "${format}"` : 'cannot detect the format; specify it');
  // Any text can be read as wire copy, so what no other format claims must look like it.
  const doubt =
    reader.name === 'text' && format === undefined ? proseRefusal(decodeText(bytes).text) : undefined;
  if (doubt !== undefined) return yield reject(path, doubt);
  try {
    // Here, because texts of all formats pass here, and mentions and quotes are found afterwards.
    for (const reading of reader.read(document, settings)) yield cleanTexts(withoutLongText(reading));
  } catch (cause) {
    // A bug in a reader must not stop the import.
    yield reject(
      path,
      cleanTexts(
        `cannot be read as ${reader.name}: ${cause instanceof Error ? cause.message : String(cause)}`,
      ),
    );
  }
}

/** Replaces a draft whose text is too long with a reject. */
function withoutLongText(reading: Reading): Reading {
  if (reading.kind !== 'draft' || reading.draft.body.text.length <= maxTextLength) return reading;
  const { origin, body } = reading.draft;
  const reason = `the text of the article has ${body.text.length} characters, more than ${maxTextLength}; split it`;
  return { kind: 'reject', reject: { path: origin.path, line: origin.line, reason } };
}

function reject(path: string, reason: string): Reading {
  return { kind: 'reject', reject: { path, line: null, reason } };
}
