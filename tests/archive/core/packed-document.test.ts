import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  cardContext,
  packDocument,
  unpackDocument,
} from '../../../src/archive/core/article-json/packed-document.ts';

const context = '"url":null,"headline":"Minister says no","tags":[],"contentHash":"7f"';
const card = `{"id":"a1","slug":"minister-says-no-2",${context},"revision":3,"storedAt":"2024-11-03T12:00:00Z"}`;

test('the context is the part of a card that is known before an article has a slug and a revision', () => {
  expect(cardContext(card)).toBe(context);
  expect(cardContext('')).toBe('');
});

test('unpacking returns any document, packed with its card or alone', () => {
  fc.assert(
    fc.property(fc.json(), fc.string(), (json, text) => {
      expect(unpackDocument(packDocument(json))).toBe(json);
      const said = `"url":null,"headline":${JSON.stringify(text)},"contentHash":"7f"`;
      const later = `{"id":"a1","slug":"a","${said.slice(1)},"revision":9,"storedAt":"2024-11-03T12:00:00Z"}`;
      expect(unpackDocument(packDocument(json, said), later)).toBe(json);
    }),
  );
});

test('a card may be longer than the window of DEFLATE', () => {
  const long = `"url":null,"headline":"${'a long headline of Größe '.repeat(4_000)}","contentHash":"7f"`;
  const json = JSON.stringify({ body: { text: 'a long headline of Größe '.repeat(3) } });
  expect(unpackDocument(packDocument(json, long), `{"id":"a","slug":"b",${long},"revision":1}`)).toBe(json);
});

test('a document with any damaged byte throws, or was damaged in bits that mean nothing', () => {
  const json = JSON.stringify({
    text: 'The harbour council voted on the new pier, and nobody asked the fishers.',
  });
  const packed = packDocument(json);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: packed.length - 1 }),
      fc.integer({ min: 1, max: 255 }),
      (at, change) => {
        const damaged = Buffer.from(packed);
        damaged.writeUInt8(damaged.readUInt8(at) ^ change, at);
        let unpacked: string | undefined;
        try {
          unpacked = unpackDocument(damaged);
        } catch {
          // As it should be.
        }
        expect([undefined, json]).toContain(unpacked);
      },
    ),
    { numRuns: 500 },
  );
});

test('a document that ends too early throws', () => {
  expect(() => unpackDocument(packDocument('{"body":"text"}').subarray(0, 5))).toThrow(/unexpected end/);
});
