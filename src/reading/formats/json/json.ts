import { dateOrderAmong } from '../../fields/date-order-among.ts';
import type { Document, Format, Reading } from '../../reader.ts';
import { recordReleaseFields } from '../../release/release-fields.ts';
import { decodeMarkup } from '../decode-markup.ts';
import { createLeftOut } from '../left-out.ts';
import { isRecord, parseJson } from './parse-json.ts';
import { leftOutKind, readRecord } from './read-record.ts';
import { fieldOf } from './record-fields.ts';
import { errorOf, recordsOf } from './records-of.ts';

/**
 * JSON of any naming: an article, an array of them, or an object that holds such an array (`articles`,
 * `response.docs`). Records of known APIs are read by their shape; others by the mapping of the settings or the usual names.
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
    const error = errorOf(parsed.value);
    if (error !== null) {
      const reason = `an error of an API, not articles: "${error.slice(0, 100)}"; fetch it again`;
      yield reject(document, null, reason);
      return;
    }
    const records = recordsOf(parsed.value);
    if (records.length === 0) yield reject(document, null, 'no records found');
    const leftOut = createLeftOut();
    const dates = records.map((each) => isRecord(each) && fieldOf(each, 'published', settings.map));
    const likelyDateOrder = dateOrderAmong(dates.map((date) => (typeof date === 'string' ? date : null)));
    for (const [ordinal, record] of records.entries()) {
      const place = {
        ...{ format: 'json', path: document.path, line: null, ordinal },
        ...(likelyDateOrder && { likelyDateOrder }),
      };
      const kind = isRecord(record) ? leftOutKind(record) : null;
      if (kind !== null) leftOut.add(kind);
      else
        yield isRecord(record)
          ? readRecord(record, place, settings)
          : reject(document, null, `entry ${ordinal + 1} is not an object`);
    }
    yield* leftOut.rejects(document.path);
  },
};

function reject(document: Document, line: number | null, reason: string): Reading {
  return { kind: 'reject', reject: { path: document.path, line, reason } };
}
