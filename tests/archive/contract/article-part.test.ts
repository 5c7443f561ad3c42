import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fullPageBytes } from '../../../src/archive/queries.ts';
import type { Position } from '../../../src/model/query.ts';
import { engines, type TestArchive } from '../engines.ts';
import { pagesFrom } from '../pages.ts';
import { sampleArticle } from '../sample-articles.ts';

const long = 5_000;
/** Lengths of quotes in characters, of which two fit on a page, and one that is larger than a page. */
const large = [700_000, 700_000, 10, 700_000, 3_000_000, 10];

for (const engine of engines) {
  describe(`the quotes of an article on ${engine.name}`, () => {
    let suite: TestArchive;
    const ids: Record<string, string> = {};
    afterAll(() => suite.remove());
    beforeAll(async () => {
      suite = await engine.create();
      const articles = [
        sampleArticle({ headline: 'None' }),
        sampleArticle({
          headline: 'Long',
          tags: ['person/ada-birch'],
          quotes: Array.from({ length: long }, (_, index) => ({ exact: `Quote ${index}` })),
        }),
        sampleArticle({
          headline: 'Large',
          quotes: large.map((length, index) => ({ exact: `${index} ${'é'.repeat(length / 4)}` })),
        }),
      ];
      const written = await suite.archive.writes.writeArticles(articles);
      for (const [index, { id }] of written.entries()) ids[articles[index]?.headline ?? ''] = id;
    });

    const ask =
      (reference: string, limit: number, part: 'quotes' | 'mentions' = 'quotes') =>
      async (position: Position | undefined) => {
        const found = await suite.archive.reads.articlePart(reference, part, {
          limit,
          ...(position && { position }),
        });
        if (found.kind !== 'found') throw new Error(found.kind);
        return found.value;
      };
    const texts = ({ items }: { items: string[] }) =>
      items.map((item): string => JSON.parse(item).exact.slice(0, 10).trim());

    test('are all on pages of the limit, in reading order', async () => {
      const pages = await pagesFrom(ask('long', 300));
      expect(pages.map(({ items }) => items.length)).toEqual([...Array(16).fill(300), 200]);
      expect(pages.flatMap(texts)).toEqual(Array.from({ length: long }, (_, index) => `Quote ${index}`));
      for (const page of pages) {
        expect(page).toMatchObject({ id: ids.Long, slug: 'long', total: { value: long, relation: 'eq' } });
      }
    });

    test('are the same by id, backwards', async () => {
      const forward = await pagesFrom(ask(ids.Long ?? '', 999));
      const back: string[] = [...texts(forward.at(-1) ?? { items: [] })];
      let position = forward.at(-1)?.previous;
      while (position) {
        const page = await ask(ids.Long ?? '', 999)(position);
        back.unshift(...texts(page));
        position = page.previous;
      }
      expect(back).toEqual(forward.flatMap(texts));
    });

    test('end a page at its size, with at least one', async () => {
      const pages = await pagesFrom(ask('large', 100));
      expect(pages.flatMap(texts).map((text) => text.slice(0, 1))).toEqual(['0', '1', '2', '3', '4', '5']);
      expect(pages.length).toBeGreaterThan(2);
      for (const { items } of pages) {
        const bytes = items.reduce((sum, item) => sum + Buffer.byteLength(item), 0);
        expect(items.length === 1 || bytes <= fullPageBytes).toBe(true);
      }
    });

    test('may be none, and an article may be missing', async () => {
      expect(await ask('none', 10)(undefined)).toMatchObject({ items: [], total: { value: 0 } });
      expect(await ask('long', 10, 'mentions')(undefined)).toMatchObject({ total: { value: 1 } });
      const absent = await suite.archive.reads.articlePart('nothing', 'quotes', { limit: 10 });
      expect(absent).toEqual({ kind: 'absent' });
    });

    test('begin at the end or the beginning after the article became shorter', async () => {
      const id = ids.Long ?? '';
      const beyond = await ask(id, 10)({ direction: 'after', rank: long + 5, id });
      expect(beyond).toMatchObject({ items: [], previous: { rank: long } });
      expect(beyond.next).toBeUndefined();
    });
  });
}
