import { expect, test } from 'vitest';
import { packChunks } from '../../src/importing/chunks.ts';
import type { Document, Reject } from '../../src/reading/reader.ts';

const KiB = 2 ** 10;
const document = (kibibytes: number): Document => ({ path: 'a.txt', bytes: new Uint8Array(kibibytes * KiB) });

async function sizes(items: (Document | Reject)[]): Promise<number[][]> {
  async function* found() {
    yield* items;
  }
  const chunks = await Array.fromAsync(packChunks(found()));
  return chunks.map((chunk) => chunk.map((item) => ('bytes' in item ? item.bytes.length / KiB : 0)));
}

test('documents are sent together up to 256 KiB', async () => {
  expect(await sizes([document(200), document(50), document(10), document(300), document(1)])).toEqual([
    [200, 50],
    [10],
    [300],
    [1],
  ]);
});

test('rejects keep their place between documents', async () => {
  expect(await sizes([{ path: 'b', line: null, reason: 'empty file' }, document(256), document(2)])).toEqual([
    [0, 256],
    [2],
  ]);
});

test('small documents are sent by sixty-four', async () => {
  const chunks = await sizes(Array.from({ length: 130 }, () => document(1)));
  expect(chunks.map(({ length }) => length)).toEqual([64, 64, 2]);
});
