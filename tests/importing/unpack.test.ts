import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { expect, test } from 'vitest';
import { collectBytes } from '../../src/importing/byte-stream.ts';
import type { FoundFile } from '../../src/importing/found-file.ts';
import { type UnpackLimits, unpack } from '../../src/importing/unpack.ts';
import { found } from './found.ts';
import { zipOf } from './zip-of.ts';

async function tarOf(entries: Record<string, string>): Promise<Buffer> {
  const tar = pack();
  for (const [name, content] of Object.entries(entries)) tar.entry({ name }, content);
  tar.finalize();
  const parts: Buffer[] = [];
  for await (const part of tar) parts.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(parts);
}

/** Path → content, or the reason why it can't be read. */
async function contents(file: FoundFile, limits?: UnpackLimits): Promise<Record<string, string>> {
  const result: Record<string, string> = {};
  for await (const item of unpack(file, limits)) {
    if ('reason' in item) result[item.path] = `! ${item.reason}`;
    else result[item.path] = Buffer.from(await collectBytes(item.open(), 1e9)).toString('utf8');
  }
  return result;
}

test('a plain file is itself', async () => {
  expect(await contents(found('a.txt', 'Hello'))).toEqual({ 'a.txt': 'Hello' });
});

test('an empty file is itself', async () => {
  expect(await contents(found('a.txt', ''))).toEqual({ 'a.txt': '' });
});

test('a .gz is the file inside, without the ending', async () => {
  expect(await contents(found('a.txt.gz', gzipSync('Hello')))).toEqual({ 'a.txt': 'Hello' });
});

test('a .tar.gz is its files, in order', async () => {
  const bytes = gzipSync(await tarOf({ 'wire/a.txt': 'A', './b.txt': 'B' }));
  expect(await contents(found('dump.tar.gz', bytes))).toEqual({
    'dump.tar/wire/a.txt': 'A',
    'dump.tar/b.txt': 'B',
  });
});

test('a .zip is its files, and a .gz inside it is opened too', async () => {
  const bytes = zipOf({ 'wire/a.txt': Buffer.from('A'), 'b.txt.gz': gzipSync('B') });
  expect(await contents(found('dump.zip', bytes))).toEqual({
    'dump.zip/wire/a.txt': 'A',
    'dump.zip/b.txt': 'B',
  });
});

test('an archive file is known by its content, whatever its name', async () => {
  expect(await contents(found('a.txt', zipOf({ 'b.txt': Buffer.from('B') })))).toEqual({
    'a.txt/b.txt': 'B',
  });
});

test('a truncated gzip is refused with its reason', async () => {
  const bytes = gzipSync('Hello, world. '.repeat(1000));
  const [file] = await Array.fromAsync(unpack(found('a.gz', bytes.subarray(0, bytes.length - 10))));
  if (!file || 'reason' in file) throw new Error('it should open and then fail');
  await expect(collectBytes(file.open(), 1e9)).rejects.toThrow('unexpected end of file');
});

test('an entry that points out of its archive file is refused', async () => {
  const evil = zipOf({ '../../etc/cron.d/x': Buffer.from('A') });
  expect(await contents(found('evil.zip', evil))).toEqual({
    'evil.zip': '! zip file: invalid relative path: ../../etc/cron.d/x',
  });
  const tar = await tarOf({ 'a/../../b.txt': 'B' });
  expect((await contents(found('evil.tar', tar)))['evil.tar']).toMatch('points outside the archive file');
});

test('a bomb is stopped long before it is unpacked', async () => {
  const bomb = gzipSync(Buffer.alloc(64 * 2 ** 20));
  const [file] = await Array.fromAsync(
    unpack(found('bomb.gz', bomb), { depth: 3, zipSize: 2 ** 20, ratio: 100, ratioFrom: 2 ** 20 }),
  );
  if (!file || 'reason' in file) throw new Error('it should open and then fail');
  await expect(collectBytes(file.open(), 1e9)).rejects.toThrow('more than 100 times its size');
});

test('archive files nested too deep are refused', async () => {
  let bytes: Buffer = Buffer.from('Hello');
  for (let depth = 0; depth < 5; depth++) bytes = gzipSync(bytes);
  expect(Object.values(await contents(found('a.gz', bytes)))).toEqual([
    '! archive files are nested more than 3 deep',
  ]);
});

test.each(['word/document.xml', 'xl/workbook.xml', 'ppt/presentation.xml'])(
  'a zip file that is one document is a file, not an archive: %s',
  async (entry) => {
    const bytes = zipOf({ '[Content_Types].xml': Buffer.from('x'), [entry]: Buffer.from('x') });
    expect(Object.keys(await contents(found('report', bytes)))).toEqual(['report']);
    expect(Object.keys(await contents(found('all.zip', zipOf({ 'report.bin': bytes }))))).toEqual([
      'all.zip/report.bin',
    ]);
  },
);
