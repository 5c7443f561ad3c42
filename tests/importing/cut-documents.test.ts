import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutDocuments } from '../../src/importing/cut-documents.ts';
import { openQuarantine } from '../../src/importing/quarantine.ts';
import { unpack } from '../../src/importing/unpack.ts';
import type { Document, Format } from '../../src/reading/reader.ts';
import { all, found } from './found.ts';
import { temporaryFolder } from './temporary-folder.ts';

const whole = () => undefined;
const cut = (split: 'lines' | 'csv') => (): Format => ({
  name: 'records',
  extensions: [],
  recognise: () => 1,
  split,
  read: () => [],
});

async function documents(...[file, formatOf]: Parameters<typeof cutDocuments>): Promise<Document[]> {
  return (await all(cutDocuments(file, formatOf))).map((item) => {
    if ('reason' in item) throw new Error(item.reason);
    return item;
  });
}

test('a file of an ordinary format is one document', async () => {
  const [document, ...more] = await documents(found('a.txt', 'One\nTwo'), whole);
  expect(document).toEqual({ path: 'a.txt', bytes: Buffer.from('One\nTwo') });
  expect(more).toEqual([]);
});

test('a file of lines comes in pieces of whole lines that know where they begin', async () => {
  const lines = Array.from({ length: 30_000 }, (_, index) => `{"headline":"Number ${index}"}`);
  const pieces = await documents(found('a.ndjson', lines.join('\n')), cut('lines'));
  expect(pieces.length).toBeGreaterThan(2);
  for (const { bytes, firstLine = 0 } of pieces) {
    expect(Buffer.from(bytes).toString().split('\n')[0]).toBe(lines[firstLine - 1]);
  }
  expect(pieces.map(({ bytes }) => Buffer.from(bytes).toString()).join('')).toBe(lines.join('\n'));
});

test('a csv file is never cut inside quotation marks, and each later piece carries the header', async () => {
  const rows = Array.from({ length: 20_000 }, (_, index) => `${index},"A line\nand ""another"", ${index}"`);
  const pieces = await documents(found('a.csv', ['id,text', ...rows].join('\n')), cut('csv'));
  expect(pieces.length).toBeGreaterThan(2);
  expect(pieces[0]?.header).toBeUndefined();
  for (const { bytes, header } of pieces.slice(1)) {
    expect(header).toBe('id,text');
    expect(Buffer.from(bytes).toString()).toMatch(/^\d+,"A line\n/);
  }
});

test('however the bytes arrive, the pieces together are the file', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string()), fc.integer({ min: 1, max: 50 }), async (lines, step) => {
      const text = lines.join('\n');
      const pieces = await documents(found('a', text, step), cut('lines'));
      expect(Buffer.concat(pieces.map(({ bytes }) => bytes)).toString()).toBe(Buffer.from(text).toString());
    }),
  );
});

test('a document past the limit is refused and names its size', async () => {
  const items = await all(cutDocuments(found('a.txt', Buffer.alloc(65 * 2 ** 20)), whole));
  expect(items).toEqual([{ path: 'a.txt', reason: 'larger than 64 MiB' }]);
});

test('a single line of 200 MB is refused after 64 MiB of it', async () => {
  async function* open() {
    const part = Buffer.alloc(2 ** 20, 'x');
    for (let megabyte = 0; megabyte < 200; megabyte++) yield part;
  }
  const items = await all(cutDocuments({ path: 'a.ndjson', size: null, open }, cut('lines')));
  expect(items).toEqual([
    { path: 'a.ndjson', reason: 'line 1 is longer than 64 MiB; what follows was left' },
  ]);
});

test('what a quarantine file kept comes back under its own path', async () => {
  const path = join(await temporaryFolder(), 'quarantine.ndjson');
  const quarantine = openQuarantine(path);
  await quarantine.add(
    { path: 'a.ndjson', line: 12, reason: 'no headline' },
    { path: 'a.ndjson', bytes: Buffer.from('{"a":1}\n{"b":2}\n'), firstLine: 11 },
  );
  await quarantine.add(
    { path: 'b.txt', line: null, reason: 'empty' },
    { path: 'b.txt', bytes: Buffer.from('B') },
  );
  await quarantine.close();
  expect(await documents(found('quarantine.ndjson', await readFile(path)), whole)).toEqual([
    { path: 'a.ndjson', bytes: Buffer.from('{"b":2}'), firstLine: 12 },
    { path: 'b.txt', bytes: Buffer.from('B') },
  ]);
});

test('a truncated gzip is refused with its reason, and the import goes on', async () => {
  const bytes = gzipSync(randomBytes(200_000));
  const [file] = await all(unpack(found('a.txt.gz', bytes.subarray(0, 100_000))));
  if (!file || 'reason' in file) throw new Error('it should open and then fail');
  expect(await all(cutDocuments(file, whole))).toEqual([{ path: 'a.txt', reason: 'unexpected end of file' }]);
});
