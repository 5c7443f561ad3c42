import { describe, expect, it } from 'vitest';
import type { Archive } from '../../../src/archive/archive.ts';
import type { ArticleQuery } from '../../../src/archive/queries.ts';
import { instantOf } from '../../../src/model/instant.ts';
import { parseSearch } from '../../../src/model/search-syntax.ts';
import { engines } from '../engines.ts';
import { pagesFrom } from '../pages.ts';
import { sampleArticle } from '../sample-articles.ts';

const tags = (index: number) => [
  ...(index % 2 === 0 ? (['topic/harbours'] as const) : []),
  ...(index % 3 === 0 ? (['person/ada-birch'] as const) : []),
];

/** Articles that came in no order, some at the same second, with letters of one to four bytes. */
async function filled(archive: Archive): Promise<void> {
  const articles = Array.from({ length: 40 }, (_, index) =>
    sampleArticle({
      headline: `Größe “${index}” 渡し船 ⛴️ ferry`,
      publishedAt: instantOf(1_700_000_000 + ((index * 7) % 20) * 60),
      body: `Nummer ${index}: “Ja”, sagte die Bürgermeisterin. `.repeat(1 + (index % 5)),
      tags: tags(index),
    }),
  );
  await archive.writes.writeArticles(articles);
}

const ferry = parseSearch('ferry');
const queries: Partial<ArticleQuery>[] = [
  {},
  { sort: 'oldest' },
  { filter: { tags: { kind: 'tag', tag: { type: 'topic', slug: 'harbours' } } } },
  { filter: { tags: { kind: 'tag', tag: { type: 'topic', slug: 'nothing' } } } },
  { filter: { from: instantOf(1_700_000_300) } },
  ...('expression' in ferry
    ? ([
        { filter: { search: ferry.expression } },
        { filter: { search: ferry.expression }, sort: 'relevance' },
      ] as const)
    : []),
];

for (const engine of engines) {
  describe(`what is sent as it is (${engine.name})`, () => {
    it('joined cards are the same pages as lists, item for item', async () => {
      const { archive, remove } = await engine.create();
      await filled(archive);
      for (const query of queries) {
        const whole = { filter: {}, sort: 'newest', limit: 7, count: 'capped', ...query } as const;
        const pages = await pagesFrom((position) =>
          archive.reads.articles({ ...whole, form: 'card', ...(position && { position }) }),
        );
        const again = await pagesFrom(async (position) => {
          const { json, count, ...links } = await archive.reads.joinedCards({
            ...whole,
            ...(position && { position }),
          });
          const items: unknown[] = JSON.parse(`[${json.toString()}]`);
          expect(items).toHaveLength(count);
          return { ...links, items: items.map((item) => JSON.stringify(item)) };
        });
        expect(again).toEqual(pages);
      }
      await remove();
    });

    it('a whole article is the article, and names those beside it', async () => {
      const { archive, remove } = await engine.create();
      await filled(archive);
      const slugs = (
        await pagesFrom((position) =>
          archive.reads.articles({
            filter: {},
            sort: 'newest',
            form: 'card',
            limit: 50,
            count: 'none',
            ...(position && { position }),
          }),
        )
      ).flatMap(({ items }) => items.map((item): string => JSON.parse(item).slug));
      for (const slug of slugs) {
        const found = await archive.reads.wholeArticle(slug);
        const article = await archive.reads.article(slug);
        if (found.kind !== 'found' || article.kind !== 'found') throw new Error(`${slug} was not found`);
        const { id, json, storedAt } = found.value;
        expect(json.toString()).toBe(article.value);
        expect(storedAt).toBe(JSON.parse(article.value).storedAt);
        expect(await archive.reads.wholeArticle(id)).toEqual(found);
      }
      expect(await archive.reads.wholeArticle('nothing')).toEqual({ kind: 'absent' });
      await remove();
    });
  });
}
