import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Page } from '../../../src/archive/results.ts';
import { openSqliteArchive } from '../../../src/archive/sqlite/open.ts';
import { instantOf } from '../../../src/model/instant.ts';
import type { ArticleSort, Position, TagExpression } from '../../../src/model/query.ts';
import { allHeadlines, headlines, pagesFrom } from '../pages.ts';
import { sampleArticle } from '../sample-articles.ts';
import { searchFor } from '../search-for.ts';

/** The same time limit for everything. */
const limitAll = (ms: number) => ({ page: ms, total: ms, exactTotal: ms, ranking: ms });

/** Opens an archive whose budget is spent after every range of three articles. */
function openBoundedArchive() {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-budget-'));
  const path = join(folder, 'archive.db');
  const archive = openSqliteArchive({
    path,
    budget: { firstRange: 3, ms: limitAll(0), rankedMatches: 0, countedMatches: 0, smallArchive: 0 },
  });
  return {
    archive: { ...archive, path },
    async remove() {
      await archive.close();
      rmSync(folder, { recursive: true });
    },
  };
}

const both: TagExpression = {
  kind: 'and',
  of: [
    { kind: 'tag', tag: { type: 'topic', slug: 'tides' } },
    { kind: 'tag', tag: { type: 'topic', slug: 'boats' } },
  ],
};

/** Pages backwards from the end of a list, by `previous`, as pages of items in list order. */
async function pagesBack(ask: (position: Position) => Page | Promise<Page>, from: Position): Promise<Page[]> {
  const pages: Page[] = [];
  for (let at: Position | undefined = from; at && pages.length < 1_000; at = pages[0]?.previous) {
    pages.unshift(await ask(at));
  }
  return pages;
}

