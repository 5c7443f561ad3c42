import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatOf, formats } from '../../src/reading/formats/formats.ts';
import { readDocument } from '../../src/reading/read-document.ts';

const settings = { source: null, timeZone: 'UTC', language: 'en', map: {} };
const read = (bytes: Uint8Array, path: string, format?: string) => [
  ...readDocument({ path, bytes }, settings, format),
];
const article = Buffer.from('Harbour opens\n\nBy Ann Lee\n\nThe harbour opened on Sunday.\n');

it('reads text whatever its extension', () => {
  for (const path of ['a.txt', 'a', 'a.bin'])
    expect(read(article, path)).toMatchObject([
      { kind: 'draft', draft: { headline: 'Harbour opens', origin: { format: 'text' } } },
    ]);
});

it('reads as the named format', () => {
  expect(read(article, 'a.html', 'text')).toMatchObject([
    { kind: 'draft', draft: { origin: { format: 'text' } } },
  ]);
});

it.each([
  ['an empty file', new Uint8Array(), undefined, 'empty file'],
  ['a binary file', Uint8Array.from([0x99, 0x50, 0x4e, 0x47, 0, 0, 1]), undefined, 'binary file, not text'],
  ['an unknown format', article, 'pages', 'unknown format "pages"'],
])('rejects %s with the reason', (_, bytes, format, reason) => {
  expect(read(bytes, 'a', format)).toEqual([{ kind: 'reject', reject: { path: 'a', line: null, reason } }]);
});

it('rejects an article whose text is longer than 524,288 characters, but not the others of its file', () => {
  const record = (body: string) => JSON.stringify({ headline: 'Harbour opens', body });
  const [longest, tooLong] = ['a'.repeat(2 ** 19), 'a'.repeat(2 ** 19 + 1)];
  expect(
    read(Buffer.from(`${record(longest)}\n${record(tooLong)}\n${record('a')}\n`), 'a.ndjson', 'ndjson'),
  ).toMatchObject([
    { kind: 'draft' },
    {
      kind: 'reject',
      reject: {
        path: 'a.ndjson',
        line: 2,
        reason: 'the text of the article has 524289 characters, more than 524288; split it',
      },
    },
    { kind: 'draft' },
  ]);
});

it.each(['json', 'ndjson'])(
  'detects %s by its extension if the first line is longer than the head',
  (name) => {
    const head = JSON.stringify({
      headline: 'Harbour opens',
      body: 'The harbour opened. '.repeat(1000),
    }).slice(0, 8192);
    expect(formatOf(head, `a.${name}`)?.name).toBe(name);
  },
);

it('has a unique name for each format', () => {
  const names = formats.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(formatOf('', 'a', name)?.name).toBe(name);
});

it('never throws, whatever the bytes and the format', () => {
  const named = fc.option(fc.constantFrom(...formats.map(({ name }) => name)), { nil: undefined });
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), named, (bytes, format) => {
      for (const reading of read(bytes, 'a.txt', format)) expect(['draft', 'reject']).toContain(reading.kind);
    }),
  );
});
