import { expect, test } from 'vitest';
import { markdownPieces } from '../../../../src/reading/formats/markdown/markdown-pieces.ts';

test('thousands of marks of pictures in a paragraph are text, and other paragraphs keep their pictures', () => {
  const picture = '![A pier](https://a.example/a.jpg)';
  const { pieces, images } = markdownPieces(`One.\n\n${'![a](b '.repeat(8_000)}\n\n${picture}\n\nTwo.`, null);
  expect(images.map(({ url }) => url)).toEqual(['https://a.example/a.jpg']);
  expect(pieces.map(({ text }) => text.slice(0, 10))).toEqual(['One.', '![a](b ![a', 'Two.']);
});

test('hundreds of pictures in a paragraph are pictures', () => {
  const { images } = markdownPieces('![a](https://a.example/a.jpg) '.repeat(500), null);
  expect(images).toHaveLength(500);
});

test('hundreds of underlines are left out, and a text with some headings keeps them', () => {
  const many = markdownPieces(`One.\n\n${'a\n=\n'.repeat(5_000)}\n\nTwo.`, null).pieces;
  expect(many.map(({ kind }) => kind)).not.toContain('heading');
  expect(many.at(0)?.text).toBe('One.');
  expect(many.at(-1)?.text).toBe('Two.');
  const some = markdownPieces('One\n===\n\nText.\n\nTwo\n---\n\nMore.', null);
  expect([some.title, ...some.pieces.map(({ text }) => text)]).toEqual(['One', 'Text.', 'Two', 'More.']);
});

test('quotes of quotes beyond nine are one quote', () => {
  const { pieces } = markdownPieces(`${'>'.repeat(90)} Deep.\n\n> > Once.`, null);
  expect(pieces.map(({ text }) => text)).toEqual(['Deep.', 'Once.']);
});