describe('a walk that is broken off', () => {
  it('goes on by its links until every match was found, in both directions', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.subarray(['topic/tides', 'topic/boats']), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom<ArticleSort>('newest', 'oldest'),
        async (carried, limit, sort) => {
          const { archive, remove } = openBoundedArchive();
          try {
            await archive.writes.writeArticles(
              carried.map((tags, index) =>
                sampleArticle({ headline: `n${index}`, publishedAt: instantOf(1e9 + index * 60), tags }),
              ),
            );
            const expected = carried.flatMap((tags, index) => (tags.length === 2 ? [`n${index}`] : []));
            if (sort === 'newest') expected.reverse();
            const ask = (position?: Position) =>
              archive.reads.articles({
                filter: { tags: both },
                sort,
                form: 'card',
                limit,
                count: 'capped',
                ...(position ? { position } : {}),
              });
            const pages = await pagesFrom(ask);
            expect(pages.flatMap(headlines)).toEqual(expected);
            for (const page of pages) {
              if (page.items.length < limit && page.next) expect(page).toHaveProperty('partial', true);
              if (page.total?.relation === 'eq') expect(page.total.value).toBe(expected.length);
              else expect(page.total?.value).toBeLessThanOrEqual(expected.length);
            }
            const end: Position = { direction: 'before', rank: sort === 'newest' ? 0 : 2e9, id: 'none' };
            expect((await pagesBack(ask, end)).flatMap(headlines)).toEqual(expected);
          } finally {
            await remove();
          }
        },
      ),
      { numRuns: 40 },
    );
  }, 120_000);

  it('of quotes goes on in the same way', async () => {
    const { archive, remove } = openBoundedArchive();
    await archive.writes.writeArticles(
      Array.from({ length: 20 }, (_, index) =>
        sampleArticle({
          headline: `n${index}`,
          publishedAt: instantOf(1e9 + index * 60),
          tags: index % 7 === 3 ? ['topic/tides'] : ['topic/boats'],
          quotes: [
            { exact: `tide a${index}`, speaker: index % 7 === 3 ? 'person/ada' : 'person/bo' },
            { exact: `tide b${index}`, speaker: index % 7 === 3 ? 'person/ada' : 'person/bo' },
          ],
        }),
      ),
    );
    const ask = (position?: Position) =>
      archive.reads.quotes({
        about: { kind: 'tag', tag: { type: 'topic', slug: 'tides' } },
        limit: 1,
        count: 'none',
        ...(position ? { position } : {}),
      });
    const textsOf = (pages: Page[]) =>
      pages.flatMap(({ items }) => items.map((item) => JSON.parse(item).exact));
    const expected = [17, 10, 3].flatMap((index) => [`tide a${index}`, `tide b${index}`]);
    expect(textsOf(await pagesFrom(ask))).toEqual(expected);
    const end: Position = { direction: 'before', rank: 0, id: 'none' };
    expect(textsOf(await pagesBack(ask, end))).toEqual(expected);
    await remove();
  });

  it('is not even begun for a search that nothing could break off, and says so', async () => {
    const { archive, remove } = openBoundedArchive();
    await archive.writes.writeArticles([
      sampleArticle({ quotes: [{ exact: 'A low tide', speaker: 'person/ada' }] }),
    ]);
    const window = { limit: 5, count: 'capped' } as const;
    const articles = { ...window, sort: 'newest', form: 'card' } as const;
    for (const text of ['low tide', '"low tide"', 'tid*', 'tide -high', 'body:tide']) {
      const search = searchFor(text);
      expect(await archive.reads.articles({ ...articles, filter: { search } })).toEqual({
        items: [],
        partial: true,
      });
      expect(await archive.reads.quotes({ ...window, search })).toEqual({ items: [], partial: true });
    }
    expect(
      await archive.reads.articles({ ...articles, filter: { search: searchFor('tide') } }),
    ).toMatchObject({
      total: { value: 1, relation: 'eq' },
    });
    await remove();
  });

  it('is begun all the same in a small archive, where it ends soon', async () => {
    const { archive, remove } = openBoundedArchive();
    await archive.writes.writeArticles([sampleArticle({ body: 'A low tide.' })]);
    const budget = {
      firstRange: 3,
      ms: limitAll(1_000),
      rankedMatches: 0,
      countedMatches: 0,
      smallArchive: 1,
    };
    const small = openSqliteArchive({ path: archive.path, budget });
    const query = { limit: 5, count: 'capped', sort: 'newest', form: 'card' } as const;
    expect(await small.reads.articles({ ...query, filter: { search: searchFor('low tide') } })).toMatchObject(
      {
        total: { value: 1, relation: 'eq' },
      },
    );
    await small.close();
    await remove();
  });

  it.each([
    ['fields', 0],
    ['index', 1e9],
  ])(
    'ranks the same articles by the %s on all pages when the oldest makes room for others',
    async (_, countedMatches) => {
      const { archive, remove } = openBoundedArchive();
      const ms = { ...limitAll(0), page: Number.POSITIVE_INFINITY };
      const { reads, close } = openSqliteArchive({
        path: archive.path,
        budget: { firstRange: 3, ms, rankedMatches: 0, countedMatches, smallArchive: 0 },
      });
      const write = (word: string, month: number, seconds: number[]) =>
        archive.writes.writeArticles(
          seconds.map((second) =>
            sampleArticle({
              headline: `${word} heron ${second}`,
              tags: ['topic/tides'],
              publishedAt: `2024-0${month}-01T00:00:0${second}Z`,
            }),
          ),
        );
      await write('Older', 1, [0, 1, 2, 3]);
      await write('Ranked', 2, [5, 6, 7]);
      const pages = await pagesFrom(async (position): Promise<Page> => {
        const page = await reads.articles({
          filter: {
            search: searchFor('heron'),
            tags: { kind: 'tag', tag: { type: 'topic', slug: 'tides' } },
          },
          sort: 'relevance',
          form: 'card',
          limit: 2,
          count: 'none',
          ...(position ? { position } : {}),
        });
        if (!position) await write('Later', 2, [1, 2, 3]);
        return page;
      });
      expect(pages[0]?.ranked).toEqual({ value: 3, relation: 'gte' });
      expect(pages.flatMap(headlines)).toEqual(['Ranked heron 7', 'Ranked heron 6', 'Ranked heron 5']);
      await close();
      await remove();
    },
  );

  it('ranks by the fields where its words are too common to be counted, and pages without repeats', async () => {
    const { archive, remove } = openBoundedArchive();
    await archive.writes.writeArticles(
      Array.from({ length: 24 }, (_, index) =>
        sampleArticle({
          headline: index % 4 === 1 ? `Heron n${index}` : `Gull n${index}`,
          body: index % 2 === 0 ? 'A tern.' : `A heron, ${'a heron and '.repeat(index % 3)} a tern.`,
          publishedAt: instantOf(1e9 + index * 60),
        }),
      ),
    );
    const search = searchFor('heron');
    const budget = { firstRange: 8_000, ms: { ...limitAll(1_000), page: Number.POSITIVE_INFINITY } };
    for (const countedMatches of [0, 1e9]) {
      const unbounded = openSqliteArchive({
        path: archive.path,
        budget: { ...budget, rankedMatches: 0, countedMatches, smallArchive: 0 },
      });
      const pages = await pagesFrom((position) =>
        unbounded.reads.articles({
          filter: { search },
          sort: 'relevance',
          form: 'card',
          limit: 5,
          count: 'none',
          ...(position ? { position } : {}),
        }),
      );
      const read = pages.flatMap(headlines);
      expect(new Set(read).size).toBe(12);
      expect(read).toHaveLength(12);
      expect(read.slice(0, 6).every((headline) => headline.startsWith('Heron'))).toBe(true);
      expect(pages[0]?.ranked).toEqual({ value: 12, relation: 'eq' });
      for (const text of [
        'heron OR gull',
        'heron tern',
        'heron -gull',
        '"a heron"',
        'her*',
        'headline:heron',
      ]) {
        const filter = { search: searchFor(text) };
        const found = await allHeadlines(unbounded, { filter, sort: 'relevance', limit: 4 });
        expect(found.toSorted(), text).toEqual((await allHeadlines(unbounded, { filter })).toSorted());
        expect(found.length, text).toBeGreaterThan(0);
      }
      await unbounded.close();
    }
    await remove();
  });
});
