import { decodeMarkup } from '../decode-markup.ts';
import { mappedFields } from '../json/automatic-names.ts';
import { fieldOf } from '../json/record-fields.ts';
import { headerOf } from './header-of.ts';

/** Encodings of old tables, the most common first. */
const encodings = [
  ...['windows-1252', 'windows-1251', 'windows-1250', 'shift_jis', 'gb18030', 'big5', 'euc-kr', 'euc-jp'],
  ...['windows-1253', 'windows-1254', 'koi8-r', 'macintosh'],
];

/** Number of bytes of a table in which its header is looked for. */
const maxHead = 8192;

/**
 * Returns the encoding of a table that is not Unicode: the one in which most names of columns are known. Undefined for
 * Unicode.
 */
export function tableEncoding(bytes: Uint8Array): string | undefined {
  const [first = 0, second = 0] = bytes;
  if (first === 0 || second === 0 || (first >= 0xfe && second >= 0xfe)) return undefined;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return undefined;
  } catch {
    const head = bytes.subarray(0, maxHead);
    const counts = encodings.map((encoding) => knownColumns(new TextDecoder(encoding).decode(head)));
    return encodings[counts.indexOf(Math.max(...counts))];
  }
}

function knownColumns(head: string): number {
  const record = Object.fromEntries(headerOf(head).map((name, index) => [name, `#${index}`]));
  return mappedFields.filter((field) => fieldOf(record, field, {}) !== undefined).length;
}

/** Decodes a table. `encoding` is that of the whole file if this is a part of it. */
export function tableText(bytes: Uint8Array, encoding = tableEncoding(bytes)): string {
  return encoding === undefined ? decodeMarkup(bytes) : new TextDecoder(encoding).decode(bytes);
}
