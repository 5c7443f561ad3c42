import { zipDocument } from './zip-kind.ts';

const image = 'an image, not articles';
const audio = 'an audio file, not articles';
const video = 'a video, not articles';
const program = 'a program, not articles';

/** First bytes of files that are no text, as hexadecimal digits, with what they are and what to do. */
const signatures: [beginning: RegExp, refusal: string][] = [
  [/^89504e47|^ffd8ff|^47494638|^52494646.{8}57454250|^49492a00|^4d4d002a|^38425053/, image],
  [/^424d.{8}00000000.{8}[0-7].000000|^0000[0][12]00[0-2].00|^0000000c(?:6a5020|4a584c)20|^ff0a/, image],
  [
    /^.{8}66747970(?:686569[63789]|68656978|68657663|6865696d|6d696631|6d736631|6176696[67]|61766973|63727820)/,
    image,
  ],
  [/^.{8}66747970(?:4d3441|4d3442|463441)/, audio],
  [/^.{8}(?:66747970|6d6f6f76|6d646174|77696465)|^1a45dfa3|^464c5601|^000001b[a3]/, video],
  [/^52494646.{8}41564920|^3026b2758e66cf11|^47.{374}47/, video],
  [
    /^4944330[234]|^fff[b32a19]|^664c6143|^4f676753|^52494646.{8}57415645|^464f524d.{8}41494|^4d546864/,
    audio,
  ],
  [/^53514c69746520666f726d6174203300/, 'a SQLite database; export its articles as CSV or JSON'],
  [/^000100005374616e64617264/, 'an Access database; export its articles as CSV'],
  [
    /^50415231|^4f626a01|^4f5243|^4152524f5731/,
    'a file of columns (Parquet or the like); export its articles as CSV or JSON',
  ],
  [/^5047444d50/, 'a backup of a database; export its articles as CSV or JSON'],
  [/^4d5a|^7f454c46|^cafebabe|^feedfac[ef]|^c[ef]faedfe|^0061736d/, program],
  [/^0001000000[0-3]|^4f54544f00|^774f46(?:46|32)|^74746366|^7472756500/, 'a font, not articles'],
  [/^377abcaf271c/, 'a 7-Zip archive; unpack it and import the folder'],
  [/^526172211a07/, 'a RAR archive; unpack it and import the folder'],
  [/^fd377a585a00/, 'an xz file; unpack it (xz -d) and import the result'],
  [/^425a683[1-9]314159265359/, 'a bzip2 file; unpack it (bzip2 -d) and import the result'],
  [/^28b52ffd/, 'a Zstandard file; unpack it (zstd -d) and import the result'],
  [/^1f9d|^1fa0/, 'a file of compress; unpack it (uncompress) and import the result'],
  [/^62706c6973743030/, 'a property list of Apple, not articles'],
  [/^0000000142756431/, 'a .DS_Store of macOS, not articles'],
  [/^213c617263683e0a/, 'a package of software, not articles'],
  [/^2142444e/, 'an Outlook mailbox (PST); export its messages as .eml or mbox'],
  [/^504b0(?:304|506)/, 'a zip file; import it with dateline import, which unpacks it'],
  [/^1f8b/, 'a gzip file; unpack it and import the result'],
  [/^(?:..){0,1024}?255044462d3/, 'a PDF; save it as text or HTML'],
];

/** Streams of OLE files, in UTF-16, with what they are. */
const oleStreams: [name: string, refusal: string][] = [
  ['WordDocument', 'a Word document of 1997 to 2003 (.doc); save it as .docx or HTML'],
  ['Workbook', 'an Excel workbook of 1997 to 2003 (.xls); export the sheet as CSV'],
  ['PowerPoint Document', 'a PowerPoint presentation of 1997 to 2003 (.ppt); save its text as a text file'],
  ['__substg1.0_', 'an Outlook message (.msg); save it as .eml'],
  ['Catalog', 'a Thumbs.db of Windows, not articles'],
];

/** Returns what a file that is no text is and what to do, by its first bytes; undefined for unknown ones. */
// "%PDF-1.4 …" → "a PDF; save it as text or HTML"
export function binaryRefusal(bytes: Uint8Array): string | undefined {
  const zip = zipDocument(bytes);
  if (zip) return zip.refusal;
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = file.subarray(0, 1100).toString('hex');
  if (head.startsWith('d0cf11e0a1b11ae1')) return oleRefusal(file);
  return signatures.find(([beginning]) => beginning.test(head))?.[1];
}

function oleRefusal(file: Buffer): string {
  const found = oleStreams.find(([name]) => file.includes(Buffer.from(name, 'utf16le')));
  return found?.[1] ?? 'an Office document of 1997 to 2003; save it as .docx, CSV or HTML';
}
