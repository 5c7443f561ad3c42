import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Archive } from '../../../src/archive/archive.ts';
import type { ArticleFilter, Position } from '../../../src/model/query.ts';
import { engines } from '../engines.ts';
import { allHeadlines, headlines } from '../pages.ts';
import { filter, publicationAt, sample, WRITTEN } from '../random-filters.ts';
import { openReference } from '../reference.ts';
import { sampleArticle } from '../sample-articles.ts';

/** The headlines of the articles by their last changes, read back from the end of the list. */
async function backwards(archive: Archive, filter: ArticleFilter, limit: number): Promise<string[]> {
  const query = { filter, sort: 'updated', form: 'card', limit, count: 'none' } as const;
  const position: Position = { direction: 'before', rank: 0, id: '' };
  const pages = [];
  let page = await archive.reads.articles({ ...query, position });
  pages.unshift(headlines(page));
  while (page.previous) {
    page = await archive.reads.articles({ ...query, position: page.previous });
    pages.unshift(headlines(page));
  }
  return pages.flat();
}

for (const engine of engines) {
  describe(`random filters over random archives (${engine.name})`, () => {
    beforeEach(() => {
      vi.useFakeTimers({ toFake: ['Date'] });
    });
    afterEach(() => {
      vi.useRealTimers();
    });

    it('answer what a slow, obviously right archive answers, in all orders, on pages of any size, with true totals', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.array(sample, { maxLength: 25 }), { minLength: 1, maxLength: 4 }),
          fc.array(filter, { minLength: 3, maxLength: 12 }),
          fc.integer({ min: 1, max: 9 }),
          async (batches, filters, limit) => {
            const { archive, remove } = await engine.create();
            const reference = openReference();
            try {
              let now = WRITTEN;
              for (const [at, batch] of batches.entries()) {
                const articles = batch.map(({ isPictured, ...each }, index) =>
                  sampleArticle({
                    ...each,
                    key: `k${each.key}`,
                    publishedAt: publicationAt(each.second),
                    headline: `${each.headline.join(' ')} n${at}x${index}`,
                    body: each.body.join(' '),
                    source: 'post',
                    ...(isPictured ? { caption: 'oslo' } : {}),
                  }),
                );
                // One at a time: order of arrival is order of the reference.
                for (const article of articles) {
                  now += 400;
                  vi.setSystemTime(now);
                  await archive.writes.writeArticles([article]);
                  reference.put(article);
                }
              }
              for (const each of filters) {
                const expected = reference.newest(each);
                expect(await allHeadlines(archive, { filter: each, limit })).toEqual(expected);
                expect(await allHeadlines(archive, { filter: each, limit, sort: 'oldest' })).toEqual(
                  expected.toReversed(),
                );
                const updated = reference.updated(each);
                expect(await allHeadlines(archive, { filter: each, limit, sort: 'updated' })).toEqual(
                  updated,
                );
                expect(await backwards(archive, each, limit)).toEqual(updated);
                const { total } = await archive.reads.articles({
                  filter: each,
                  sort: 'newest',
                  form: 'card',
                  limit: 1,
                  count: 'capped',
                });
                expect(total).toEqual({ value: expected.length, relation: 'eq' });
              }
            } finally {
              await remove();
            }
          },
        ),
        { numRuns: 60 },
      );
    }, 120_000);
  });
}
