import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Archive } from '../../../src/archive/archive.ts';
import { likelyLabels } from '../../../src/archive/core/article-json/likely-labels.ts';
import { prepareArticle } from '../../../src/archive/core/article-json/prepared-article.ts';
import { CorrectionRefused } from '../../../src/archive/correction-refused.ts';
import type { ArticleCard } from '../../../src/model/article.ts';
import type { ArticleCorrection, TagCorrection } from '../../../src/model/correction.ts';
import { instantOf } from '../../../src/model/instant.ts';
import { newsroomTagTypes, type TagId, type TagType } from '../../../src/model/tag.ts';
import type { TagSummary } from '../../../src/model/tag-summary.ts';
import { wordSlug } from '../../../src/model/word-slug.ts';
import { engines } from '../engines.ts';
import { sampleArticle } from '../sample-articles.ts';
import { canonical, type Known, tagOf, topicsOf, wordsOf } from './newsroom-reference.ts';

const keywords = ['Open Data', 'open-data', 'Grant', 'Grants', 'grants', 'Agencies', 'Agency', 'News', 'New'];
const document = fc.record({
  key: fc.integer({ min: 0, max: 9 }),
  day: fc.integer({ min: 0, max: 80 }),
  keywords: fc.uniqueArray(fc.constantFrom(...keywords), { maxLength: 4 }),
  sections: fc.uniqueArray(fc.constantFrom('World', 'world', 'News'), { maxLength: 2 }),
  authors: fc.uniqueArray(fc.constantFrom('Ann Lee', 'ANN LEE', 'Bo Ek'), { maxLength: 2 }),
});
const verbs = ['delete', 'add-tag', 'remove-tag', 'merge', 'rename', 'drop', 'lead', 'withdraw'] as const;
const topics = ['topic/weather', 'topic/open-government'] as const;
/** A step; `which` and `other` choose among the tags, articles or rules that there are. */
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('import' as const), document }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom(...verbs),
      which: fc.nat(99),
      other: fc.nat(99),
      name: fc.constantFrom('Open Data', 'Grant', 'World', 'Fresh Words'),
    }),
  },
);

async function tagsOf(archive: Archive, type: TagType): Promise<TagSummary[]> {
  const { items, total } = await archive.reads.tags({ type, sort: 'articles', limit: 100, count: 'exact' });
  expect(total).toEqual({ value: items.length, relation: 'eq' });
  return items.map((item) => JSON.parse(item));
}

async function cardsOf(archive: Archive, filter: object): Promise<ArticleCard[]> {
  const query = { filter, sort: 'newest', form: 'card', limit: 100, count: 'none' } as const;
  const { items } = await archive.reads.articles(query);
  return items.map((item) => JSON.parse(item));
}

/** Ignores that a correction was refused because it contradicts others. */
function expectRefused(cause: unknown): void {
  expect(cause).toBeInstanceOf(CorrectionRefused);
}

