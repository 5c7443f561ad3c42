import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf } from '../../../src/model/instant.ts';
import { engines } from '../engines.ts';
import { allHeadlines } from '../pages.ts';
import { BASE, filter, sample } from '../random-filters.ts';
import { openReference } from '../reference.ts';
import { sampleArticle } from '../sample-articles.ts';

for (const engine of engines) {
  describe(`random filters over random archives (${engine.name})`, () => {
    it('answer what a slow, obviously right archive answers, in both orders, on pages of any size, with true totals', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.array(sample, { maxLength: 25 }), { minLength: 1, maxLength: 4 }),
          fc.array(filter, { minLength: 3, maxLength: 12 }),
          fc.integer({ min: 1, max: 9 }),
          async (batches, filters, limit) => {
            const { archive, remove } = await engine.create();
            const reference = openReference();
            try {
              for (const [at, batch] of batches.entries()) {
                const articles = batch.map((each, index) =>
                  sampleArticle({
                    ...each,
                    key: `k${each.key}`,
                    publishedAt: instantOf(BASE + each.second),
                    headline: `${each.headline.join(' ')} n${at}x${index}`,
                    body: each.body.join(' '),
                    source: 'post',
                  }),
                );
                // One at a time: order of arrival is order of the reference.
                for (const article of articles) {
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
