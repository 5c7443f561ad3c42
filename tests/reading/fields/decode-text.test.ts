import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeText, isBinary } from '../../../src/reading/fields/decode-text.ts';

const text = 'The “café” — Łódź, 서울';

it('reads UTF-8 with and without a byte order mark', () => {
  expect(decodeText(Buffer.from(text))).toEqual({ text, encoding: 'utf-8', warnings: [] });
  expect(decodeText(Buffer.from(`\ufeff${text}`))).toEqual({ text, encoding: 'utf-8', warnings: [] });
});

it('reads UTF-16 in both byte orders', () => {
  const little = Buffer.from(`\ufeff${text}`, 'utf16le');
  expect(decodeText(little)).toMatchObject({ text, encoding: 'utf-16le' });
  expect(decodeText(Buffer.from(little).swap16())).toMatchObject({ text, encoding: 'utf-16be' });
  expect(decodeText(Buffer.from('A plain sentence.', 'utf16le')).text).toBe('A plain sentence.');
});

it('reads old files as windows-1252 and says so', () => {
  const read = decodeText(Uint8Array.from([0x93, 0x63, 0x61, 0x66, 0xe9, 0x94]));
  expect(read).toMatchObject({ text: '“café”', encoding: 'windows-1252' });
  expect(read.warnings.map(({ code }) => code)).toEqual(['encoding-assumed']);
});

it('believes a declared encoding where UTF-8 does not fit', () => {
  const bytes = Uint8Array.from([0xbc, 0xad, 0xbf, 0xef]);
  expect(decodeText(bytes, 'euc-kr')).toEqual({ text: '서울', encoding: 'euc-kr', warnings: [] });
  expect(decodeText(Buffer.from('서울'), 'windows-1252').text).toBe('서울');
});

it('keeps damaged UTF-8 as such and counts the damage', () => {
  const read = decodeText(Buffer.concat([Buffer.from('é — é à ü ö'), Buffer.from([0xff])]));
  expect(read.text).toBe('é — é à ü ö\ufffd');
  expect(read.warnings).toMatchObject([
    { code: 'invalid-characters', message: expect.stringContaining('1 invalid UTF-8 sequence ') },
  ]);
});

it('tells binary files from texts', () => {
  expect(isBinary(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]))).toBe(true);
  expect(isBinary(Buffer.from(text))).toBe(false);
  expect(isBinary(Buffer.from(text, 'utf16le').subarray(0))).toBe(true);
  expect(isBinary(Buffer.from(`\ufeff${text}`, 'utf16le'))).toBe(false);
});

it('never throws, whatever the bytes and the label', () => {
  fc.assert(fc.property(fc.uint8Array(), fc.string(), (bytes, label) => void decodeText(bytes, label)));
});
