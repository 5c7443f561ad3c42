import { brotliCompressSync, deflateRawSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { collectBytes } from '../../src/importing/byte-stream.ts';
import { findDocuments } from '../../src/importing/find-documents.ts';
import { unpack } from '../../src/importing/unpack.ts';
import { readDocument } from '../../src/reading/read-document.ts';
import { found } from './found.ts';

const page = (headline: string) =>
  `<!doctype html><html><head><title>${headline}</title></head><body><article><h1>${headline}</h1><p>The council of Harwick voted on Tuesday to reopen the old harbor bridge.</p></article></body></html>`;

/** A record of a WARC file. */
function record(
  type: string,
  url: string,
  content: string | Buffer,
  headers: Record<string, string> = {},
): Buffer {
  const bytes = Buffer.from(content as string);
  const fields = {
    ...{ 'WARC-Type': type, 'WARC-Target-URI': url, 'WARC-Date': '2024-11-27T08:00:00Z' },
    ...{ 'WARC-Record-ID': '<urn:uuid:1>', 'Content-Length': String(bytes.length), ...headers },
  };
  const head = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`WARC/1.0\r\n${head.join('')}\r\n`), bytes, Buffer.from('\r\n\r\n')]);
}

function response(
  url: string,
  body: string | Buffer,
  http: Record<string, string> = {},
  status = '200 OK',
): Buffer {
  const fields = { 'Content-Type': 'text/html; charset=utf-8', ...http };
  const head = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
  const content = Buffer.concat([
    Buffer.from(`HTTP/1.1 ${status}\r\n${head.join('')}\r\n`),
    Buffer.from(body as string),
  ]);
  return record('response', url, content, { 'Content-Type': 'application/http; msgtype=response' });
}

/** Path and content of each page, or the reason of a reject. */
async function contents(bytes: Buffer, path = 'crawl.warc', step?: number): Promise<[string, string][]> {
  const items: [string, string][] = [];
  for await (const item of unpack(found(path, bytes, step)))
    items.push(
      'reason' in item
        ? [item.path, `! ${item.reason}`]
        : [item.path, Buffer.from(await collectBytes(item.open(), 1e9)).toString()],
    );
  return items;
}

const crawl = Buffer.concat([
  record('warcinfo', '', 'software: x\r\n'),
  record('request', 'https://a.example/1', 'GET /1 HTTP/1.1\r\n\r\n'),
  response('https://a.example/1', page('Bridge reopens')),
  response('https://a.example/2', page('Pier closes')),
]);

test.each([1 << 16, 7])('each page of a WARC file is a file, read %i bytes at a time', async (step) => {
  expect(await contents(crawl, 'crawl.warc', step)).toEqual([
    ['crawl.warc/https://a.example/1', page('Bridge reopens')],
    ['crawl.warc/https://a.example/2', page('Pier closes')],
  ]);
});

test('many blank lines between records are no record', async () => {
  const between = Buffer.from('\r\n'.repeat(60_000));
  const records = [
    response('https://a.example/1', page('Bridge reopens')),
    between,
    response('https://a.example/2', page('Pier closes')),
    between,
  ];
  expect((await contents(Buffer.concat(records))).map(([path]) => path)).toEqual([
    'crawl.warc/https://a.example/1',
    'crawl.warc/https://a.example/2',
  ]);
});

test('a .warc.gz has a gzip member for each record', async () => {
  const members = [
    gzipSync(response('https://a.example/1', page('Bridge reopens'))),
    gzipSync(response('https://a.example/2', page('Pier closes'))),
  ];
  expect((await contents(Buffer.concat(members), 'crawl.warc.gz')).map(([path]) => path)).toEqual([
    'crawl.warc/https://a.example/1',
    'crawl.warc/https://a.example/2',
  ]);
});

