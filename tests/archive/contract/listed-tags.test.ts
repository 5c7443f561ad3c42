import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Archive } from '../../../src/archive/archive.ts';
import type { TagQuery } from '../../../src/archive/queries.ts';
import { instantOf } from '../../../src/model/instant.ts';
import type { TagId } from '../../../src/model/tag.ts';
import { engines } from '../engines.ts';
import { pagesFrom } from '../pages.ts';
import { sampleArticle, sampleEntry } from '../sample-articles.ts';

const people: TagId[] = ['person/ada', 'person/bo', 'person/cy', 'person/dee', 'person/eve'];

/** A document; `stated` are people that the source states. `which` and `other` choose among the people. */
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('import' as const),
      key: fc.integer({ min: 0, max: 7 }),
      named: fc.uniqueArray(fc.constantFrom(...people), { maxLength: 3 }),
      stated: fc.uniqueArray(fc.constantFrom(...people), { maxLength: 1 }),
      keywords: fc.uniqueArray(fc.constantFrom('Tax', 'Bus'), { maxLength: 1 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('delete', 'describe', 'merge', 'rename', 'drop', 'minimum', 'withdraw'),
      which: fc.nat(99),
      other: fc.nat(99),
    }),
  },
);

async function idsIn(archive: Archive, query: Partial<TagQuery>): Promise<string[]> {
  const pages = await pagesFrom((position) =>
    archive.reads.tags({ sort: 'name', limit: 2, count: 'exact', ...query, ...(position && { position }) }),
  );
  const ids = pages.flatMap(({ items }) => items.map((item): string => JSON.parse(item).id));
  for (const { total } of pages) expect(total).toEqual({ value: ids.length, relation: 'eq' });
  return ids;
}

/** Expects lists, totals and sitemaps of exactly those people that should be listed, and that `q` finds all. */
async function expectListed(archive: Archive, minimum: number, stated: Set<string>): Promise<void> {
  const all: { id: string; discovered: boolean; articleCount: number }[] = [];
  for await (const { tag } of exportedTags(archive)) {
    const found = await archive.reads.tag(tag.type, tag.slug);
    if (found.kind !== 'found') throw new Error(`${tag.id} is ${found.kind}`);
    all.push(JSON.parse(found.value));
  }
  const expected = all
    .filter(
      ({ id, discovered, articleCount }) =>
        !id.startsWith('person/') || !discovered || stated.has(id) || articleCount >= minimum,
    )
    .map(({ id }) => id);
  for (const sort of ['name', 'articles', 'newest'] as const) {
    expect((await idsIn(archive, { sort })).toSorted()).toEqual(expected.toSorted());
    expect((await idsIn(archive, { sort, type: 'person' })).toSorted()).toEqual(
      expected.filter((id) => id.startsWith('person/')).toSorted(),
    );
  }
  const { people: number } = await archive.reads.summary();
  expect(number).toBe(expected.filter((id) => id.startsWith('person/')).length);
  const addresses = await archive.reads.tagAddresses(0, 100);
  const withArticles = all.filter(({ id, articleCount }) => articleCount > 0 && expected.includes(id));
  expect(addresses.map(({ type, slug }) => `${type}/${slug}`).length).toBe(withArticles.length);
  for (const { id } of all.filter((tag) => tag.id.startsWith('person/'))) {
    const name = id.slice('person/'.length);
    expect(await idsIn(archive, { type: 'person', prefix: name })).toContain(id);
  }
  const { facets } = await archive.reads.facets({}, ['person'], 100);
  const counted = all.filter(({ id, articleCount }) => id.startsWith('person/') && articleCount > 0);
  expect(facets.person?.values.length).toBe(counted.length);
}

async function* exportedTags(archive: Archive) {
  yield* await archive.exports.tags('', 100);
}

for (const engine of engines) {
  describe(`the tags in lists (${engine.name})`, () => {
    it('are those with enough articles, stated or described, after any changes', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 20 }), async (steps) => {
          const { archive, remove } = await engine.create();
          const ids = new Map<number, string>();
          let stated = new Set<string>();
          let minimum = 2;
          let number = 0;
          await archive.writes.listTagsFrom(minimum);
          try {
            for (const each of steps) {
              number += 1;
              if (each.do === 'import' && 'named' in each) {
                const article = sampleArticle({
                  key: `k${each.key}`,
                  headline: `n${number}`,
                  publishedAt: instantOf(1_704_067_200 + each.key * 86_400),
                  tags: each.named,
                  keywords: each.keywords,
                });
                article.inferredTopics = each.stated
                  .filter((tag) => !each.named.includes(tag))
                  .map((tag) => ({ tag, name: tag.slice(7), method: 'source', confidence: 1 }));
                const [result] = await archive.writes.writeArticles([article]);
                ids.set(each.key, result?.id ?? '');
              }
              if ('which' in each) {
                const tag = people[each.which % people.length] ?? 'person/ada';
                const into = people[each.other % people.length] ?? 'person/ada';
                const rule = archive.writes.correctTags;
                if (each.do === 'delete') {
                  const id = [...ids.values()][each.which % ids.size];
                  if (id !== undefined) await archive.writes.withdraw([id]);
                }
                if (each.do === 'describe') await archive.writes.writeTags([sampleEntry(tag)]);
                if (each.do === 'merge' && tag !== into) {
                  await rule([{ do: 'merge-tags', tag, into }], 'ann');
                }
                if (each.do === 'rename') await rule([{ do: 'rename-tag', tag, name: 'Ada Birch' }], 'ann');
                if (each.do === 'drop') await rule([{ do: 'drop-tag', tag }], 'ann');
                if (each.do === 'minimum') {
                  minimum = 1 + (each.which % 3);
                  await archive.writes.listTagsFrom(minimum);
                }
                if (each.do === 'withdraw') {
                  const rules = await archive.reads.tagCorrections();
                  const chosen = rules[each.which % rules.length]?.number;
                  if (chosen !== undefined) await archive.writes.withdrawTagCorrection(chosen);
                }
              }
              // A tag that was stated once stays stated until no article has it.
              const cards = await archive.reads.articles({
                ...{ filter: {}, sort: 'newest', form: 'card', limit: 100, count: 'none' },
              });
              const tags: { id: string; count: number }[] = cards.items.flatMap(
                (item) => JSON.parse(item).tags,
              );
              const carried = new Set(tags.map(({ id }) => id));
              const unmentioned = tags.filter(({ count }) => count === 0).map(({ id }) => id);
              stated = new Set([...stated, ...unmentioned].filter((id) => carried.has(id)));
            }
            await expectListed(archive, minimum, stated);
          } finally {
            await remove();
          }
        }),
        process.env.RUNS ? { numRuns: Number(process.env.RUNS) } : { numRuns: 60, seed: 14 },
      );
    }, 600_000);

    it('stay as they were for another process when the archive is opened again', async () => {
      const { archive, again, remove } = await engine.create();
      await archive.writes.listTagsFrom(2);
      const { revision } = await archive.state();
      const other = await again();
      await other.writes.listTagsFrom(2);
      expect(await archive.state()).toMatchObject({ revision });
      await other.writes.listTagsFrom(3);
      expect(await archive.state()).toMatchObject({ revision: revision + 1 });
      await remove();
    });
  });
}
