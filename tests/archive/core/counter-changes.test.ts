import { expect, test } from 'vitest';
import {
  countArticle,
  createCounterChanges,
  WHOLE_ARCHIVE,
} from '../../../src/archive/core/counter-changes.ts';

const january = Date.UTC(2024, 0, 15) / 1000;
const february = Date.UTC(2024, 1, 15) / 1000;
const month = 2024 * 12;

test('articles are counted by tag and month, quotes by speaker', () => {
  const changes = createCounterChanges();
  countArticle(changes, 1, { publishedAt: february, tags: [1, 2], speakers: [2, 2], quotes: 3 });
  countArticle(changes, 1, { publishedAt: january, tags: [1], speakers: [], quotes: 0 });
  expect(changes).toEqual({
    articles: 2,
    quotes: 3,
    tags: new Map([
      [1, { articles: 2, quotes: 0, first: january, last: february, removed: false }],
      [2, { articles: 1, quotes: 2, first: february, last: february, removed: false }],
    ]),
    months: new Map([
      [
        WHOLE_ARCHIVE,
        new Map([
          [month + 1, 1],
          [month, 1],
        ]),
      ],
      [
        1,
        new Map([
          [month + 1, 1],
          [month, 1],
        ]),
      ],
      [2, new Map([[month + 1, 1]])],
    ]),
  });
});

test('an article that is added and removed leaves no counts, but its tags are marked', () => {
  const changes = createCounterChanges();
  const article = { publishedAt: january, tags: [1], speakers: [2], quotes: 1 };
  countArticle(changes, 1, article);
  countArticle(changes, -1, article);
  expect(changes.articles).toBe(0);
  expect(changes.quotes).toBe(0);
  expect(changes.tags.get(1)).toMatchObject({ articles: 0, removed: true });
  expect(changes.tags.get(2)).toMatchObject({ quotes: 0, removed: true });
  expect(changes.months.get(1)?.get(month)).toBe(0);
});
