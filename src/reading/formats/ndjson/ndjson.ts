import type { Format, Reading } from '../../reader.ts';
import { recordReleaseFields } from '../../release/release-fields.ts';
import { decodeMarkup } from '../decode-markup.ts';
import { isRecord, parseJson } from '../json/parse-json.ts';
import { leftOutKind, readRecord } from '../json/read-record.ts';
import { unwrapped } from '../json/records-of.ts';
import { createLeftOut } from '../left-out.ts';
import { likelihood, readNinjs } from '../ninjs/ninjs.ts';

/** A line of more characters is refused: no article is so long. */
const maxLineLength = 16 * 2 ** 20;

/**
 * One JSON object a line (JSON Lines): ninjs, or a record in the fields that `json` reads. A line that is wrong costs that
 * line.
 */
export const ndjson: Format = {
  name: 'ndjson',
  extensions: ['ndjson', 'jsonl', 'jsonlines'],
  release: recordReleaseFields,
  split: 'lines',
  recognise(head) {
    const [first = '', second = ''] = head
      .replace(/^\ufeff/, '')
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '');
    const isObject = (line: string): boolean => /^\s*\{.*\}\s*$/.test(line) && !('reason' in parseJson(line));
    // The head ends within the first line: json is as likely, so the extension decides.
    if (second === '' && /^\s*\{\s*"/.test(first) && !/\}\s*$/.test(first)) return 0.6;
    if (!isObject(first)) return 0;
    return second.trimStart().startsWith('{') ? 0.9 : 0.4;
  },
  *read(document, settings) {
    const leftOut = createLeftOut();
    for (const { line, text } of linesOf(decodeMarkup(document.bytes), document.firstLine ?? 1)) {
      const reject = (reason: string): Reading => ({
        kind: 'reject',
        reject: { path: document.path, line, reason },
      });
      if (text.length > maxLineLength) {
        yield reject(`line longer than ${maxLineLength / 2 ** 20} Mi characters`);
        continue;
      }
      const parsed = parseJson(text);
      if ('reason' in parsed) yield reject(parsed.reason);
      else if (!isRecord(parsed.value)) yield reject('not a JSON object');
      // A mapping is for records.
      else if (likelihood(text) > 0 && Object.keys(settings.map).length === 0) {
        yield* readNinjs(parsed.value, { ...document, firstLine: line }, settings, line - 1);
      } else {
        const record = unwrapped(parsed.value);
        const kind = leftOutKind(record);
        const place = { format: 'ndjson', path: document.path, line, ordinal: line - 1 };
        if (kind !== null) leftOut.add(kind);
        else yield readRecord(record, place, settings);
      }
    }
    yield* leftOut.rejects(document.path);
  },
};

/** The lines of a text that say something, with their numbers counted from `first`. */
export function* linesOf(text: string, first: number): Generator<{ line: number; text: string }> {
  let start = 0;
  for (let line = first; start < text.length; line++) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    const content = text.slice(start, end).trim();
    if (content !== '') yield { line, text: content };
    start = end + 1;
  }
}
