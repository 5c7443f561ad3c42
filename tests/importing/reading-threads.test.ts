import { expect, onTestFinished, test } from 'vitest';
import { createDocumentReader } from '../../src/importing/read-articles.ts';
import { startReadingThreads } from '../../src/importing/reading-threads.ts';
import type { Document } from '../../src/reading/reader.ts';
import { inventedLines } from './invented-documents.ts';

const task = {
  settings: { source: null, timeZone: 'UTC', language: 'en', map: {} },
  authority: [],
  format: null,
  importedAt: '2024-11-05T12:00:00Z',
};
const wire = (count: number): Document => ({
  path: `${count}.ndjson`,
  bytes: Buffer.from(inventedLines(count)),
});

test('threads read what this thread would, in the order of the documents', async () => {
  const threads = startReadingThreads(task, 2);
  onTestFinished(threads.close);
  const parcels = Array.from({ length: 8 }, (_, index) => [wire(3 + index), wire(20 - index)]);
  const read = createDocumentReader(task);
  expect(await Promise.all(parcels.map(threads.read))).toEqual(
    // A message turns a Buffer into a Uint8Array.
    structuredClone(parcels.map((parcel) => parcel.map((document) => read(document)))),
  );
  expect(threads.ready()).toBe(true);
  expect(threads.busy()).toBe(false);
});

test('a document that no thread can take costs that document alone', async () => {
  const threads = startReadingThreads(task, 1);
  onTestFinished(threads.close);
  const broken: Document = {
    path: 'broken.txt',
    get bytes(): Uint8Array {
      throw new Error('gone');
    },
  };
  const [before, refused, after] = await threads.read([wire(2), broken, wire(3)]);
  expect(before).toMatchObject([{ kind: 'article' }, { kind: 'article' }]);
  expect(refused).toEqual([
    { kind: 'reject', reject: { path: 'broken.txt', line: null, reason: 'could not be read: Error: gone' } },
  ]);
  expect(after).toHaveLength(3);
});

test('a document that takes too long costs neither those beside it nor those behind it', {
  timeout: 120_000,
}, async () => {
  const { close, read } = startReadingThreads(task, 1, 6_000);
  onTestFinished(close);
  // Many articles, because one of this length would be rejected for it.
  const body = 'Mayor Ada Birch said "no" to Bo Elm of Seahaven on Monday. '.repeat(4_000);
  const endless: Document = {
    path: 'endless.ndjson',
    bytes: Buffer.from(`${JSON.stringify({ headline: 'Long', body })}\n`.repeat(200)),
  };
  const parcels = [[wire(1)], [wire(2), endless, wire(3)], [wire(4)]];
  const outcomes = await Promise.all(parcels.map(read));
  expect(outcomes.map((parcel) => parcel.map((document) => document.length))).toEqual([[1], [2, 1, 3], [4]]);
  expect(outcomes[1]?.[1]).toEqual([
    {
      kind: 'reject',
      reject: { path: 'endless.ndjson', line: null, reason: 'took longer than 6 s to read' },
    },
  ]);
  expect(outcomes.flat(2).filter(({ kind }) => kind === 'reject')).toHaveLength(1);
});

test('threads can be closed before they are ready', async () => {
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  for (const turns of [0, 1, 10, 100]) {
    const threads = startReadingThreads(task, 1);
    for (let count = 0; count < turns; count += 1) await turn();
    expect(threads.ready()).toBe(false);
    await expect(threads.close()).resolves.toBeUndefined();
  }
});
