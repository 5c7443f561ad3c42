import { expect, test } from 'vitest';
import { findMostSimilar } from '../../../src/archive/core/similar-articles.ts';
import { shinglesOf } from '../../../src/model/shingles.ts';

const text = Array.from({ length: 80 }, (_, index) => `word${index}`).join(' ');
const article = { key: 9, publishedAt: 1_700_000_000, text, wordCount: 80 };
const stored = (id: string, words: string) => ({
  id,
  shingles: shinglesOf(words),
  wordCount: 80,
  publishedAt: article.publishedAt,
});
const copy = stored('copy', text);
const changed = stored('changed', text.replace('word70', 'another'));
const unlike = stored('unlike', text.replaceAll('word', 'other'));

test('finds the article that is most alike', () => {
  const read = (key: number) => [changed, copy, unlike][key];
  expect(
    findMostSimilar(
      article,
      new Map([
        [0, 8],
        [1, 8],
        [2, 8],
      ]),
      read,
    ),
  ).toBe('copy');
});

test('does not compare articles that share one band', () => {
  expect(findMostSimilar(article, new Map([[0, 1]]), () => copy)).toBeUndefined();
});

test('finds neither unlike articles nor itself nor articles that are gone', () => {
  const read = (key: number) => [unlike, undefined][key] ?? (key === 9 ? copy : undefined);
  expect(
    findMostSimilar(
      article,
      new Map([
        [0, 8],
        [1, 8],
        [9, 8],
      ]),
      read,
    ),
  ).toBeUndefined();
});
