import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readCaption } from '../../../src/reading/fields/read-caption.ts';

it.each([
  ['A flood. (AP Photo/Jane Doe)', 'A flood.', 'AP Photo/Jane Doe'],
  ['He (left) met her. (Yonhap)', 'He (left) met her.', 'Yonhap'],
  ['A house in Rome. Ann Lee/Reuters', 'A house in Rome.', 'Ann Lee/Reuters'],
  ['A house. Photo by Ann Lee.', 'A house.', 'Ann Lee'],
  ['A protest. Photograph: Jane Doe/Getty Images', 'A protest.', 'Jane Doe/Getty Images'],
  ['The tweet of the president Image: Twitter / Ann Lee.', 'The tweet of the president', 'Twitter / Ann Lee'],
  ['A ship. © Getty Images', 'A ship.', 'Getty Images'],
  ['The minister speaks in Oslo. (Ann Lee/Northwire)', 'The minister speaks in Oslo.', 'Ann Lee/Northwire'],
  ['Photo: Ann Lee/Reuters', null, 'Ann Lee/Reuters'],
])('parts the caption from its credit: %s', (line, caption, credit) => {
  expect(readCaption(line)).toMatchObject({ caption, credit });
});

it('reads a caption that stands twice on its line once', () => {
  const once = 'The minister arrives in Tokyo. (AFP)';
  expect(readCaption(`${once} ${once}`)).toEqual({
    caption: 'The minister arrives in Tokyo.',
    credit: 'AFP',
    mark: 'doubled',
  });
});

it.each([
  'The firm sold photos of it.',
  'She took a photo of Ann Lee.',
  'Inflation is seen rising (again).',
  'See both (view full size image).',
])('marks no sentence as a caption: %s', (line) => {
  expect(readCaption(line)).toMatchObject({ caption: line, credit: null, mark: null });
});

it('gives nothing for an empty line', () => {
  expect(readCaption(' ')).toBeUndefined();
});

it('never throws, and caption and credit are words of the line', () => {
  const words = fc.constantFrom(
    'Photo: ',
    'photo by ',
    'Ann ',
    'Lee',
    '/',
    '(AFP)',
    '. ',
    ' ',
    '©',
    'A man walks',
  );
  const texts = fc.oneof(
    fc.string(),
    fc.array(words).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const plain = text.replace(/\s+/g, ' ').trim();
      const read = readCaption(text);
      expect(
        read === undefined || [read.caption, read.credit].every((part) => plain.includes(part ?? '')),
      ).toBe(true);
    }),
  );
});
