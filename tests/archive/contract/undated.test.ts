import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Archive } from '../../../src/archive/archive.ts';
import type { Position } from '../../../src/model/query.ts';
import { archiveForEachTest, engines } from '../engines.ts';
import { allHeadlines, headlines } from '../pages.ts';
import { publicationAt, sample, WRITTEN } from '../random-filters.ts';
import { openReference } from '../reference.ts';
import { type Sample, sampleArticle } from '../sample-articles.ts';

const text =
  'The council of Arendal voted on Monday to build a pier of stone and oak beyond the old fish market, so that ferries ' +
  'from both sides of the sound can land there at any tide, in summer and in winter, for the next fifty years.';

/** The headlines of a list, read back page by page from its end. */
async function backwards(archive: Archive, sort: 'newest' | 'oldest', limit: number): Promise<string[]> {
  const rank = (sort === 'newest' ? -1 : 1) * 1e13;
  let position: Position | undefined = { direction: 'before', rank, id: '' };
  const pages: string[][] = [];
  while (position) {
    const query = { filter: {}, sort, form: 'card', limit, count: 'none', position } as const;
    const page = await archive.reads.articles(query);
    pages.unshift(headlines(page));
    position = page.previous;
  }
  return pages.flat();
}

for (const engine of engines) {
  describe(`undated articles (${engine.name})`, () => {
    const made = archiveForEachTest(engine);
    let now = WRITTEN;
    beforeEach(() => {
      vi.useFakeTimers({ toFake: ['Date'] });
      now = WRITTEN;
    });
    afterEach(() => {
      vi.useRealTimers();
    });

    /** Writes an article a minute after the last one, and returns its id. */
    const write = async (changes: Sample): Promise<string> => {
      now += 60_000;
      vi.setSystemTime(now);
      const [written] = await made.archive.writes.writeArticles([
        sampleArticle({ publishedAt: null, ...changes }),
      ]);
      return written?.id ?? '';
    };
    const read = async (id: string) => {
      const found = await made.archive.reads.article(id);
      return found.kind === 'found' ? JSON.parse(found.value) : found;
    };

    it('are in each list once, whichever way it is read', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(sample, { maxLength: 40 }),
          fc.integer({ min: 1, max: 6 }),
          async (samples, limit) => {
            const { archive, remove } = await engine.create();
            const reference = openReference();
            try {
              for (const [index, each] of samples.entries()) {
                vi.setSystemTime(WRITTEN + index * 300);
                const article = sampleArticle({
                  key: `k${each.key}`,
                  headline: `n${index}`,
                  publishedAt: publicationAt(each.second),
                });
                await archive.writes.writeArticles([article]);
                reference.put(article);
              }
              const expected = reference.newest({});
              expect(await backwards(archive, 'newest', limit)).toEqual(expected);
              expect(await backwards(archive, 'oldest', limit)).toEqual(expected.toReversed());
            } finally {
              await remove();
            }
          },
        ),
        { numRuns: 40 },
      );
    }, 60_000);

    it('are older than an article of the year 0, in order of storage', async () => {
      await write({ headline: 'First' });
      await write({ headline: 'Ancient', publishedAt: '0000-01-01T00:00:00Z' });
      await write({ headline: 'Second' });
      expect(await allHeadlines(made.archive)).toEqual(['Ancient', 'Second', 'First']);
      expect(await allHeadlines(made.archive, { sort: 'oldest' })).toEqual(['First', 'Second', 'Ancient']);
    });

    it('move when a later version has a date, and a reader who was there goes on', async () => {
      for (const name of ['a', 'b', 'c', 'd']) await write({ key: name, headline: name });
      const ask = { filter: {}, sort: 'newest', form: 'card', limit: 2, count: 'none' } as const;
      const first = await made.archive.reads.articles(ask);
      expect(headlines(first)).toEqual(['d', 'c']);
      await write({ key: 'c', headline: 'c', publishedAt: '2024-05-06T07:08:09Z' });
      expect(await allHeadlines(made.archive)).toEqual(['c', 'd', 'b', 'a']);
      if (!first.next) throw new Error('there is no next page');
      expect(headlines(await made.archive.reads.articles({ ...ask, position: first.next }))).toEqual([
        'b',
        'a',
      ]);
    });

    it('count for their tags, which are seen first and last in dated ones', async () => {
      const tags = ['topic/tides' as const];
      const tides = async () => {
        const found = await made.archive.reads.tag('topic', 'tides');
        const { articleCount, firstSeenAt, lastSeenAt } =
          found.kind === 'found' ? JSON.parse(found.value) : {};
        return [articleCount, firstSeenAt, lastSeenAt];
      };
      await write({ key: 'a', tags });
      expect(await tides()).toEqual([1, null, null]);
      await write({ key: 'b', tags, publishedAt: '2024-01-01T00:00:00Z' });
      await write({ key: 'c', tags, publishedAt: '2024-03-01T00:00:00Z' });
      expect(await tides()).toEqual([3, '2024-01-01T00:00:00Z', '2024-03-01T00:00:00Z']);
      await write({ key: 'b', tags, headline: 'It lost its date' });
      expect(await tides()).toEqual([3, '2024-03-01T00:00:00Z', '2024-03-01T00:00:00Z']);
      await write({ key: 'c', tags, headline: 'It lost its date, too' });
      expect(await tides()).toEqual([3, null, null]);
      expect((await made.archive.reads.tagAddresses(0, 10)).map(({ slug }) => slug)).toContain('tides');
    });

    it('count for the archive, but for no month of it', async () => {
      await write({ key: 'a' });
      expect(await made.archive.reads.summary()).toMatchObject({ articles: 1, newest: null, oldest: null });
      expect(await made.archive.reads.months()).toEqual([]);
      await write({ key: 'b', publishedAt: '2024-01-01T00:00:00Z' });
      expect(await made.archive.reads.summary()).toMatchObject({
        ...{ articles: 2, newest: '2024-01-01T00:00:00Z', oldest: '2024-01-01T00:00:00Z' },
      });
      expect(await made.archive.reads.months()).toEqual([{ month: '2024-01', articles: 1 }]);
    });

    it('match the time of their change, and no time of publication', async () => {
      await write({ headline: 'Undated' });
      const found = (filter: object) => allHeadlines(made.archive, { filter });
      expect(await found({ updatedSince: '2020-01-01T00:00:00Z' })).toEqual(['Undated']);
      expect(await found({ from: '0000-01-01T00:00:00Z' })).toEqual([]);
      expect(await found({ before: '9999-12-31T23:59:59Z' })).toEqual([]);
    });

    it('are in no story until they are dated', async () => {
      const at = '2024-05-06T07:08:09Z';
      const dated = await write({ key: 'a', headline: 'Pier to be built', body: text, publishedAt: at });
      const undated = await write({ key: 'b', headline: 'A pier for Arendal', body: text });
      await write({ key: 'c', headline: 'Arendal builds', body: text });
      expect(await made.archive.reads.story(dated)).toBeUndefined();
      expect(await made.archive.reads.story(undated)).toBeUndefined();
      await write({ key: 'b', headline: 'A pier for Arendal', body: text, publishedAt: at });
      expect((await made.archive.reads.story(dated))?.articles).toHaveLength(2);
      await write({ key: 'b', headline: 'A pier for Arendal!', body: text });
      expect(await made.archive.reads.story(dated)).toBeUndefined();
    });

    it('keep their revisions', async () => {
      const id = await write({ key: 'a', headline: 'One' });
      await write({ key: 'a', headline: 'Two' });
      expect((await made.archive.reads.revisions(id)).map((each) => JSON.parse(each))).toMatchObject([
        { headline: 'One', publishedAt: null },
        { headline: 'Two', publishedAt: null },
      ]);
      expect(await read(id)).toMatchObject({ revision: 2, publishedAt: null, publication: null });
    });
  });
}
