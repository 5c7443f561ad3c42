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
