/** Kind of a zip file that is one document, not an archive of files. */
export interface ZipDocument {
  /** True for Word, which is read. */
  isWord: boolean;
  /** Name of the kind, and the advice for the user. */
  refusal: string;
}

/** Entries that only one kind of document has, as they begin. Their names are not compressed. */
const kinds: [entry: string, refusal: string][] = [
  ['word/document', 'a Word document that is damaged; save it again or as HTML'],
  ['xl/workbook', 'an Excel workbook; export the sheet as CSV'],
  ['xl/worksheets/', 'an Excel workbook; export the sheet as CSV'],
  ['ppt/presentation', 'a PowerPoint presentation; save its text as a text file'],
  ['visio/document', 'a Visio drawing; save its text as a text file'],
  ['Index/Document.iwa', 'a document of Pages, Numbers or Keynote; export it as Word or CSV'],
  ['designmap.xml', 'an InDesign document; export it as HTML'],
  ['doc.kml', 'a map (KMZ), not articles'],
  ['AndroidManifest.xml', 'a program, not articles'],
  ['META-INF/MANIFEST.MF', 'a program, not articles'],
];

/** Media types in the first entry of OpenDocument, EPUB and InDesign files. */
const mediaTypes: [type: RegExp, refusal: string][] = [
  [/^application\/epub\+zip/, 'an EPUB book; unzip it and import its pages'],
  [/^application\/vnd\.oasis\.opendocument\.text/, 'an OpenDocument text; save it as Word (.docx) or HTML'],
  [/^application\/vnd\.oasis\.opendocument\.spreadsheet/, 'an OpenDocument spreadsheet; export it as CSV'],
  [
    /^application\/vnd\.oasis\.opendocument\.presentation/,
    'an OpenDocument presentation; save its text as a text file',
  ],
  [/^application\/vnd\.oasis\.opendocument/, 'an OpenDocument file; save it as Word (.docx) or HTML'],
  [/^application\/vnd\.adobe\.indesign/, 'an InDesign document; export it as HTML'],
  [/^application\/vnd\.sun\.xml/, 'a document of OpenOffice 1; save it as Word (.docx) or HTML'],
];

/** True if the bytes begin as a zip file. */
export function isZip(bytes: Uint8Array): boolean {
  const [one, two, three, four] = bytes;
  return one === 0x50 && two === 0x4b && ((three === 3 && four === 4) || (three === 5 && four === 6));
}

/** Maximum number of entries whose names are compared. Documents begin with the entries that tell their kind. */
const maxEntries = 2_000;

/** Returns the kind of a zip file that is one document, such as a Word or Excel file; undefined for others. */
export function zipDocument(bytes: Uint8Array): ZipDocument | undefined {
  if (!isZip(bytes)) return undefined;
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const first = file.subarray(30, 160).toString('latin1');
  if (first.startsWith('mimetype')) {
    const extra = file.length > 30 ? file.readUInt16LE(28) : 0;
    const type = first.slice(8 + Math.min(extra, 64));
    const refusal = mediaTypes.find(([pattern]) => pattern.test(type))?.[1];
    if (refusal !== undefined) return { isWord: false, refusal };
  }
  const names = entryNames(file);
  // Programs and books contain other documents, so the order of the list decides, not that of the file.
  const kind = kinds.find(([entry]) => names.some((name) => name.startsWith(entry)));
  return kind && { isWord: kind[0] === 'word/document', refusal: kind[1] };
}

/** Returns the names of the entries in the central directory, which the end of the file locates (APPNOTE 4.3.12). */
function entryNames(file: Buffer): string[] {
  const names: string[] = [];
  const end = file.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0 || end + 20 > file.length) return names;
  let at = file.readUInt32LE(end + 16);
  while (names.length < maxEntries && at + 46 <= file.length && file.readUInt32LE(at) === 0x02014b50) {
    const length = file.readUInt16LE(at + 28);
    names.push(file.subarray(at + 46, at + 46 + length).toString('utf8'));
    at += 46 + length + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return names;
}
