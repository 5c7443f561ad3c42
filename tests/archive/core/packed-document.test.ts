import { deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  packDocument,
  sayingOf,
  unpackDocument,
} from '../../../src/archive/core/article-json/packed-document.ts';

const saying = '"url":null,"headline":"Minister says no","tags":[],"contentHash":"7f"';
const card = `{"id":"a1","slug":"minister-says-no-2",${saying},"revision":3,"storedAt":"2024-11-03T12:00:00Z"}`;

test('what a card says is known before the archive has given the article a slug and a revision', () => {
  expect(sayingOf(card)).toBe(saying);
  expect(sayingOf('')).toBe('');
});

test('any document comes back as it was, beside what its card says or alone', () => {
  fc.assert(
    fc.property(fc.json(), fc.string(), (json, text) => {
      expect(unpackDocument(packDocument(json))).toBe(json);
      const said = `"url":null,"headline":${JSON.stringify(text)},"contentHash":"7f"`;
      const later = `{"id":"a1","slug":"a","${said.slice(1)},"revision":9,"storedAt":"2024-11-03T12:00:00Z"}`;
      expect(unpackDocument(packDocument(json, said), later)).toBe(json);
    }),
  );
});

test('a card longer than what DEFLATE looks back at does no harm', () => {
  const long = `"url":null,"headline":"${'a long headline of Größe '.repeat(4_000)}","contentHash":"7f"`;
  const json = JSON.stringify({ body: { text: 'a long headline of Größe '.repeat(3) } });
  expect(unpackDocument(packDocument(json, long), `{"id":"a","slug":"b",${long},"revision":1}`)).toBe(json);
});

test('documents of before, packed with the whole card as dictionary, are still read', () => {
  const packed = Buffer.from('wwglx2JQyIOCuwBZpR5y6OH1IQA=', 'base64');
  expect(unpackDocument(packed, '{"id":"a1","headline":"Packed before"}')).toBe(
    '{"body":{"text":"As it was packed before.","blocks":[]},"mentions":[],"quotes":[]}',
  );
});

test('and those of long before, which are text', () => {
  expect(unpackDocument('{"body":{"text":""}}', card)).toBe('{"body":{"text":""}}');
});

test('Node still keeps the output of an unpacking where unpackBytes takes it away', () => {
  const { engine } = inflateRawSync(deflateRawSync('x'), { info: true }) as unknown as { engine: object };
  expect(engine).toHaveProperty('_outBuffer');
});
