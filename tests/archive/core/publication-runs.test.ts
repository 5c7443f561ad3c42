import { expect, test } from 'vitest';
import { publicationRuns } from '../../../src/archive/core/publication-runs.ts';

const article = (id: string, content: string, publishedAt: number) => ({ id, content, publishedAt });
const order = (batch: ReturnType<typeof article>[]) =>
  publicationRuns(batch).map((run) => run.map(({ index }) => index));

test('a batch is sorted by publication', () => {
  expect(order([article('a', 'x', 3), article('b', 'y', 1), article('c', 'z', 1)])).toEqual([[1, 2, 0]]);
});

test('a later version of an article is written after the earlier one', () => {
  expect(order([article('a', 'x', 3), article('b', 'y', 2), article('a', 'z', 1)])).toEqual([[1, 0], [2]]);
});

test('an article with the same content is written after the first', () => {
  expect(order([article('a', 'x', 3), article('b', 'x', 1)])).toEqual([[0], [1]]);
});