test('articles have the address and the time of the crawl', async () => {
  async function* files() {
    yield found('crawl.warc', crawl);
  }
  const drafts = [];
  for await (const document of findDocuments(files(), undefined)) {
    if (!('bytes' in document)) throw new Error(document.reason);
    for (const reading of readDocument(document, { source: null, timeZone: null, language: null, map: {} }))
      if (reading.kind === 'draft') drafts.push(reading.draft);
  }
  expect(drafts).toMatchObject([
    { headline: 'Bridge reopens', url: 'https://a.example/1', crawledAt: '2024-11-27T08:00:00Z' },
    { headline: 'Pier closes', url: 'https://a.example/2', crawledAt: '2024-11-27T08:00:00Z' },
  ]);
  expect(drafts.map(({ publishedAt }) => publishedAt)).toEqual([null, null]);
});

test.each<[string, Buffer, Record<string, string>]>([
  ['gzip', gzipSync(page('Ängste')), { 'Content-Encoding': 'gzip' }],
  ['brotli', brotliCompressSync(page('Ängste')), { 'Content-Encoding': 'br' }],
  ['deflate without a header', deflateRawSync(page('Ängste')), { 'Content-Encoding': 'deflate' }],
  [
    'chunks',
    Buffer.from(
      `5;x=1\r\n${page('Ängste').slice(0, 5)}\r\n${(Buffer.byteLength(page('Ängste')) - 5).toString(16)}\r\n${page('Ängste').slice(5)}\r\n0\r\n\r\n`,
    ),
    { 'Transfer-Encoding': 'chunked' },
  ],
  [
    'headers of an encoding that was removed',
    Buffer.from(page('Ängste')),
    { 'Content-Encoding': 'gzip', 'Transfer-Encoding': 'chunked' },
  ],
  [
    'a charset of the response',
    Buffer.from(page('Ängste'), 'latin1'),
    { 'Content-Type': 'text/html; charset=ISO-8859-1' },
  ],
])('a body is decoded: %s', async (_, body, headers) => {
  const [[, text] = []] = await contents(response('https://a.example/1', body, headers));
  expect(text).toBe(page('Ängste'));
});

test('what is left out is counted by kind in one reject', async () => {
  const bytes = Buffer.concat([
    response('https://a.example/a.png', 'png', { 'Content-Type': 'image/png' }),
    response('https://a.example/b.png', 'png', { 'Content-Type': 'image/png' }),
    response('https://a.example/gone', page('Not found'), {}, '404 Not Found'),
    response('https://a.example/robots.txt', 'User-agent: *', { 'Content-Type': 'text/plain' }),
    record('revisit', 'https://a.example/1', 'HTTP/1.1 200 OK\r\n\r\n'),
    response('https://a.example/1', page('Bridge reopens')),
  ]);
  const [article, reject, ...others] = await contents(bytes);
  expect(article?.[0]).toBe('crawl.warc/https://a.example/1');
  expect(reject).toEqual([
    'crawl.warc',
    '! 5 records of the WARC file left out: 2 × a response of type image/png, 1 × a response with the status 404, 1 × a robots.txt, 1 × a revisit (the page had not changed)',
  ]);
  expect(others).toEqual([]);
});

test('a truncated record is rejected, and the pages before it are read', async () => {
  const items = await contents(crawl.subarray(0, crawl.length - 100));
  expect(items).toEqual([
    ['crawl.warc/https://a.example/1', page('Bridge reopens')],
    ['crawl.warc/https://a.example/2', '! the record is truncated'],
  ]);
});

test('a body that inflates beyond the limit is rejected, and the next page is read', async () => {
  const bytes = Buffer.concat([
    response('https://a.example/1', gzipSync(Buffer.alloc(65 * 2 ** 20, 'a')), {
      'Content-Encoding': 'gzip',
    }),
    response('https://a.example/2', page('Pier closes')),
  ]);
  expect(await contents(bytes)).toEqual([
    ['crawl.warc/https://a.example/1', '! larger than 64 MiB'],
    ['crawl.warc/https://a.example/2', page('Pier closes')],
  ]);
});

test('a head without an end does not fill memory', async () => {
  const [[, reason] = []] = await contents(Buffer.from(`WARC/1.0\r\n${'X-Field: a\n'.repeat(200_000)}`));
  expect(reason).toMatch(/^! warc file: the head of a record does not end/);
});
