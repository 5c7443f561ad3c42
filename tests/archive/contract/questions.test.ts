import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuoteQuery } from '../../../src/archive/queries.ts';
import type { ReadArticle } from '../../../src/model/draft.ts';
import { instantOf, secondsOf } from '../../../src/model/instant.ts';
import { entityTypes } from '../../../src/model/tag.ts';
import { type Engine, engines } from '../engines.ts';
import { allHeadlines, pagesFrom } from '../pages.ts';
import { BASE, filter, publicationAt, sample, searchExpression, tagExpression } from '../random-filters.ts';
import { carries, finds, isWithin, openReference, slugsOf } from '../reference.ts';
import { sampleArticle } from '../sample-articles.ts';

const DAY = 86_400;
const words = ['alfa', 'bravo', 'kilo', 'lima', 'oslo'];
const speakers = ['person/ada', 'person/bo', 'organization/guild', undefined] as const;

const quote = fc.record({
  words: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }),
  speaker: fc.constantFrom(...speakers),
});
const samples = fc.array(
  fc.tuple(sample, fc.array(quote, { maxLength: 3 }), fc.integer({ min: 0, max: 90 })),
  { minLength: 1, maxLength: 25 },
);
type Samples = ReturnType<typeof samples.generate>['value'];

/** An archive of random articles, and the same in memory. */
async function openBoth(engine: Engine, drawn: Samples) {
  const { archive, remove } = await engine.create();
  const reference = openReference();
  const ids = new Map<string, string>();
  for (const [index, [each, quotes, day]] of drawn.entries()) {
    const article = sampleArticle({
      ...each,
      key: `k${index}`,
      publishedAt: publicationAt(each.second, BASE + day * DAY),
      headline: `${each.headline.join(' ')} n${index}`,
      body: each.body.join(' '),
      source: 'post',
      quotes: quotes.map(({ words: said, speaker }) => ({
        exact: said.join(' '),
        ...(speaker && { speaker }),
      })),
    });
    const [written] = await archive.writes.writeArticles([article]);
    ids.set(article.headline, written?.id ?? '');
    reference.put(article);
  }
  return { archive, remove, reference, ids, articles: reference.matching({}) };
}

/** The people, topics, organizations and places of an article, by id. */
function listedTags(article: ReadArticle): string[] {
  return [...slugsOf(article)].filter((id) => entityTypes.some((type) => id.startsWith(`${type}/`))).sort();
}

/** How many of the articles carry all of these tags. */
function carrying(articles: ReadArticle[], ...tags: string[]): number {
  return articles.filter((article) => tags.every((tag) => slugsOf(article).has(tag))).length;
}

/** The tags of an article that relate others to it: not those of a quarter of the archive, nor keywords that are topics. */
function relatingTags(article: ReadArticle, articles: ReadArticle[]): string[] {
  const types = [...entityTypes, 'keyword'];
  const tags = [...slugsOf(article)].filter((id) => {
    const count = carrying(articles, id);
    const isCommon = count > 3 && count >= articles.length / 4;
    return types.some((type) => id.startsWith(`${type}/`)) && count > 1 && !isCommon;
  });
  const slugs = tags.filter((id) => !id.startsWith('keyword/')).map((id) => id.split('/')[1]);
  return tags.filter((id) => !(id.startsWith('keyword/') && slugs.includes(id.split('/')[1]))).sort();
}

/** The weight of a tag of so many articles: 1 for at most three, 0.5 for the root of their number. */
function weightOf(articles: number, all: number): number {
  return articles <= 3 ? 1 : 1 - Math.log(articles) / Math.log(all);
}

