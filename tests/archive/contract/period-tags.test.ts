import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TagQuery } from '../../../src/archive/queries.ts';
import { instantOf } from '../../../src/model/instant.ts';
import type { Position } from '../../../src/model/query.ts';
import { engines } from '../engines.ts';
import { pagesFrom } from '../pages.ts';

import { isWithin, slugsOf } from '../reference.ts';
import { sampleArticle, sampleEntry } from '../sample-articles.ts';

const people = ['person/ada', 'person/bo', 'person/cy'];
const tagIds = [...people, 'topic/tides', 'place/quay'];
const DAY = 86_400;
/** The first second of 2024. Articles are of the 150 days after it, at the turn of days. */
const START = Date.UTC(2024, 0, 1) / 1000;

const day = fc.integer({ min: 0, max: 150 });
const second = fc.tuple(day, fc.constantFrom(-1, 0, 1)).map(([days, more]) => START + days * DAY + more);
const sample = fc.record({
  publishedAt: fc.option(second.map(instantOf), { nil: null }),
  tags: fc.uniqueArray(fc.constantFrom(...tagIds), { maxLength: 4 }),
  speaker: fc.constantFrom(...people),
  source: fc.constantFrom('post', 'gazette'),
});
const bound = fc.option(
  fc.oneof(second, fc.constantFrom(...[1, 2, 3].map((month) => Date.UTC(2024, month) / 1000))),
  {
    nil: undefined,
    freq: 3,
  },
);

for (const engine of engines) {
  describe(`the tags of a period (${engine.name})`, () => {
    it('are those of its articles, with the counts of the period, on pages of any size', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(sample, { maxLength: 30 }),
          fc.array(fc.tuple(bound, bound), { minLength: 1, maxLength: 6 }),
          fc.constantFrom<TagQuery['type'][]>('person', 'topic', 'source', undefined),
          fc.constantFrom('articles' as const, 'name' as const),
          fc.integer({ min: 1, max: 4 }),
          async (samples, periods, type, sort, limit) => {
            const { archive, remove } = await engine.create();
            try {
              const articles = samples.map(({ speaker, ...each }, index) =>
                sampleArticle({ ...each, headline: `n${index}`, quotes: [{ exact: 'tide', speaker }] }),
              );
              await archive.writes.writeTags(people.map((id) => sampleEntry(id)));
              await archive.writes.writeArticles(articles);
              for (const [from, before] of periods) {
                if (from === undefined && before === undefined) continue;
                const inPeriod = articles.filter((article) =>
                  isWithin(
                    article,
                    from ? instantOf(from) : undefined,
                    before ? instantOf(before) : undefined,
                  ),
                );
                const expected = countTags(inPeriod, type).sort(
                  (a, b) => (sort === 'name' ? 0 : b.articles - a.articles) || (a.id < b.id ? -1 : 1),
                );
                const pages = await pagesFrom((position: Position | undefined) =>
                  archive.reads.tags({
                    sort,
                    limit,
                    count: 'exact',
                    ...(type && { type }),
                    ...(from !== undefined && { from: instantOf(from) }),
                    ...(before !== undefined && { before: instantOf(before) }),
                    ...(position && { position }),
                  }),
                );
                const read = pages.flatMap(({ items }) =>
                  items.map((item) => {
                    const { slug, periodArticleCount, periodQuoteCount } = JSON.parse(item);
                    return [slug, periodArticleCount, periodQuoteCount];
                  }),
                );
                expect(read).toEqual(
                  expected.map(({ id, articles: count }) => [
                    id.slice(id.indexOf('/') + 1),
                    count,
                    type === 'source'
                      ? undefined
                      : inPeriod.filter(({ quotes }) => quotes.some(({ speaker }) => speaker?.tag === id))
                          .length,
                  ]),
                );
                for (const { total } of pages) {
                  expect(total).toEqual({ value: expected.length, relation: 'eq' });
                }
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

function countTags(articles: Parameters<typeof slugsOf>[0][], type: TagQuery['type']) {
  const counts = new Map<string, number>();
  for (const id of articles.flatMap((article) => [...slugsOf(article)])) {
    const isListed = type === undefined ? !/^(source|language)\//.test(id) : id.startsWith(`${type}/`);
    if (isListed) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts].map(([id, number]) => ({ id, articles: number }));
}
