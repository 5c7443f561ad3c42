import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import { run, type Shape, shapesFor } from './shape.ts';

const warc = shapesFor(null, 'a.warc', 'warc');
const zip = shapesFor(null, 'a.zip', 'zip');
const word = shapesFor('word', 'a.docx');

const page =
  '<html><body><h1>Pier opens</h1><p>The pier of Seahaven was opened on Monday by its mayor, Ann Lee.</p></body></html>';

function record(type: string, url: string, content: string, head = ''): string {
  return `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2024-11-27T08:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n${head}Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}\r\n\r\n`;
}

const response = (head: string, body = page) =>
  record(
    'response',
    'https://a.example/',
    `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n${head}\r\n${body}`,
    'Content-Type: application/http; msgtype=response\r\n',
  );

/** Writes a zip file (APPNOTE 4.3.6). */
function zipOf(entries: [path: string, content: string][]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, content] of entries) {
    const name = Buffer.from(path);
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(bytes.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, name, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fields, tail, name]));
    parts.push(local);
    offset += local.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, index, end]);
}

/** Writes a Word document. Its length is that of the unpacked XML. */
function docx(body: string, parts: [string, string][] = []): Buffer {
  const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
  return zipOf([
    [
      '[Content_Types].xml',
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${types}"/></Types>`,
    ],
    [
      '_rels/.rels',
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relation}" Target="word/document.xml"/></Relationships>`,
    ],
    [
      'word/document.xml',
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ],
    ...parts,
  ]);
}

const paragraph = '<w:p><w:r><w:t>The pier was opened on Monday by the mayor.</w:t></w:r></w:p>';

/** Files that contain documents, and Word documents, that repeat one construct. */
export const packedShapes: Shape[] = [
  warc('responses', (length) => run(response(''), length)),
  warc('headers of a record', (length) =>
    record('response', 'https://a.example/', 'HTTP/1.1 200 OK\r\n\r\na', run('X-A: b\r\n', length)),
  ),
  warc('headers of a response', (length) => response(run('X-A: b\r\n', length))),
  warc('spaces in a header', (length) => response(`X-A: b${run(' ', length)}c\r\n`)),
  warc('chunks', (length) => response('Transfer-Encoding: chunked\r\n', run('1\r\na\r\n', length))),
  warc('requests', (length) => run(record('request', 'https://a.example/', 'GET / HTTP/1.1'), length)),
  warc('long page', (length) =>
    response('', page.replace('</body>', `${run('<p>It is open.</p>', length)}</body>`)),
  ),
  warc('empty lines', (length) => `${response('')}${run('\r\n', length)}`),
  warc('members of gzip', (length) =>
    Buffer.concat(Array.from({ length: length / 300 }, () => gzipSync(response('')))),
  ),
  zip('entries', (length) =>
    zipOf(
      Array.from({ length: length / 300 }, (_, at) => [
        `${at}.txt`,
        `Pier ${at} opens\n\nThe pier of Seahaven was opened on Monday by its mayor, Ann Lee.`,
      ]),
    ),
  ),
  ...Object.entries({
    paragraphs: paragraph,
    'empty paragraphs': '<w:p/>',
    runs: '<w:r><w:t>word </w:t></w:r>',
    'line breaks': '<w:p><w:r><w:br/></w:r></w:p>',
    tables: '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
    rows: '<w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr>',
    'merged cells':
      '<w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/><w:gridSpan w:val="9"/></w:tcPr><w:p/></w:tc></w:tr>',
    insertions: '<w:p><w:ins><w:r><w:t>a</w:t></w:r></w:ins></w:p>',
    links: '<w:p><w:hyperlink w:anchor="a"><w:r><w:t>a</w:t></w:r></w:hyperlink></w:p>',
    bookmarks: '<w:p><w:bookmarkStart w:name="a"/><w:r><w:t>a</w:t></w:r></w:p>',
    fields:
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "a"</w:instrText></w:r></w:p>',
    'unknown elements': '<w:a/>',
    styles: '<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Pier</w:t></w:r></w:p>',
    'list items':
      '<w:p><w:pPr><w:numPr><w:ilvl w:val="8"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>',
    entities: '&amp;',
  }).map(([name, unit]) => word(name, (length) => docx(`${paragraph}${run(unit, length)}`))),
  ...['w:tbl', 'w:sdt', 'w:ins', 'w:r', 'w:p', 'a'].map((name) =>
    word(`nested ${name}`, (length) => {
      const depth = Math.floor(length / (2 * name.length + 5));
      return docx(`${paragraph}${`<${name}>`.repeat(depth)}${`</${name}>`.repeat(depth)}`);
    }),
  ),
  word('properties', (length) =>
    docx(paragraph, [['docProps/core.xml', `<a>${run('<dc:title>', length)}</a>`]]),
  ),
];
