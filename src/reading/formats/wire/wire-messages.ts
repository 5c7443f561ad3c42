/** A message of a wire, cut at its control characters. Texts keep the line breaks that they were sent with. */
export interface WireMessage {
  /** Between SOH and STX: routing, category, slug. */
  header: string;
  /** Between STX and ETX. */
  text: string;
  /** After ETX: time of transmission. */
  trailer: string;
  /** Line of the file at which the message begins, from 1. */
  line: number;
}

export const soh = '␁';
const stx = '␂';
const etx = '␃';

/** Names of control characters that converters print in brackets, in order of their codes from 0. */
const names =
  'NUL SOH STX ETX EOT ENQ ACK BEL BS HT LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US'.split(
    ' ',
  );
const bracketed = new RegExp(String.raw`[[<{](${names.join('|')})[\]>}]`, 'g');
const opensBracketed = /^\s*(?:[[<{](?:SYN|NUL)[\]>}]\s*)*[[<{]SOH[\]>}]/;
const opensWithCarets = /^\s*(?:\^V\s*)*\^A/;
/**
 * Control characters as terminals and pagers print them. A caret also marks fields (`^By`, `^AP Photo`), so each counts
 * only where its control character stands.
 */
const carets =
  /\^_|\^V(?=\^[AV])|\^A(?=[A-Za-z][A-Za-z-]{0,5}\s?\d{3,6})|(?<=^[A-Za-z] [A-Za-z])\^[ST]|(?<=^[A-Za-z] [A-Za-z]\^[ST])\^[QR]|(?<=^\s*)\^B(?![a-z])|(?<=^\s*)\^C(?=\s|$|[A-Z]{2,5}-[A-Z]{2}|\d{6})|(?<=^\s*)\^[DL](?=\s*$)/gmu;

/**
 * Replaces control characters by their pictures (`␁`, U+2400 and following), so that they can be seen and compared. Texts
 * that passed through converters have names (`[SOH]`) or carets (`^A`) in their place.
 */
// SYN SYN SOH "a4102" US "wires" → "␖␖␁a4102␟wires"; "^V^V^Aa4102^_wires" → the same
export function withControlPictures(text: string): string {
  const plain = text.replace(/(?![\t\n\r])\p{Cc}/gu, (control) => pictureOf(control.charCodeAt(0)));
  if (opensBracketed.test(plain))
    return plain
      .replace(bracketed, (_, name: string) => pictureOf(names.indexOf(name)))
      .replace(/␍?␊(?:\r?\n)?/g, '\n')
      .replaceAll('␉', '\t');
  if (!opensWithCarets.test(plain)) return plain;
  return plain.replace(/\^M(?=\r?\n|$)/g, '').replace(carets, (found) => pictureOf(found.charCodeAt(1) - 64));
}

function pictureOf(code: number): string {
  if (code === 0x7f) return '␡';
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : '';
}

/** First two lines of an ANPA message whose control characters are lost. */
const bareHeader = /^[ \t]*[a-z]\d{4}[^\n]{0,12}\n[a-z] [a-z]\S{0,3} +(?:am|pm|bc|ap)-[^\n]*\n/gimu;

/** Header of an IPTC 7901 message whose control characters are lost, with its slug: `eca0410 3 i 93  dpa 1888`. */
const bareIptcHeader =
  /^[ \t]*[a-z]{2,5}\d{3,5} [1-9] [a-z]{1,3} +\d{1,5}(?: [^\n]*)?\r?\n(?:[ \t\r]*\n)*(?:[^\n/]+\/[^\n]*\n)?/gimu;

/** True for a text that opens so and has the time of its transmission at its end. */
export function opensBareIptcHeader(text: string): boolean {
  return text.trimStart().search(bareIptcHeader) === 0 && /\n\s*\d{6}\s[^\n]{6,12}\s*(?:\n|$)/.test(text);
}

/**
 * Cuts a file into its messages. Each begins with SOH; the text begins with STX and ends with ETX. A message without them
 * is all text after a header, if it has one.
 */
export function splitMessages(text: string): WireMessage[] {
  const bare = opensBareIptcHeader(text) ? bareIptcHeader : bareHeader;
  const marked = text.includes(soh) ? text : text.replace(bare, (header) => `${soh}${header}${stx}`);
  const messages: WireMessage[] = [];
  let line = 1;
  for (const [index, piece] of marked.split(soh).entries()) {
    const isOutside = index === 0 && marked.includes(soh);
    if (!isOutside && /\p{L}/u.test(piece)) messages.push({ ...partsOf(piece), line });
    line += piece.split('\n').length - 1;
  }
  return messages;
}

function partsOf(piece: string): Omit<WireMessage, 'line'> {
  const start = piece.indexOf(stx);
  if (start < 0) return { header: '', text: piece, trailer: '' };
  const end = piece.indexOf(etx, start);
  const textEnd = end < 0 ? piece.length : end;
  return {
    header: piece.slice(0, start),
    text: piece.slice(start + 1, textEnd),
    trailer: end < 0 ? '' : piece.slice(end + 1),
  };
}

/** Lines of a part of a message, with pictures of signs of columns only, and without space at the end. */
export function linesOf(part: string): string[] {
  return part.split(/\r\n?|\n/).map((line) => line.replace(/[␀-␇␋-␏␑-␝␡]/gu, '').trimEnd());
}
