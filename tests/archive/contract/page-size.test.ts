import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ArticleQuery, fullPageBytes } from '../../../src/archive/queries.ts';
import type { Position } from '../../../src/model/query.ts';
import { engines, type TestArchive } from '../engines.ts';
import { headlines, pagesFrom } from '../pages.ts';
import { sampleArticle } from '../sample-articles.ts';
import { searchFor } from '../search-for.ts';

/** Texts of 700 kB, of which two fit on a page, between short ones; and one that is larger than a page. */
const sizes = [1, 700, 700, 700, 1, 1, 700, 3_000, 1, 700, 1, 700];
const all = sizes.map((_, index) => `Flood report ${String(index).padStart(2, '0')}`);

for (const engine of engines) {
  describe(`pages of whole articles on ${engine.name}`, () => {
    let suite: TestArchive;
    afterAll(() => suite.remove());
    beforeAll(async () => {
      suite = await engine.create();
      await suite.archive.writes.writeArticles(
        sizes.map((kilobytes, index) =>
          sampleArticle({
            headline: all[index] ?? '',
            publishedAt: `2024-01-${String(index + 1).padStart(2, '0')}T00:00:00Z`,
            body: 'The river é.  \n'.repeat((kilobytes * 1000) / 16),
          }),
        ),
      );
    });

    const ask = (query: Partial<ArticleQuery>) => (position: Position | undefined) =>
      suite.archive.reads.articles({
        ...{ filter: {}, sort: 'oldest', form: 'full', limit: 100, count: 'exact' },
        ...query,
        ...(position && { position }),
      });
    const bytesOf = (items: string[]) => items.reduce((sum, item) => sum + Buffer.byteLength(item), 0);

    test('end before their limit in articles, and none is missed or repeated', async () => {
      for (const sort of ['oldest', 'newest'] as const) {
        const pages = await pagesFrom(ask({ sort }));
        expect(pages.flatMap(headlines)).toEqual(sort === 'oldest' ? all : all.toReversed());
        expect(pages.length).toBeGreaterThan(3);
        for (const { items, total } of pages) {
          expect(items.length).toBeGreaterThan(0);
          expect(items.length === 1 || bytesOf(items) <= fullPageBytes).toBe(true);
          expect(total).toEqual({ value: all.length, relation: 'eq' });
        }
      }
    });

    test('lead back to the articles before them', async () => {
      const forward = await pagesFrom(ask({}));
      const back: string[][] = [];
      let position = forward.at(-1)?.previous;
      while (position) {
        const page = await ask({})(position);
        expect(page.items.length === 1 || bytesOf(page.items) <= fullPageBytes).toBe(true);
        // The next page begins where this one ends.
        const next = page.next && headlines(await ask({})(page.next))[0];
        expect(next).toBe(all[all.indexOf(headlines(page).at(-1) ?? '') + 1]);
        back.unshift(headlines(page));
        position = page.previous;
      }
      const last = headlines(forward.at(-1) ?? { items: [] });
      expect([...back.flat(), ...last]).toEqual(all);
    });

    test('have the same articles by relevance', async () => {
      const filter = { search: searchFor('flood') };
      const pages = await pagesFrom(ask({ filter, sort: 'relevance' }));
      expect(pages.length).toBeGreaterThan(3);
      expect(pages.flatMap(headlines).toSorted()).toEqual(all);
    });

    test('of cards have as many articles as their limit', async () => {
      const page = await ask({ form: 'card' })(undefined);
      expect(headlines(page)).toEqual(all);
    });
  });
}
