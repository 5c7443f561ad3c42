import type { Warning } from '../../model/article.ts';
import { pluralize } from '../../model/pluralize.ts';

export interface DecodedText {
  /** Decoded text without byte order mark. Bytes that could not be decoded become U+FFFD. */
  text: string;
  /** Name in the WHATWG Encoding Standard: `utf-8`, `windows-1252`. */
  encoding: string;
  warnings: Warning[];
}

/**
 * Decodes the text of a file. Never throws.
 *
 * A byte order mark decides the encoding. Without one, bytes that are valid UTF-8 are UTF-8, others have the declared
 * encoding. Undeclared text with a few wrong bytes is damaged UTF-8, and any other is windows-1252, the most common
 * encoding of old files; both give a warning.
 */
// EF BB BF 41 → { text: "A", encoding: "utf-8", warnings: [] }; 93 41 94 → "“A”", windows-1252, [encoding-assumed]
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText {
  const marked = encodingOfMark(bytes) ?? unmarkedUtf16(bytes);
  if (marked) return decoded(bytes, marked, []);
  const utf8 = decodeStrict(bytes, 'utf-8');
  const declaredEncoding = declared === undefined ? undefined : encodingNamed(declared);
  // ISO-2022-JP uses ASCII bytes only, so its text is always valid UTF-8.
  if (utf8 !== undefined && declaredEncoding !== 'iso-2022-jp')
    return { text: utf8, encoding: 'utf-8', warnings: [] };
  if (declaredEncoding !== undefined && declaredEncoding !== 'utf-8') {
    const text = decodeStrict(bytes, declaredEncoding);
    if (text !== undefined) return { text, encoding: declaredEncoding, warnings: [] };
  }
  const text = new TextDecoder('utf-8').decode(bytes);
  const wrong = count(text, /\uFFFD/g);
  if (declaredEncoding === 'utf-8' || wrong * 4 <= count(text, /[^\p{ASCII}\uFFFD]/gu)) {
    const message = `${pluralize(wrong, 'invalid UTF-8 sequence')} replaced with U+FFFD.`;
    return { text, encoding: 'utf-8', warnings: [{ code: 'invalid-characters', message }] };
  }
  const message = `Not valid UTF-8${declared ? ` or ${declared}` : ''}; decoded as windows-1252.`;
  return decoded(bytes, 'windows-1252', [{ code: 'encoding-assumed', message }]);
}

/** True if the bytes are not text: not UTF-16, and with a NUL or more than 5 % control characters. */
export function isBinary(bytes: Uint8Array): boolean {
  if (encodingOfMark(bytes) || unmarkedUtf16(bytes)) return false;
  const head = bytes.subarray(0, 8192);
  if (opensWireMessage(head)) return head.includes(0);
  let controls = 0;
  for (const byte of head) {
    if (byte === 0) return true;
    // Text may contain tab, LF, VT, FF, CR, SUB (end of file in DOS) and ESC.
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27) || byte === 127) controls++;
  }
  return controls * 20 > head.length;
}

/** True for SYN and SOH, which open a message of a wire. Its tables have many other control characters. */
function opensWireMessage(head: Uint8Array): boolean {
  const first = head.findIndex((byte) => byte !== 0x16 && byte !== 10 && byte !== 13);
  return head[first] === 1;
}

function encodingOfMark(bytes: Uint8Array): string | undefined {
  const [one, two, three] = bytes;
  if (one === 0xef && two === 0xbb && three === 0xbf) return 'utf-8';
  if (one === 0xff && two === 0xfe) return 'utf-16le';
  if (one === 0xfe && two === 0xff) return 'utf-16be';
  return undefined;
}

/** Detects UTF-16 without a byte order mark: in Western text every other byte is NUL. */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  const pairs = Math.min(bytes.length >> 1, 1024);
  if (pairs < 8) return undefined;
  let [first, second] = [0, 0];
  for (let index = 0; index < pairs; index++) {
    if (bytes[index * 2] === 0) first++;
    if (bytes[index * 2 + 1] === 0) second++;
  }
  if (second > pairs * 0.7 && first < pairs * 0.05) return 'utf-16le';
  return first > pairs * 0.7 && second < pairs * 0.05 ? 'utf-16be' : undefined;
}

function encodingNamed(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

function decodeStrict(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function decoded(bytes: Uint8Array, encoding: string, warnings: Warning[]): DecodedText {
  return { text: new TextDecoder(encoding).decode(bytes), encoding, warnings };
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
