import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TextChange } from '../../src/model/text-change.ts';
import { textChanges } from '../../src/model/text-changes.ts';
import { ends } from '../ends.ts';

test('changes are told word by word, within the paragraphs that changed', () => {
  expect(textChanges('One stays.\n\nThe vote is today.', 'One stays.\n\nThe vote was today.')).toEqual([
    { op: 'equal', text: 'One stays.\n\nThe vote ' },
    { op: 'delete', text: 'is' },
    { op: 'insert', text: 'was' },
    { op: 'equal', text: ' today.' },
  ]);
});

test('a paragraph that came is inserted whole', () => {
  expect(textChanges('One.\n\nThree.', 'One.\n\nTwo.\n\nThree.')).toEqual([
    { op: 'equal', text: 'One.\n\n' },
    { op: 'insert', text: 'Two.\n\n' },
    { op: 'equal', text: 'Three.' },
  ]);
});

test('of two texts that have nothing in common one is deleted and one inserted, without a search for more', () => {
  const text = (word: string) => Array.from({ length: 20_000 }, (_, at) => `${word}${at}`).join(' ');
  let changes: TextChange[] = [];
  expect(
    ends(() => {
      changes = textChanges(text('a'), text('b'));
    }),
  ).toBe(true);
  expect(changes.map(({ op }) => op)).toEqual(['delete', 'insert']);
});

const text = fc
  .array(fc.constantFrom('pier ', 'vote ', 'mayor, ', '\n\n', 'é 🙂', '. ', 'the ', ' '), { maxLength: 40 })
  .map((parts) => parts.join(''));

test('equal and deleted stretches are the first text, equal and inserted ones the second', () => {
  fc.assert(
    fc.property(text, text, (from, to) => {
      const changes = textChanges(from, to);
      const without = (op: string) => changes.filter((change) => change.op !== op);
      const joined = (parts: typeof changes) => parts.map((part) => part.text).join('');
      expect(joined(without('insert'))).toBe(from);
      expect(joined(without('delete'))).toBe(to);
      expect(changes.every((change, at) => change.text !== '' && change.op !== changes[at + 1]?.op)).toBe(
        true,
      );
    }),
  );
});
