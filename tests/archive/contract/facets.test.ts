import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FacetName } from '../../../src/archive/queries.ts';
import type { ReadArticle } from '../../../src/model/draft.ts';
import { instantOf } from '../../../src/model/instant.ts';
import { filterTagTypes } from '../../../src/model/tag.ts';
import { engines } from '../engines.ts';
import { filter, publicationAt, sample, WRITTEN } from '../random-filters.ts';
import { isWithin, openReference, slugsOf } from '../reference.ts';
import { nameOf, sampleArticle } from '../sample-articles.ts';

const names: FacetName[] = [...filterTagTypes, 'year'];
const DAY = 86_400;
const NEW_YEAR = 1_704_067_200;

/** The values of a facet counted one by one: `['ada', 3]`, most frequent first, then by id; years newest first. */
function counted(articles: ReadArticle[], name: FacetName): [string, number][] {
  const counts = new Map<string, number>();
  for (const article of articles) {
    const values =
      name === 'year'
        ? article.publishedAt === null
          ? []
          : [article.publishedAt.slice(0, 4)]
        : [...slugsOf(article)].filter((id) => id.startsWith(`${name}/`)).map((id) => id.split('/')[1] ?? '');
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort(([a, x], [b, y]) =>
    name === 'year' ? (a < b ? 1 : -1) : y - x || (a < b ? -1 : 1),
  );
}

for (const engine of engines) {
  describe(`facets, timelines and neighbours (${engine.name})`, () => {
    beforeEach(() => {
      vi.useFakeTimers({ toFake: ['Date'] });
    });
    afterEach(() => {
      vi.useRealTimers();
    });

    it('say of random archives and filters what counting one by one says', async () => {
      await fc.assert(
        fc.asyncProperty(
          // Spread over a year's end and three months, days apart.
          fc.array(fc.tuple(sample, fc.integer({ min: -45, max: 45 })), { maxLength: 40 }),
          fc.array(filter, { minLength: 2, maxLength: 8 }),
          fc.uniqueArray(fc.integer({ min: -50 * DAY, max: 50 * DAY }), { minLength: 2, maxLength: 12 }),
          async (samples, filters, cuts) => {
            const { archive, remove } = await engine.create();
            const reference = openReference();
            try {
              for (const [index, [each, day]] of samples.entries()) {
                const article = sampleArticle({
                  ...each,
                  // The same key of another source would be another article.
                  key: `k${each.key} ${each.source}`,
                  publishedAt: publicationAt(each.second, NEW_YEAR + day * DAY),
                  headline: `${each.headline.join(' ')} n${index}`,
                  body: each.body.join(' '),
                });
                vi.setSystemTime(WRITTEN + index * 300);
                await archive.writes.writeArticles([article]);
                reference.put(article);
              }
              const months = { from: '2023-12-01T00:00:00Z', before: '2024-01-01T00:00:00Z' };
              const edges = cuts.sort((a, b) => a - b).map((cut) => instantOf(NEW_YEAR + cut));
              const asked = filters.map(({ from, before, ...rest }) =>
                from || before ? { ...rest, from: '2023-12-20T07:00:00Z' } : rest,
              );
              for (const each of [{}, months, ...asked]) {
                const matching = reference.matching(each);
                const { facets } = await archive.reads.facets(each, names, 3);
                for (const name of names) {
                  expect(facets[name], `${name} ${JSON.stringify(each)}`).toEqual({
                    values: counted(matching, name)
                      .slice(0, 3)
                      .map(([value, count]) => ({
                        value,
                        name: ['year', 'language'].includes(name) ? value : nameOf(`place/${value}`),
                        count,
                      })),
                    articles: { value: matching.length, relation: 'eq' },
                  });
                }

                const { buckets, complete } = await archive.reads.timeline(each, edges);
                expect(complete).toBe(true);
                expect(buckets).toEqual(
                  edges.slice(1).map((before, index) => {
                    const from = edges[index] ?? '';
                    const within = matching.filter((article) => isWithin(article, from, before));
                    return { from, before, count: within.length };
                  }),
                );

                const list = reference.newest(each);
                const page = await archive.reads.articles({
                  filter: each,
                  sort: 'newest',
                  form: 'card',
                  limit: 100,
                  count: 'none',
                });
                for (const [index, item] of page.items.entries()) {
                  const { id } = JSON.parse(item);
                  for (const sort of ['newest', 'oldest'] as const) {
                    const { previous, next } = await archive.reads.neighbours(id, each, sort);
                    const [ahead, behind] = [previous, next].map((card) =>
                      card === undefined ? undefined : JSON.parse(card).headline,
                    );
                    const around = [list[index - 1], list[index + 1]];
                    expect([ahead, behind]).toEqual(sort === 'newest' ? around : around.toReversed());
                  }
                }
              }
            } finally {
              await remove();
            }
          },
        ),
        { numRuns: 25 },
      );
    }, 120_000);

    it('count facets over the newest matches of a large list, and say over how many', async () => {
      const { archive, remove } = await engine.create();
      await archive.writes.writeArticles(
        Array.from({ length: 3_200 }, (_, index) =>
          sampleArticle({
            headline: `n${index}`,
            publishedAt: instantOf(NEW_YEAR + index),
            tags: index < 3_100 ? ['topic/tides', 'person/ada'] : ['topic/tides'],
          }),
        ),
      );
      const tags = { kind: 'tag', tag: { type: 'topic', slug: 'tides' } } as const;
      const { facets } = await archive.reads.facets({ tags }, ['person', 'year'], 5);
      expect(facets.person).toEqual({
        values: [{ value: 'ada', name: 'Ada', count: 1_900 }],
        articles: { value: 2_000, relation: 'gte' },
      });
      expect(facets.year?.articles).toEqual({ value: 3_200, relation: 'eq' });
      await remove();
    }, 60_000);
  });
}
