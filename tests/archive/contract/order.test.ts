import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Page } from '../../../src/archive/results.ts';
import { instantOf } from '../../../src/model/instant.ts';
import { engines } from '../engines.ts';
import { allHeadlines, headlines } from '../pages.ts';
import { publicationAt, WRITTEN } from '../random-filters.ts';
import { openReference } from '../reference.ts';
import { sampleArticle } from '../sample-articles.ts';
import { searchFor } from '../search-for.ts';

const MIDNIGHT = 1_714_953_600;

for (const engine of engines) {
  describe(`the order of articles (${engine.name})`, () => {
    beforeEach(() => {
      vi.useFakeTimers({ toFake: ['Date'] });
    });
    afterEach(() => {
      vi.useRealTimers();
    });

    it('is that of publication, then of arrival, however they come in and are corrected', async () => {
      const arrival = fc.record({
        key: fc.integer({ min: 0, max: 150 }),
        second: fc.oneof(
          fc.constant(0),
          fc.integer({ min: 0, max: 12 }),
          fc.integer({ min: -100_000, max: 100_000 }),
          fc.constant(null),
        ),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(arrival, { minLength: 100, maxLength: 220 }), async (arrivals) => {
          const { archive, remove } = await engine.create();
          const reference = openReference();
          try {
            for (const [index, { key, second }] of arrivals.entries()) {
              vi.setSystemTime(WRITTEN + index * 300);
              const article = sampleArticle({
                key: `k${key}`,
                headline: `kilo n${index}`,
                publishedAt: publicationAt(second, MIDNIGHT),
                tags: ['topic/tides'],
                quotes: [{ exact: `said n${index}` }],
              });
              await archive.writes.writeArticles([article]);
              reference.put(article);
            }
            const expected = reference.newest({});
            expect(await allHeadlines(archive)).toEqual(expected);
            const search = searchFor('kilo');
            expect(await allHeadlines(archive, { filter: { search } })).toEqual(expected);
            const tags = { kind: 'tag', tag: { type: 'topic', slug: 'tides' } } as const;
            expect(await allHeadlines(archive, { filter: { tags } })).toEqual(expected);
            const quotes: Page = await archive.reads.quotes({ limit: 500, count: 'none' });
            expect(quotes.items.map((quote) => JSON.parse(quote).article.headline)).toEqual(expected);
          } finally {
            await remove();
          }
        }),
        { numRuns: 12 },
      );
    }, 120_000);

    it('holds for thousands of articles at one midnight with others in the seconds after it', async () => {
      const { archive, remove } = await engine.create();
      const later = Array.from({ length: 400 }, (_, second) =>
        sampleArticle({ headline: `later n${second}`, publishedAt: instantOf(MIDNIGHT + 1 + second) }),
      );
      await archive.writes.writeArticles(later);
      for (let batch = 0; batch < 8; batch += 1) {
        await archive.writes.writeArticles(
          Array.from({ length: 500 }, (_, index) =>
            sampleArticle({ headline: `midnight n${batch}x${index}`, publishedAt: instantOf(MIDNIGHT) }),
          ),
        );
      }
      const all = await allHeadlines(archive);
      expect(all).toHaveLength(4_400);
      expect(all.slice(0, 400)).toEqual(later.map(({ headline }) => headline).reverse());
      expect(all.slice(400, 403)).toEqual(['midnight n7x499', 'midnight n7x498', 'midnight n7x497']);
      const search = searchFor('later');
      expect(await allHeadlines(archive, { filter: { search } })).toEqual(all.slice(0, 400));
      await remove();
    }, 120_000);

    it('lets a reader go on where they were when the article at the cursor is gone or has another date', async () => {
      const { archive, remove } = await engine.create();
      const samples = Array.from({ length: 6 }, (_, index) =>
        sampleArticle({ key: `k${index}`, headline: `n${index}`, publishedAt: instantOf(MIDNIGHT) }),
      );
      const written = await archive.writes.writeArticles(samples);
      const ask = { filter: {}, sort: 'newest', form: 'card', limit: 2, count: 'none' } as const;
      const first = await archive.reads.articles(ask);
      expect(headlines(first)).toEqual(['n5', 'n4']);
      await archive.writes.withdraw([written[4]?.id ?? '']);
      if (!first.next) throw new Error('no next page');
      expect(headlines(await archive.reads.articles({ ...ask, position: first.next }))).toEqual(['n3', 'n2']);
      await archive.writes.writeArticles([
        sampleArticle({ key: 'k3', headline: 'n3', publishedAt: instantOf(MIDNIGHT + 9) }),
      ]);
      const second = await archive.reads.articles({ ...ask, position: first.next });
      expect(headlines(second)).toEqual(['n2', 'n1']);
      await remove();
    });

    it('says that a page follows or precedes only where it does', async () => {
      const { archive, remove } = await engine.create();
      await archive.writes.writeArticles(
        Array.from({ length: 4 }, (_, index) =>
          sampleArticle({ headline: `n${index}`, publishedAt: instantOf(MIDNIGHT + index) }),
        ),
      );
      const ask = { filter: {}, sort: 'newest', form: 'card', limit: 2, count: 'none' } as const;
      const first = await archive.reads.articles(ask);
      expect(first.previous).toBeUndefined();
      if (!first.next) throw new Error('no next page');
      const second = await archive.reads.articles({ ...ask, position: first.next });
      expect(headlines(second)).toEqual(['n1', 'n0']);
      expect(second.next).toBeUndefined();
      if (!second.previous) throw new Error('no previous page');
      const back = await archive.reads.articles({ ...ask, position: second.previous });
      expect(headlines(back)).toEqual(['n3', 'n2']);
      expect(back.previous).toBeUndefined();
      expect(back.next).toEqual(first.next);
      await remove();
    });
  });
}