/** Expects that the archive has the tags, counts, names, lists and facets of these articles, and no others. */
async function expectSame(archive: Archive, known: Map<string, Known>): Promise<void> {
  const rules = (await archive.reads.tagCorrections()).map(({ correction }) => correction);
  const expected = new Map<string, Map<string, string>>();
  const forms = new Map<string, Map<string, number>>();
  for (const [id, article] of known) {
    const words = wordsOf(article, rules);
    const [card] = (await cardsOf(archive, {})).filter((each) => each.id === id);
    const printed = [
      ...(card?.keywords ?? []).map((each) => `keyword/${each}`),
      ...(card?.sections ?? []).map((each) => `section/${each}`),
      ...(card?.authors ?? []).map(({ name }) => `author/${name}`),
    ];
    expect(printed.toSorted()).toEqual(words.toSorted());
    const led = topicsOf(article, rules);
    expect(card?.tags.map((tag) => tag.id).toSorted()).toEqual([...led].toSorted());
    for (const topic of led) {
      expected.set(topic, (expected.get(topic) ?? new Map()).set(id, article.publishedAt));
    }
    for (const word of words) {
      const [type = '', form = ''] = word.split('/');
      const own = `${type}/${wordSlug(form)}`;
      const tag = tagOf(own, rules) ?? '';
      expected.set(tag, (expected.get(tag) ?? new Map()).set(id, article.publishedAt));
      if (tag !== canonical(own)) continue;
      const counts = forms.get(tag) ?? new Map<string, number>();
      forms.set(tag, counts.set(form, (counts.get(form) ?? 0) + 1));
    }
  }
  const found = new Map<string, unknown>();
  for (const type of [...newsroomTagTypes, 'topic'] as const) {
    const { facets } = await archive.reads.facets({}, [type], 100);
    const tags = await tagsOf(archive, type);
    const counted = tags.filter(({ articleCount }) => articleCount > 0);
    expect(facets[type]?.values.map(({ value, count }) => [value, count]).toSorted()).toEqual(
      counted.map(({ slug, articleCount }) => [slug, articleCount]).toSorted(),
    );
    for (const { id, slug, name, discovered, articleCount, firstSeenAt, lastSeenAt } of tags) {
      if (articleCount === 0) {
        expect(discovered, `${id} has no articles`).toBe(false);
        continue;
      }
      const tag = canonical(id);
      expect(found.has(tag), `${id} is there once`).toBe(false);
      found.set(tag, { articleCount, firstSeenAt, lastSeenAt });
      const filter = { tags: { kind: 'tag', tag: { type, slug } } };
      const list = await cardsOf(archive, filter);
      expect(list.map((card) => card.id).toSorted()).toEqual(
        [...(expected.get(tag)?.keys() ?? [])].toSorted(),
      );
      const within = await archive.reads.facets(
        { ...filter, from: '2024-01-01T00:00:00Z' } as object,
        [type],
        100,
      );
      expect(within.facets[type]?.values.find(({ value }) => value === slug)?.count).toBe(articleCount);
      const counts = [...(forms.get(tag)?.entries() ?? [])];
      const most = Math.max(...counts.map(([, count]) => count));
      const named = counts.filter(([, count]) => count === most).map(([form]) => form);
      if (discovered && named.length > 0) expect(named, `name of ${id}`).toContain(name);
    }
  }
  const inOrder = (map: Map<string, unknown>) => Object.fromEntries([...map].toSorted());
  const counts = [...expected].map(([tag, articles]) => {
    const times = [...articles.values()].toSorted();
    return [tag, { articleCount: times.length, firstSeenAt: times[0], lastSeenAt: times.at(-1) }] as const;
  });
  expect(inOrder(found)).toEqual(inOrder(new Map(counts)));
}

