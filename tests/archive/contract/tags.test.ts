import { describe, expect, it } from 'vitest';
import type { TagQuery } from '../../../src/archive/queries.ts';
import { TagSummary, TagTogether } from '../../../src/model/tag-summary.ts';
import { archiveForEachTest, engines } from '../engines.ts';
import { allHeadlines, pagesFrom } from '../pages.ts';
import { sampleArticle, sampleEntry } from '../sample-articles.ts';

for (const engine of engines) {
  describe(`tags (${engine.name})`, () => {
    const made = archiveForEachTest(engine);

    const readTag = async (type: TagSummary['type'], slug: string): Promise<TagSummary> => {
      const found = await made.archive.reads.tag(type, slug);
      if (found.kind !== 'found') throw new Error(`${slug} is ${found.kind}`);
      return JSON.parse(found.value);
    };
    const tagIds = async (query: Partial<TagQuery>): Promise<string[]> => {
      const pages = await pagesFrom((position) =>
        made.archive.reads.tags({
          sort: 'articles',
          limit: 2,
          count: 'none',
          ...query,
          ...(position ? { position } : {}),
        }),
      );
      return pages.flatMap(({ items }) => items.map((item) => JSON.parse(item).id));
    };

    it('come with counts, first and last sight, in the order of the schema', async () => {
      await made.archive.writes.writeTags([
        sampleEntry('topic/sea'),
        sampleEntry('topic/tides', { broader: ['topic/sea'] }),
        sampleEntry('person/ada-birch'),
      ]);
      await made.archive.writes.writeArticles([
        sampleArticle({ headline: 'One', publishedAt: '2024-01-01T00:00:00Z', tags: ['person/ada-birch'] }),
        sampleArticle({
          headline: 'Two',
          publishedAt: '2024-03-01T00:00:00Z',
          tags: ['person/ada-birch'],
          quotes: [{ exact: 'The tide is high', speaker: 'person/ada-birch' }],
        }),
      ]);
      const ada = await readTag('person', 'ada-birch');
      expect(ada).toMatchObject({
        articleCount: 2,
        quoteCount: 1,
        firstSeenAt: '2024-01-01T00:00:00Z',
        lastSeenAt: '2024-03-01T00:00:00Z',
      });
      expect(JSON.stringify(TagSummary.parse(ada))).toBe(JSON.stringify(ada));
      expect((await readTag('topic', 'sea')).narrower).toEqual(['topic/tides']);
    });

    it('renamed, rename themselves in every article, quote and list; the former slug leads on', async () => {
      await made.archive.writes.writeTags([sampleEntry('person/ada-birch')]);
      await made.archive.writes.writeArticles([
        sampleArticle({
          headline: 'One',
          tags: ['person/ada-birch'],
          quotes: [{ exact: 'The tide is high', speaker: 'person/ada-birch' }],
        }),
      ]);
      await made.archive.writes.writeTags([
        sampleEntry('person/ada-birch', { name: 'Ada Rowan', slug: 'ada-rowan' }),
      ]);
      const found = await made.archive.reads.article('one');
      const article = found.kind === 'found' ? JSON.parse(found.value) : {};
      expect(article.tags[0]).toMatchObject({ id: 'person/ada-birch', slug: 'ada-rowan', name: 'Ada Rowan' });
      expect(article.mentions[0].name).toBe('Ada Rowan');
      const quotes = await made.archive.reads.quotes({
        speaker: 'person/ada-birch',
        limit: 1,
        count: 'none',
      });
      expect(JSON.parse(quotes.items[0] ?? '').speaker.name).toBe('Ada Rowan');
      expect(await made.archive.reads.tag('person', 'ada-birch')).toEqual({
        kind: 'moved',
        slug: 'ada-rowan',
      });
      for (const slug of ['ada-birch', 'ada-rowan']) {
        const tags = { kind: 'tag', tag: { type: 'person', slug } } as const;
        expect(await allHeadlines(made.archive, { filter: { tags } })).toEqual(['One']);
      }
      expect((await made.archive.changes.since(1, 5)).map(({ kind }) => kind)).toEqual(['changed']);
    });

    it('found in articles are taken over by the authority file, and vanish with their last article', async () => {
      const [written] = await made.archive.writes.writeArticles([
        sampleArticle({ headline: 'One', tags: ['person/ada-birch', 'person/bo-elm'] }),
      ]);
      expect(await readTag('person', 'ada-birch')).toMatchObject({ discovered: true, articleCount: 1 });
      expect(await made.archive.reads.authority()).toEqual([]);
      await made.archive.writes.writeTags([sampleEntry('person/ada-birch')]);
      expect(await readTag('person', 'ada-birch')).toMatchObject({ discovered: false, articleCount: 1 });
      expect(await made.archive.reads.authority()).toEqual([sampleEntry('person/ada-birch')]);
      await made.archive.writes.withdraw([written?.id ?? '']);
      expect(await made.archive.reads.tag('person', 'bo-elm')).toEqual({ kind: 'absent' });
      expect(await readTag('person', 'ada-birch')).toMatchObject({ articleCount: 0, lastSeenAt: null });
    });

    it('give up a slug to the last who claims it, in their articles too', async () => {
      await made.archive.writes.writeArticles([
        sampleArticle({ headline: 'One', tags: ['person/ada-birch'] }),
      ]);
      await made.archive.writes.writeTags([sampleEntry('person/ada-rowan', { slug: 'ada-birch' })]);
      expect(await readTag('person', 'ada-birch')).toMatchObject({ id: 'person/ada-rowan' });
      expect(await readTag('person', 'ada-birch-2')).toMatchObject({ id: 'person/ada-birch' });
      const found = await made.archive.reads.article('one');
      const article = found.kind === 'found' ? JSON.parse(found.value) : {};
      expect(article.tags[0].slug).toBe('ada-birch-2');
    });

    it('are listed by articles, name or last sight, page by page', async () => {
      await made.archive.writes.writeTags([sampleEntry('topic/weirs', { name: 'Ämter' })]);
      await made.archive.writes.writeArticles([
        sampleArticle({
          headline: 'A',
          publishedAt: '2024-01-01T00:00:00Z',
          tags: ['topic/tides', 'topic/sea'],
        }),
        sampleArticle({ headline: 'B', publishedAt: '2024-02-01T00:00:00Z', tags: ['topic/tides'] }),
        sampleArticle({
          headline: 'C',
          publishedAt: '2024-03-01T00:00:00Z',
          tags: ['topic/boats', 'place/quay'],
        }),
      ]);
      const type = 'topic';
      expect(await tagIds({ type })).toEqual(['topic/tides', 'topic/boats', 'topic/sea', 'topic/weirs']);
      expect(await tagIds({ type, sort: 'name' })).toEqual([
        'topic/weirs',
        'topic/boats',
        'topic/sea',
        'topic/tides',
      ]);
      expect(await tagIds({ type, sort: 'newest' })).toEqual([
        'topic/boats',
        'topic/tides',
        'topic/sea',
        'topic/weirs',
      ]);
      expect(await tagIds({})).toHaveLength(5);
      const { total } = await made.archive.reads.tags({ sort: 'name', limit: 1, count: 'capped' });
      expect(total).toEqual({ value: 5, relation: 'eq' });
    });

    it('are found by the beginning of any word of a name or alias, without case and diacritics', async () => {
      await made.archive.writes.writeTags([
        sampleEntry('person/zoe-birch', { name: 'Zoë Birch' }),
        sampleEntry('person/bo-elm', { aliases: ['Captain Birchwood'] }),
        sampleEntry('person/cy-oak'),
      ]);
      expect(await tagIds({ prefix: 'BIRCH' })).toEqual(['person/bo-elm', 'person/zoe-birch']);
      expect(await tagIds({ prefix: 'zoe bi' })).toEqual(['person/zoe-birch']);
      expect(await tagIds({ prefix: "'); --" })).toEqual([]);
      expect(await tagIds({ prefix: 'ir' })).toEqual([]);
    });

    it('tell who is mentioned together', async () => {
      await made.archive.writes.writeArticles([
        sampleArticle({ headline: 'A', tags: ['person/ada', 'person/bo', 'topic/sea'] }),
        sampleArticle({ headline: 'B', tags: ['person/ada', 'person/bo'] }),
        sampleArticle({ headline: 'C', tags: ['person/bo'] }),
      ]);
      const { items, articles } = await made.archive.reads.together('person/ada', null, 10);
      const company = items.map((item) => JSON.parse(item));
      expect(company.map(({ id, sharedCount }) => [id, sharedCount])).toEqual([
        ['person/bo', 2],
        ['topic/sea', 1],
      ]);
      expect(JSON.stringify(TagTogether.parse(company[0]))).toBe(JSON.stringify(company[0]));
      expect(articles).toEqual({ value: 2, relation: 'eq' });
    });

    it('tell which of those who are mentioned together with one are together with each other', async () => {
      await made.archive.writes.writeArticles([
        sampleArticle({ headline: 'A', tags: ['person/ada', 'person/bo', 'person/cy', 'topic/sea'] }),
        sampleArticle({ headline: 'B', tags: ['person/ada', 'person/bo', 'person/cy'] }),
        sampleArticle({ headline: 'C', tags: ['person/ada', 'person/dee'] }),
        sampleArticle({ headline: 'D', tags: ['person/bo', 'person/dee'] }),
      ]);
      const { pairs } = await made.archive.reads.together('person/ada', 'person', 10);
      expect(pairs).toEqual([{ tags: ['person/bo', 'person/cy'], sharedCount: 2 }]);
    });

    it('that do not exist match nothing and are named with the nearest; a bare slug of two types is ambiguous', async () => {
      await made.archive.writes.writeArticles([
        sampleArticle({ headline: 'A', tags: ['person/ada-birch', 'place/birch', 'topic/birch'] }),
      ]);
      const unknown = { kind: 'tag', tag: { type: 'person', slug: 'ada-brich' } } as const;
      const bare = { kind: 'tag', tag: { type: null, slug: 'birch' } } as const;
      expect(await made.archive.reads.unknownTags({ tags: { kind: 'and', of: [unknown, bare] } })).toEqual([
        { name: unknown.tag, reason: 'unknown', nearest: ['person/ada-birch'] },
        { name: bare.tag, reason: 'ambiguous', nearest: ['topic/birch', 'place/birch'] },
      ]);
      expect(await allHeadlines(made.archive, { filter: { tags: unknown } })).toEqual([]);
      expect(await allHeadlines(made.archive, { filter: { tags: { kind: 'not', of: unknown } } })).toEqual([
        'A',
      ]);
    });
  });
}
