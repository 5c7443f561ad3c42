import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Archive } from '../../../src/archive/archive.ts';
import { ArticleCard } from '../../../src/model/article.ts';
import type { ArticleFilter } from '../../../src/model/query.ts';
import { parseSearch } from '../../../src/model/search-syntax.ts';
import { parseTags } from '../../../src/model/tag-syntax.ts';
import { engines } from '../engines.ts';
import { sampleArticle } from '../sample-articles.ts';

const words = ['pier', 'ferry', 'storm', 'catch'];
const tags = ['person/ada-birch', 'topic/harbours', 'place/seahaven'];

function filterOf(tag: string | null, q: string | null, from: string | null): ArticleFilter {
  const readTags = tag === null ? undefined : parseTags(tag);
  const search = q === null ? undefined : parseSearch(q);
  return {
    ...(readTags && 'expression' in readTags && { tags: readTags.expression }),
    ...(search && 'expression' in search && { search: search.expression }),
    ...(from !== null && { from }),
  };
}

describe.each(engines)('the cards of given articles ($name)', ({ create }) => {
  let archive: Archive;
  let remove: () => Promise<void>;
  let ids: string[];
  beforeAll(async () => {
    ({ archive, remove } = await create());
    const samples = Array.from({ length: 40 }, (_, n) =>
      sampleArticle({
        key: `article-${n}`,
        headline: `Report ${n} on the ${words[n % 4]} and the ${words[(n >> 2) % 4]}`,
        publishedAt: `2024-05-${String(1 + (n % 20)).padStart(2, '0')}T08:00:00Z`,
        tags: tags.filter((_, bit) => (n >> bit) & 1),
      }),
    );
    ids = (await archive.writes.writeArticles(samples)).map(({ id }) => id);
  });
  afterAll(() => remove());

  test('are those that the list with the same filter has', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(
          null,
          'person/ada-birch',
          'person/ada-birch,-place/seahaven',
          'topic/harbours|place/seahaven',
          '-topic/harbours',
          'person/nobody',
        ),
        fc.constantFrom(null, 'pier', 'pier -storm', 'fer*', '"the storm"'),
        fc.constantFrom(null, '2024-05-07T00:00:00Z'),
        fc.array(fc.nat({ max: 39 })),
        async (tag, q, from, picked) => {
          const filter = filterOf(tag, q, from);
          const asked = picked.flatMap((n) => ids[n] ?? []);
          const { items } = await archive.reads.articles({
            filter,
            sort: 'newest',
            form: 'card',
            limit: 100,
            count: 'none',
          });
          const listed = new Map(items.map((card) => [ArticleCard.parse(JSON.parse(card)).id, card]));
          const expected = new Map(asked.flatMap((id) => (listed.has(id) ? [[id, listed.get(id)]] : [])));
          expect(await archive.reads.matchingCards(asked, filter)).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('leave out what was deleted or never was', async () => {
    const [first = ''] = ids;
    await archive.writes.withdraw([first]);
    expect(await archive.reads.matchingCards([first, 'nothing'], {})).toEqual(new Map());
  });

  test('the last change is numbered as the log numbers it', async () => {
    const log = await archive.changes.since(0, 1000);
    expect(await archive.changes.last()).toBe(log.at(-1)?.seq);
    const empty = await create();
    expect(await empty.archive.changes.last()).toBe(0);
    await empty.remove();
  });
});