for (const engine of engines) {
  describe(`random questions to random archives (${engine.name})`, () => {
    it('by relevance find what the search finds by time, each once, and say that all was ranked', async () => {
      await fc.assert(
        fc.asyncProperty(samples, filter, searchExpression, async (drawn, narrowing, search) => {
          const { archive, remove, reference } = await openBoth(engine, drawn);
          try {
            const asked = { ...narrowing, search };
            const expected = reference.newest(asked);
            const ranked = await allHeadlines(archive, { filter: asked, sort: 'relevance', limit: 4 });
            expect(ranked.toSorted()).toEqual(expected.toSorted());
            const page = await archive.reads.articles({
              filter: asked,
              sort: 'relevance',
              form: 'card',
              limit: 1,
              count: 'capped',
            });
            const all = { value: expected.length, relation: 'eq' };
            expect(page.total).toEqual(all);
            if (expected.length > 0) expect(page.ranked).toEqual(all);
          } finally {
            await remove();
          }
        }),
        { numRuns: 60 },
      );
    }, 120_000);

    it('on quotes answer those said by, about, in words and in time, in order, with true totals', async () => {
      const query = fc.record({
        speaker: fc.constantFrom(...speakers),
        about: fc.option(tagExpression, { nil: undefined }),
        search: fc.option(searchExpression, { nil: undefined }),
        from: fc.option(fc.integer({ min: 0, max: 90 }), { nil: undefined, freq: 1 }),
        before: fc.option(fc.integer({ min: 0, max: 90 }), { nil: undefined, freq: 1 }),
        limit: fc.integer({ min: 1, max: 5 }),
      });
      await fc.assert(
        fc.asyncProperty(samples, query, async (drawn, { speaker, about, search, from, before, limit }) => {
          const { archive, remove, articles } = await openBoth(engine, drawn);
          try {
            const period = {
              ...(from !== undefined && { from: instantOf(BASE + from * DAY) }),
              ...(before !== undefined && { before: instantOf(BASE + before * DAY) }),
            };
            const asked: QuoteQuery = {
              ...(speaker && { speaker }),
              ...(about && { about }),
              ...(search && { search }),
              ...period,
              limit,
              count: 'exact',
            };
            const expected = articles
              .filter((article) => isWithin(article, period.from, period.before))
              .filter((article) => !about || carries(article, about))
              .flatMap(({ headline, quotes }) => quotes.map((each) => ({ headline, ...each })))
              .filter((each) => !speaker || each.speaker?.tag === speaker)
              .filter(
                ({ exact }) =>
                  !search || finds({ headline: [], standfirst: [], body: [exact], caption: [] }, search),
              )
              .map(({ headline, exact }) => `${headline}: ${exact}`);
            const pages = await pagesFrom((position) =>
              archive.reads.quotes({ ...asked, ...(position && { position }) }),
            );
            const read = pages.flatMap(({ items }) =>
              items.map((item) => {
                const { article, exact } = JSON.parse(item);
                return `${article.headline}: ${exact}`;
              }),
            );
            expect(read).toEqual(expected);
            for (const { items, total } of pages) {
              expect(total).toEqual({ value: expected.length, relation: 'eq' });
              if (expected.length > 0) expect(items).not.toEqual([]);
            }
          } finally {
            await remove();
          }
        }),
        { numRuns: 100 },
      );
    }, 120_000);

    it('on company count who is in the same articles, and who of them with whom', async () => {
      await fc.assert(
        fc.asyncProperty(samples, fc.integer({ min: 1, max: 4 }), async (drawn, limit) => {
          const { archive, remove, articles } = await openBoth(engine, drawn);
          try {
            const tags = [...new Set(articles.flatMap(listedTags))].sort();
            for (const [tag, type] of [
              ['person/ada', null],
              ['topic/tides', 'person'],
            ] as const) {
              const expected = tags
                .filter((other) => other !== tag && (type === null || other.startsWith(`${type}/`)))
                .map((other) => ({ id: other, shared: carrying(articles, tag, other) }))
                .filter(({ shared }) => shared > 0)
                .sort((a, b) => b.shared - a.shared || (a.id < b.id ? -1 : 1))
                .slice(0, limit);
              const together = await archive.reads.together(tag, type, limit);
              const company = together.items.map((item) => JSON.parse(item));
              expect(company.map(({ id, sharedCount }) => ({ id, shared: sharedCount }))).toEqual(expected);
              expect(together.articles).toEqual({ value: carrying(articles, tag), relation: 'eq' });
              const pairs = expected.flatMap(({ id }, place) =>
                expected.slice(place + 1).flatMap((other) => {
                  const shared = carrying(articles, tag, id, other.id);
                  return shared > 0 ? [{ tags: [id, other.id], sharedCount: shared }] : [];
                }),
              );
              expect(together.pairs.map(({ sharedCount }) => sharedCount)).toEqual(
                pairs.map(({ sharedCount }) => sharedCount).sort((a, b) => b - a),
              );
              expect(new Set(together.pairs.map((pair) => JSON.stringify(pair)))).toEqual(
                new Set(pairs.map((pair) => JSON.stringify(pair))),
              );
            }
          } finally {
            await remove();
          }
        }),
        { numRuns: 50 },
      );
    }, 120_000);

    it('on related articles give reasons that are true, and miss no article that shares a distinctive tag', async () => {
      await fc.assert(
        fc.asyncProperty(samples, async (drawn) => {
          const { archive, remove, articles, ids } = await openBoth(engine, drawn);
          try {
            for (const article of articles.slice(0, 4)) {
              const shown = await archive.reads.related(ids.get(article.headline) ?? '', 50);
              const related = shown.map((item) => JSON.parse(item));
              const found = new Set(related.map(({ headline }) => headline));
              expect(found.size).toBe(related.length);
              expect(found).not.toContain(article.headline);
              for (const other of articles) {
                const shared = relatingTags(article, articles).filter((tag) => slugsOf(other).has(tag));
                const weight = shared.reduce(
                  (sum, tag) => sum + weightOf(carrying(articles, tag), articles.length),
                  0,
                );
                if (other !== article && weight > 0.601) expect(found).toContain(other.headline);
                const { reason } = related.find(({ headline }) => headline === other.headline) ?? {};
                if (!reason) continue;
                expect(reason.sharedTags.map(({ id }: { id: string }) => id).sort()).toEqual(shared);
                const [one, another] = [article.publishedAt, other.publishedAt];
                expect(reason.daysApart).toBe(
                  one === null || another === null
                    ? null
                    : Math.floor(Math.abs(secondsOf(one) - secondsOf(another)) / DAY),
                );
                const texts = [other.headline, other.body.text]
                  .join(' ')
                  .toLowerCase()
                  .split(/[^a-z0-9]+/);
                for (const term of reason.sharedTerms) {
                  expect(article.headline).toContain(term);
                  expect(texts).toContain(term);
                }
                expect(weight + 0.75 * reason.sharedTerms.length).toBeGreaterThan(0.599);
              }
            }
          } finally {
            await remove();
          }
        }),
        { numRuns: 40 },
      );
    }, 120_000);
  });
}
