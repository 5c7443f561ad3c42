import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TagQuery } from '../../../src/archive/queries.ts';
import { instantOf } from '../../../src/model/instant.ts';
import { parseTags } from '../../../src/model/tag-syntax.ts';
import { engines } from '../engines.ts';
import { pagesFrom } from '../pages.ts';
import { openReference, slugsOf } from '../reference.ts';
import { sampleArticle } from '../sample-articles.ts';

const tagIds = ['person/ada', 'person/bo', 'topic/tides', 'place/quay'] as const;
const sample = fc.record({
  day: fc.integer({ min: 0, max: 90 }),
  tags: fc.uniqueArray(fc.constantFrom(...tagIds), { maxLength: 3 }),
  keywords: fc.uniqueArray(fc.constantFrom('Tax', 'Bus'), { maxLength: 2 }),
  source: fc.constantFrom('post', 'gazette'),
});
const filters = [
  'source/post',
  'person/ada',
  'topic/tides,source/post',
  'keyword/tax|-place/quay',
  'topic/none',
];
const day = fc.option(fc.integer({ min: 0, max: 90 }), { nil: undefined });
const at = (days: number) => instantOf(1_704_067_200 + days * 86_400);

for (const engine of engines) {
  describe(`the tags of matching articles (${engine.name})`, () => {
    it('are those of the articles that match one by one, with their counts, on pages of any size', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(sample, { maxLength: 25 }),
          fc.constantFrom(...filters),
          fc.tuple(day, day),
          fc.constantFrom<TagQuery['type'][]>('person', 'keyword', 'source', undefined),
          fc.constantFrom('articles' as const, 'name' as const),
          fc.integer({ min: 1, max: 3 }),
          async (samples, text, [first, last], type, sort, limit) => {
            const { archive, remove } = await engine.create();
            try {
              const parsed = parseTags(text);
              if ('error' in parsed) throw new Error(text);
              const reference = openReference();
              const articles = samples.map(({ day: days, ...each }, index) =>
                sampleArticle({ ...each, key: `k${index}`, headline: `n${index}`, publishedAt: at(days) }),
              );
              for (const article of articles) reference.put(article);
              await archive.writes.writeArticles(articles);
              const period = {
                ...(first !== undefined && { from: at(first) }),
                ...(last !== undefined && { before: at(last) }),
              };
              const matching = reference.matching({ tags: parsed.expression, ...period });
              const counts = new Map<string, number>();
              for (const id of matching.flatMap((article) => [...slugsOf(article)])) {
                const isWanted =
                  type === undefined ? !/^(source|language)/.test(id) : id.startsWith(`${type}/`);
                if (isWanted) counts.set(id, (counts.get(id) ?? 0) + 1);
              }
              const pages = await pagesFrom((position) =>
                archive.reads.tags({
                  ...{ sort, limit, count: 'exact', articles: { tags: parsed.expression }, ...period },
                  ...(type && { type }),
                  ...(position && { position }),
                }),
              );
              const read = pages.flatMap(({ items }) =>
                items.map((item): [string, number] => {
                  const { slug, matchingArticleCount } = JSON.parse(item);
                  return [slug, matchingArticleCount];
                }),
              );
              const slugOf = (id: string) => id.slice(id.indexOf('/') + 1);
              const expected = [...counts].sort(
                ([a, some], [b, others]) =>
                  (sort === 'name' ? (slugOf(a) < slugOf(b) ? -1 : 1) : others - some) || (a < b ? -1 : 1),
              );
              expect(read).toEqual(expected.map(([id, number]) => [slugOf(id), number]));
              for (const { total, counted } of pages) {
                expect(total).toEqual({ value: expected.length, relation: 'eq' });
                expect(counted).toEqual({ value: matching.length, relation: 'eq' });
              }
            } finally {
              await remove();
            }
          },
        ),
        { numRuns: 60 },
      );
    }, 120_000);

    it('are counted over the newest matches only if there are very many', async () => {
      const { archive, remove } = await engine.create();
      const articles = Array.from({ length: 2_050 }, (_, index) =>
        sampleArticle({ key: `k${index}`, headline: `n${index}`, publishedAt: at(0), tags: ['person/ada'] }),
      );
      await archive.writes.writeArticles(articles);
      const { counted, total } = await archive.reads.tags({
        ...{ type: 'person', sort: 'articles', limit: 5, count: 'exact' },
        articles: { tags: { kind: 'tag', tag: { type: 'person', slug: 'ada' } } },
      });
      expect({ counted, total }).toEqual({
        counted: { value: 2_000, relation: 'gte' },
        total: { value: 1, relation: 'gte' },
      });
      await remove();
    });
  });
}
