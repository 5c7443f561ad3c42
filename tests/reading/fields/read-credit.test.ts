import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readCredit } from '../../../src/reading/fields/read-credit.ts';

it.each([
  ['according to the Service. (Yonhap)', 'Yonhap', 'according to the Service.'],
  ['(Yonhap)', 'Yonhap', ''],
  ['— AP', 'AP', ''],
  ['He said. -- Reuters', 'Reuters', 'He said.'],
  ['Reuters', 'Reuters', ''],
  ['Source: The Korea Herald', 'The Korea Herald', ''],
])('lifts the wire out of the end of a text: %s', (text, credit, rest) => {
  expect(readCredit(text)).toEqual({ kind: 'credit', credit, rest });
});

it.each([
  ['© 2024 Korea Herald. All rights reserved.', 'Korea Herald'],
  ['Copyright 2024 The Associated Press. All rights reserved.', 'The Associated Press'],
  ['(c) 2016 AFP', 'AFP'],
  ['(Northwire) Copyright Northwire. All rights reserved.', 'Northwire'],
  ['All rights reserved', null],
])('reads copyright lines: %s', (text, credit) => {
  expect(readCredit(text)).toEqual({ kind: 'copyright', credit, rest: '' });
});

it.each([
  '',
  'He works for AP',
  'He went to Reuters.',
  'The end (again)',
  'The copyright law was changed in 2024.',
])('finds none in sentences: %s', (text) => {
  expect(readCredit(text)).toBeUndefined();
});

it('never throws, and what is left is the beginning of the text', () => {
  const words = fc.constantFrom(
    'He said. ',
    '(AP)',
    '-- ',
    'Reuters',
    '© ',
    'Copyright ',
    '2024 ',
    '(',
    ')',
    '— ',
    'Source: ',
    ' ',
  );
  const texts = fc.oneof(
    fc.string(),
    fc.array(words).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const read = readCredit(text);
      expect(read === undefined || text.startsWith(read.rest)).toBe(true);
    }),
  );
});
