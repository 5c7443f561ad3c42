import type { Document, Format, Reading } from '../../reader.ts';
import { recordReleaseFields } from '../../release/release-fields.ts';
import { decodeMarkup } from '../decode-markup.ts';
import { isRecord, type Json, parseJson } from './parse-json.ts';
import { readRecord } from './read-record.ts';
import type { RecordOfFields } from './record-paths.ts';

/** Where exports and APIs put their records. */
const listNames = [
  'articles',
  'items',
  'data',
  'results',
  'documents',
  'docs',
  'posts',
  'records',
  'entries',
  'stories',
  'response',
  'hits',
];

/**
 * JSON of any naming: an article, an array of them, or an object that holds such an array (`articles`,
 * `response.docs`). The mapping is declared in the settings or taken from the usual names.
 */
export const json: Format = {
  name: 'json',
  extensions: ['json'],
  release: recordReleaseFields,
  recognise(head) {
    return /^\ufeff?\s*(?:\{\s*(?:"|\}|$)|\[\s*(?:[{[]|\]|$))/.test(head) ? 0.6 : 0;
  },
  *read(document, settings) {
    const parsed = parseJson(decodeMarkup(document.bytes));
    if ('reason' in parsed) {
      yield reject(document, parsed.line, parsed.reason);
      return;
    }
    const records = recordsOf(parsed.value);
    if (records.length === 0) yield reject(document, null, 'no records found');
    for (const [ordinal, record] of records.entries()) {
      const place = { format: 'json', path: document.path, line: null, ordinal };
      yield isRecord(record)
        ? readRecord(record, place, settings)
        : reject(document, null, `entry ${ordinal + 1} is not an object`);
    }
  },
};

/** The records of a parsed file: itself, its entries, or the entries of the list that it holds. */
function recordsOf(value: Json, depth = 0): (RecordOfFields | Json)[] {
  if (Array.isArray(value)) return value;
  if (!isRecord(value)) return [];
  const list =
    depth > 2 ? undefined : listNames.map((name) => value[name]).find((held) => containsRecords(held));
  return list === undefined ? [value] : recordsOf(list, depth + 1);
}

function containsRecords(value: Json | undefined): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every(isRecord);
  return isRecord(value) && listNames.some((name) => containsRecords(value[name]));
}

function reject(document: Document, line: number | null, reason: string): Reading {
  return { kind: 'reject', reject: { path: document.path, line, reason } };
}
