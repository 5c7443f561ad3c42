import type { Warning } from '../../model/article.ts';

export interface DecodedText {
  /** Without byte order mark; what could not be decoded is U+FFFD. */
  text: string;
  /** By its name in the WHATWG Encoding Standard: `utf-8`, `windows-1252`. */
  encoding: string;
  warnings: Warning[];
}

/**
 * The text of a file. The byte order mark decides its encoding, then UTF-8 if the bytes are valid in it, then
 * what was declared. Without any of these, a text with a few wrong bytes is damaged UTF-8, and any other is read
 * as windows-1252, the commonest encoding of old files; both with a warning. Never throws.
 */
// EF BB BF 41 → { text: "A", encoding: "utf-8", warnings: [] }; 93 41 94 → "“A”", windows-1252, [encoding-assumed]
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText {
  const marked = markedEncoding(bytes) ?? unmarkedUtf16(bytes);
  if (marked) return decoded(bytes, marked, []);
  const utf8 = strictly(bytes, 'utf-8');
  const wanted = declared === undefined ? undefined : encodingNamed(declared);
  if (utf8 !== undefined && (wanted === undefined || wanted === 'utf-8' || !isStateful(wanted)))
    return { text: utf8, encoding: 'utf-8', warnings: [] };
  if (wanted !== undefined && wanted !== 'utf-8') {
    const text = strictly(bytes, wanted);
    if (text !== undefined) return { text, encoding: wanted, warnings: [] };
  }
  const text = new TextDecoder('utf-8').decode(bytes);
  const wrong = count(text, /\uFFFD/g);
  if (wanted === 'utf-8' || wrong * 4 <= count(text, /[^\p{ASCII}\uFFFD]/gu)) {
    const message = `${wrong} ${wrong === 1 ? 'place is' : 'places are'} not valid UTF-8 and could not be read.`;
    return { text, encoding: 'utf-8', warnings: [{ code: 'invalid-characters', message }] };
  }
  const message = `The text is not UTF-8${declared ? ` or ${declared}` : ''}; windows-1252 was assumed.`;
  return decoded(bytes, 'windows-1252', [{ code: 'encoding-assumed', message }]);
}

/** Whether bytes are no text: they hold NUL or many control characters and are not UTF-16. */
export function isBinary(bytes: Uint8Array): boolean {
  if (markedEncoding(bytes) || unmarkedUtf16(bytes)) return false;
  const head = bytes.subarray(0, 8192);
  let controls = 0;
  for (const byte of head) {
    if (byte === 0) return true;
    // Tab, line feed, vertical tab, form feed, return, substitute (the end of old files) and escape belong to texts.
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27) || byte === 127) controls++;
  }
  return controls * 20 > head.length;
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  const [one, two, three] = bytes;
  if (one === 0xef && two === 0xbb && three === 0xbf) return 'utf-8';
  if (one === 0xff && two === 0xfe) return 'utf-16le';
  if (one === 0xfe && two === 0xff) return 'utf-16be';
  return undefined;
}

/** UTF-16 without a mark: in most pairs of a western text one byte is NUL, always the same. */
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

/** Encodings whose texts are valid UTF-8 though they are not meant as such: their bytes are all ASCII. */
function isStateful(encoding: string): boolean {
  return encoding === 'iso-2022-jp';
}

function strictly(bytes: Uint8Array, encoding: string): string | undefined {
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
