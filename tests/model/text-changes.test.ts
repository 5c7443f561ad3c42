import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textChanges } from '../../src/model/text-changes.ts';

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

test('two texts that have nothing in common are told as one gone and one come, soon', () => {
  const text = (word: string) => Array.from({ length: 5000 }, (_, at) => `${word}${at}`).join(' ');
  const begun = performance.now();
  expect(textChanges(text('a'), text('b')).map(({ op }) => op)).toEqual(['delete', 'insert']);
  expect(performance.now() - begun).toBeLessThan(2000);
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