for (const engine of engines) {
  describe(`keywords, sections and authors (${engine.name})`, () => {
    it('are those that counting one by one gives, after any imports, deletions and corrections', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
          const { archive, remove } = await engine.create();
          const known = new Map<string, Known>();
          const deleted = new Set<string>();
          let number = 0;
          try {
            for (const each of steps) {
              number += 1;
              if (each.do === 'import' && 'document' in each) {
                const { key, day, ...words } = each.document;
                const publishedAt = instantOf(1_704_067_200 + day * 86_400);
                const sample = { key: `k${key}`, headline: `n${number}`, publishedAt, ...words };
                // Half of them are rendered before, as worker threads of an import do.
                const read = sampleArticle(sample);
                const prepared = prepareArticle(read, likelyLabels(new Map(), read));
                const [result] = await archive.writes.writeArticles([day % 2 === 0 ? read : prepared]);
                const id = result?.id ?? '';
                if (!deleted.has(id)) known.set(id, { sample, publishedAt, own: known.get(id)?.own ?? [] });
                continue;
              }
              if (!('which' in each)) continue;
              const tags = (await Promise.all(newsroomTagTypes.map((type) => tagsOf(archive, type)))).flat();
              const tag = tags[each.which % tags.length]?.id;
              const article = [...known.keys()][each.other % known.size];
              const correct = async (id: string, correction: ArticleCorrection) => {
                await archive.writes.correct(id, [correction], 'ann');
                const before = known.get(id);
                // An equal correction takes the place of the earlier one.
                const others = before?.own.filter(
                  (own) => JSON.stringify(own) !== JSON.stringify(correction),
                );
                if (before) known.set(id, { ...before, own: [...(others ?? []), correction] });
              };
              if (each.do === 'delete' && article !== undefined) {
                await archive.writes.withdraw([article]);
                known.delete(article);
                deleted.add(article);
              }
              if (each.do === 'add-tag' && article !== undefined) {
                const added: TagId = `keyword/${wordSlug(each.name)}`;
                await correct(article, { do: 'add-tag', tag: added, name: each.name });
              }
              if (each.do === 'remove-tag' && article !== undefined && tag !== undefined) {
                const removed = each.which % 7 === 0 ? topics[each.other % 2] : tag;
                await correct(article, { do: 'remove-tag', tag: removed ?? tag });
              }
              const rule = (correction: TagCorrection) =>
                archive.writes.correctTags([correction], 'ann').catch(expectRefused);
              if (each.do === 'merge' && tag !== undefined) {
                const others = tags.filter(({ id, type }) => id !== tag && tag.startsWith(`${type}/`));
                const into = others[each.other % others.length]?.id;
                if (into !== undefined) await rule({ do: 'merge-tags', tag, into });
              }
              if (each.do === 'rename' && tag !== undefined) {
                await rule({ do: 'rename-tag', tag, name: each.name });
              }
              if (each.do === 'drop' && tag !== undefined) await rule({ do: 'drop-tag', tag });
              if (each.do === 'lead' && tag !== undefined && !tag.startsWith('author/')) {
                await rule({ do: 'lead-tag', tag, into: topics[each.other % 2] ?? topics[0] });
              }
              if (each.do === 'withdraw') {
                const rules = await archive.reads.tagCorrections();
                const chosen = rules[each.which % rules.length]?.number;
                if (chosen !== undefined)
                  await archive.writes.withdrawTagCorrection(chosen).catch(expectRefused);
              }
            }
            await expectSame(archive, known);
          } finally {
            await remove();
          }
        }),
        // RUNS=n looks for new cases.
        process.env.RUNS ? { numRuns: Number(process.env.RUNS) } : { numRuns: 60, seed: 14 },
      );
    }, 600_000);

    const withKeywords = (...all: string[][]) =>
      all.map((each, index) => sampleArticle({ key: `k${index}`, headline: `n${index}`, keywords: each }));
    const countsOf = async (archive: Archive) =>
      (await tagsOf(archive, 'keyword')).map(({ id, articleCount }) => [id, articleCount]).toSorted();

    it('are hidden by a rule that names a keyword in its other number or by its present slug', async () => {
      const { archive, remove } = await engine.create();
      await archive.writes.writeArticles(withKeywords(['heroes', 'tax'], ['hero'], ['tax']));
      await archive.writes.correctTags([{ do: 'drop-tag', tag: 'keyword/hero' }], 'ann');
      expect(await countsOf(archive)).toEqual([['keyword/tax', 2]]);
      await archive.writes.correctTags([{ do: 'rename-tag', tag: 'keyword/tax', name: 'Levy' }], 'ann');
      await archive.writes.correctTags([{ do: 'drop-tag', tag: 'keyword/levy' }], 'ann');
      expect(await countsOf(archive)).toEqual([]);
      await remove();
    });

    it('come back when a merge and then a drop of the merged keyword are withdrawn', async () => {
      const { archive, remove } = await engine.create();
      await archive.writes.writeArticles(withKeywords(['tax'], ['tax', 'bus'], ['bus']));
      const before = await countsOf(archive);
      await archive.writes.correctTags(
        [
          { do: 'merge-tags', tag: 'keyword/bus', into: 'keyword/tax' },
          { do: 'drop-tag', tag: 'keyword/bus' },
        ],
        'ann',
      );
      for (const { number } of await archive.reads.tagCorrections()) {
        await archive.writes.withdrawTagCorrection(number);
      }
      expect(await countsOf(archive)).toEqual(before);
      await remove();
    });
  });
}
