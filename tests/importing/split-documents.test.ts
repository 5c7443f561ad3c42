import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openQuarantine } from '../../src/importing/quarantine.ts';
import { splitDocuments } from '../../src/importing/split-documents.ts';
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
  release: {},
});

/** Bytes as text, so that a failing test shows them. */
const readable = ({ bytes, ...document }: Document) => ({ ...document, text: Buffer.from(bytes).toString() });

async function documents(...[file, formatOf]: Parameters<typeof splitDocuments>): Promise<Document[]> {
  return (await all(splitDocuments(file, formatOf))).map((item) => {
    if ('reason' in item) throw new Error(item.reason);
    return item;
  });
}

test('a file of an ordinary format is one document', async () => {
  const [document, ...more] = await documents(found('a.txt', 'One\nTwo'), whole);
  expect(document && readable(document)).toEqual({ path: 'a.txt', text: 'One\nTwo' });
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
  const items = await all(splitDocuments(found('a.txt', Buffer.alloc(65 * 2 ** 20)), whole));
  expect(items).toEqual([{ path: 'a.txt', line: null, reason: 'larger than 64 MiB' }]);
});

test('where a piece ends does not depend on how the bytes arrive', async () => {
  const lines = Array.from(
    { length: 9_000 },
    (_, index) => `{"headline":"Number ${index} ${'x'.repeat(index % 97)}"}`,
  );
  const cuts = async (step: number) =>
    (await documents(found('a.ndjson', lines.join('\n'), step), cut('lines'))).map(
      ({ bytes }) => bytes.length,
    );
  expect(await cuts(1_000_000)).toEqual(await cuts(777));
});

test('a piece has a buffer of its own, so that no more than it crosses to a thread', async () => {
  const lines = Array.from({ length: 30_000 }, (_, index) => `{"headline":"Number ${index}"}`);
  for (const { bytes } of await documents(found('a.ndjson', lines.join('\n')), cut('lines'))) {
    expect(bytes.buffer.byteLength).toBe(bytes.length);
  }
});

async function* withLongLine(before: string, after: string, megabytes: number) {
  yield Buffer.from(before);
  const part = Buffer.alloc(2 ** 20, 'x');
  for (let megabyte = 0; megabyte < megabytes; megabyte++) yield part;
  yield Buffer.from(after);
}

test('a single line of 200 MB is refused, and the lines before and after it are read', async () => {
  const open = () => withLongLine('{"a":1}\n', '\n{"b":2}\n{"c":3}', 200);
  const items = await all(splitDocuments({ path: 'a.ndjson', size: null, open }, cut('lines')));
  expect(items.map((item) => ('bytes' in item ? readable(item) : item))).toEqual([
    { path: 'a.ndjson', firstLine: 1, text: '{"a":1}\n', format: 'records', records: { split: 'lines' } },
    { path: 'a.ndjson', line: 2, reason: 'longer than 64 MiB' },
    {
      path: 'a.ndjson',
      firstLine: 3,
      text: '{"b":2}\n{"c":3}',
      format: 'records',
      records: { split: 'lines' },
    },
  ]);
});

test('a csv file with a quotation mark left open is refused from there on', async () => {
  const open = () => withLongLine('id,text\n1,one\n2,"two', '\n3,three\n', 70);
  const items = await all(splitDocuments({ path: 'a.csv', size: null, open }, cut('csv')));
  expect(items.map((item) => ('bytes' in item ? readable(item).text : item))).toEqual([
    'id,text\n1,one\n',
    {
      path: 'a.csv',
      line: 3,
      reason: 'longer than 64 MiB; is a quotation mark unclosed? The rest of the file was skipped',
    },
  ]);
});

async function quarantined(...rejects: Parameters<ReturnType<typeof openQuarantine>['add']>[]) {
  const path = join(await temporaryFolder(), 'quarantine.ndjson');
  const quarantine = openQuarantine(path);
  for (const [reject, document] of rejects) await quarantine.add(reject, document);
  await quarantine.close();
  return await readFile(path);
}

test('what a quarantine file kept comes back under its own path', async () => {
  const [piece] = await documents(found('a.ndjson', '{"a":1}\n{"b":2}\n'), cut('lines'));
  const kept = await quarantined(
    [{ path: 'a.ndjson', line: 2, reason: 'no headline' }, piece],
    [
      { path: 'b.txt', line: null, reason: 'empty' },
      { path: 'b.txt', bytes: Buffer.from('B') },
    ],
  );
  expect((await documents(found('quarantine.ndjson', kept), whole)).map(readable)).toEqual([
    { path: 'a.ndjson', text: '{"b":2}', firstLine: 2 },
    { path: 'b.txt', text: 'B' },
  ]);
});

test('a document that is kept whole for faults in several lines comes back once, from its first line', async () => {
  const a = { path: 'a.xml', bytes: Buffer.from('A\nA\n') };
  const b = { path: 'b.xml', bytes: Buffer.from('B\nB\n') };
  const kept = await quarantined(
    [{ path: 'a.xml', line: 1, reason: 'no headline' }, a],
    [{ path: 'a.xml', line: 2, reason: 'no text' }, a],
    [{ path: 'b.xml', line: 2, reason: 'no headline' }, b],
    [{ path: 'a.xml', line: 2, reason: 'no date' }, a],
  );
  expect((await documents(found('quarantine.ndjson', kept), whole)).map(readable)).toEqual([
    { path: 'a.xml', text: 'A\nA\n' },
    { path: 'b.xml', text: 'B\nB\n' },
  ]);
  expect(kept.toString()).toContain('"line 2: no headline"');
});

test('a csv record is kept whole, with the header of its file', async () => {
  const [piece] = await documents(found('a.csv', 'id,text\n1,"one\nmore"\n2,two\n'), cut('csv'));
  const kept = await quarantined([{ path: 'a.csv', line: 2, reason: 'no headline' }, piece]);
  expect((await documents(found('quarantine.ndjson', kept), whole)).map(readable)).toEqual([
    { path: 'a.csv', text: '1,"one\nmore"', firstLine: 2, header: 'id,text' },
  ]);
});

test('a quarantine file says which of its lines it can not give back', async () => {
  const kept = await quarantined([{ path: 'a.zip', line: null, reason: 'damaged' }, undefined]);
  const items = await all(splitDocuments(found('q.ndjson', `${kept}{"mended":"wrongly"}\nnothing\n`), whole));
  expect(items).toEqual([
    {
      path: 'q.ndjson',
      line: 1,
      reason: 'the content of a.zip is not in this file; import that file again',
    },
    { path: 'q.ndjson', line: 2, reason: 'not an entry of a quarantine file' },
    { path: 'q.ndjson', line: 3, reason: expect.stringMatching(/^not JSON/) },
  ]);
});

test('a truncated gzip is refused with its reason, and the import goes on', async () => {
  const bytes = gzipSync(randomBytes(200_000));
  const [file] = await all(unpack(found('a.txt.gz', bytes.subarray(0, 100_000))));
  if (!file || 'reason' in file) throw new Error('it should open and then fail');
  expect(await all(splitDocuments(file, whole))).toEqual([
    { path: 'a.txt', line: null, reason: 'unexpected end of file' },
  ]);
});
