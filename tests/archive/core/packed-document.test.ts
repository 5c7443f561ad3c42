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

test('a damaged document throws', () => {
  expect(() => unpackDocument(packDocument('{"body":"text"}').subarray(0, 5))).toThrow(/unexpected end/);
});
