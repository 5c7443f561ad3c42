import { expect, test } from 'vitest';
import { likenessOf } from '../../src/model/likeness.ts';
import { shinglesOf } from '../../src/model/shingles.ts';

const words = Array.from({ length: 100 }, (_, at) => `word${at}`);
const day = 86_400;

function article(text: string[], publishedAt = 0) {
  return { shingles: shinglesOf(text.join(' ')), wordCount: text.length, publishedAt };
}

test('the same words are a copy, however far apart in time', () => {
  expect(likenessOf(article(words), article(words, 400 * day))).toEqual({ relation: 'copy', resemblance: 1 });
});

test('most of the words are a version within seven days, and nothing after them', () => {
  const later = [...words.slice(0, 80), 'other', 'end'];
  expect(likenessOf(article(words), article(later, 7 * day))?.relation).toBe('version');
  expect(likenessOf(article(words), article(later, 7 * day + 1))).toBeUndefined();
});

test('less than half of the words are another story', () => {
  expect(
    likenessOf(article(words), article([...words.slice(0, 40), ...words.slice(0, 60).reverse()])),
  ).toBeUndefined();
});

test('short texts are copies or nothing', () => {
  const short = words.slice(0, 20);
  expect(likenessOf(article(short), article(short))?.relation).toBe('copy');
  expect(likenessOf(article(short), article([...short, 'more']))).toBeUndefined();
});
