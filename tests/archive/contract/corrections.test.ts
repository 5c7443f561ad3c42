import { describe, expect, it } from 'vitest';
import { hashOfKey, newKey } from '../../../src/model/api-key.ts';
import type { Article } from '../../../src/model/article.ts';
import type { ArticleCorrection } from '../../../src/model/correction.ts';
import { archiveForEachTest, engines } from '../engines.ts';
import { allHeadlines } from '../pages.ts';
import { type Sample, sampleArticle, sampleEntry } from '../sample-articles.ts';
import { searchFor } from '../search-for.ts';

for (const engine of engines) {
  describe(`corrections (${engine.name})`, () => {
    const made = archiveForEachTest(engine);

    const sample: Sample = {
      key: 'pier',
      headline: 'Birch opens pier',
      tags: ['person/ada-birch', 'person/kim'],
      quotes: [{ exact: 'It is open', speaker: 'person/kim' }],
    };
    const write = async (changes: Sample = {}) => {
      const [result] = await made.archive.writes.writeArticles([sampleArticle({ ...sample, ...changes })]);
      return result?.id ?? '';
    };
    const read = async (id: string): Promise<Article> => {
      const found = await made.archive.reads.article(id);
      if (found.kind !== 'found') throw new Error(`${id} is ${found.kind}`);
      return JSON.parse(found.value);
    };
    const correct = (id: string, ...corrections: ArticleCorrection[]) =>
      made.archive.writes.correct(id, corrections, 'ann');
    const carried = async (id: string) => (await read(id)).tags.map((tag) => tag.id);

    it('hold at once, in the article, its tags and the search', async () => {
      const id = await write();
      await correct(
        id,
        { do: 'set', headline: 'Mayor opens the quay' },
        { do: 'remove-mention', field: 'body', exact: 'Kim' },
        { do: 'set-speaker', exact: 'It is', speaker: 'person/ada-birch' },
      );
      const article = await read(id);
      expect(article).toMatchObject({ headline: 'Mayor opens the quay', revision: 2 });
      expect(article.quotes).toMatchObject([
        { speaker: { tag: 'person/ada-birch', name: 'Ada Birch' }, method: 'editor', confidence: 1 },
      ]);
      expect(await carried(id)).toEqual(['person/ada-birch']);
      const filter = { search: searchFor('quay') };
      const window = { limit: 5, count: 'none' } as const;
      const found = await made.archive.reads.articles({ filter, sort: 'newest', form: 'card', ...window });
      expect(found.items).toHaveLength(1);
      expect(await made.archive.reads.article('birch-opens-pier')).toMatchObject({ kind: 'moved' });
      expect(await made.archive.reads.tag('person', 'kim')).toEqual({ kind: 'absent' });
    });

    it('survive that the source changes the article', async () => {
      const id = await write();
      await correct(id, { do: 'remove-mention', field: 'body', exact: 'Kim' });
      await write({ body: 'The council met again, and this time on a Tuesday.' });
      expect((await read(id)).body.text).toContain('Tuesday');
      expect(await carried(id)).toEqual(['person/ada-birch']);
    });

    it('survive that the same is imported again, which changes nothing', async () => {
      const id = await write();
      await correct(id, { do: 'set', headline: 'Mayor opens the quay' });
      const revision = (await made.archive.state()).revision;
      await write();
      expect((await read(id)).headline).toBe('Mayor opens the quay');
      expect((await made.archive.state()).revision).toBe(revision);
    });

    it('wait for an article that is not here yet', async () => {
      const id = await write();
      const other = await engine.create();
      await other.archive.writes.correct(id, [{ do: 'remove-tag', tag: 'person/kim' }], 'ann');
      await other.archive.writes.writeArticles([sampleArticle(sample)]);
      const found = await other.archive.reads.article(id);
      expect(found.kind === 'found' && found.value).not.toContain('person/kim');
      await other.remove();
    });

    it('keep the revision where only annotations change, and log the change', async () => {
      const id = await write();
      const { storedAt } = await read(id);
      await correct(id, { do: 'remove-tag', tag: 'person/kim' });
      expect(await read(id)).toMatchObject({ revision: 1, storedAt });
      expect((await made.archive.changes.since(0, 10)).map(({ kind, revision }) => [kind, revision])).toEqual(
        [
          ['new', 1],
          ['changed', 1],
        ],
      );
    });

    it('can be taken back one by one, until the article is as it was read', async () => {
      const id = await write();
      const { revision: _, storedAt: __, ...before } = await read(id);
      await correct(
        id,
        { do: 'set', headline: 'Other' },
        { do: 'remove-mention', field: 'body', exact: 'Kim' },
      );
      const found = await made.archive.reads.corrected(id);
      const numbers = found.kind === 'found' ? found.value.corrections.map(({ number }) => number) : [];
      expect(numbers).toHaveLength(2);
      for (const number of numbers)
        expect(await made.archive.writes.withdrawCorrection(id, number)).toBe(true);
      expect(await made.archive.writes.withdrawCorrection(id, 99)).toBe(false);
      expect(await read(id)).toMatchObject(before);
    });

    it('are refused when the article is not as expected any more', async () => {
      const id = await write();
      expect(await made.archive.writes.correct(id, [{ do: 'set', headline: 'No' }], 'ann', () => false)).toBe(
        false,
      );
      expect((await read(id)).headline).toBe('Birch opens pier');
    });

    it('re-date an article, and its place in the lists with it', async () => {
      const id = await write({ publishedAt: '2024-05-06T07:08:09Z' });
      await made.archive.writes.writeArticles([
        sampleArticle({ headline: 'Later', publishedAt: '2024-06-01T00:00:00Z' }),
      ]);
      await correct(id, { do: 'set', publishedAt: '2024-07-01T00:00:00Z' });
      const { items } = await made.archive.reads.articles({
        filter: {},
        sort: 'newest',
        form: 'card',
        limit: 5,
        count: 'none',
      });
      expect(items.map((item) => JSON.parse(item).headline)).toEqual(['Birch opens pier', 'Later']);
      expect((await read(id)).publication?.basis).toBe('editor');
    });

    it('date an undated article, which is undated again without the correction', async () => {
      const id = await write({ publishedAt: null });
      await write({ key: 'later', headline: 'Later', publishedAt: '1924-06-01T00:00:00Z' });
      const newest = () => allHeadlines(made.archive);
      expect(await newest()).toEqual(['Later', 'Birch opens pier']);
      await correct(id, { do: 'set', publishedAt: '2024-07-01T00:00:00Z' });
      expect(await newest()).toEqual(['Birch opens pier', 'Later']);
      expect((await read(id)).publication).toEqual({
        text: null,
        timeZone: 'UTC',
        precision: 'second',
        basis: 'editor',
      });
      const found = await made.archive.reads.corrected(id);
      const [{ number } = { number: 0 }] = found.kind === 'found' ? found.value.corrections : [];
      await made.archive.writes.withdrawCorrection(id, number);
      expect(await newest()).toEqual(['Later', 'Birch opens pier']);
      expect(await read(id)).toMatchObject({ publishedAt: null, publication: null, revision: 3 });
    });

    it('merge two tags: one list, one count, and the old slug leads to the new one', async () => {
      const id = await write();
      await made.archive.writes.writeTags([sampleEntry('person/kim-yong-hyun')]);
      await made.archive.writes.correctTags(
        [{ do: 'merge-tags', tag: 'person/kim', into: 'person/kim-yong-hyun' }],
        'ann',
      );
      expect(await carried(id)).toEqual(['person/ada-birch', 'person/kim-yong-hyun']);
      expect((await read(id)).quotes[0]?.speaker).toMatchObject({
        tag: 'person/kim-yong-hyun',
        name: 'Kim Yong Hyun',
      });
      expect(await made.archive.reads.tag('person', 'kim')).toEqual({ kind: 'moved', slug: 'kim-yong-hyun' });
      await made.archive.writes.writeArticles([
        sampleArticle({ headline: 'Kim again', tags: ['person/kim'] }),
      ]);
      expect(await carried('kim-again')).toEqual(['person/kim-yong-hyun']);
      const found = await made.archive.reads.tag('person', 'kim-yong-hyun');
      expect(found.kind === 'found' && JSON.parse(found.value)).toMatchObject({
        articleCount: 2,
        quoteCount: 1,
      });
      expect((await made.archive.reads.summary()).people).toBe(2);
    });

    it('keep a merged authority entry from coming back with the seeds, and its names with the other', async () => {
      const entries = [
        sampleEntry('person/kim', { aliases: ['Minister Kim'] }),
        sampleEntry('person/kim-yong-hyun'),
      ];
      await made.archive.writes.writeTags(entries);
      await write();
      await made.archive.writes.correctTags(
        [{ do: 'merge-tags', tag: 'person/kim', into: 'person/kim-yong-hyun' }],
        'ann',
      );
      await made.archive.writes.writeTags(entries.slice(0, 1));
      expect((await made.archive.reads.authority()).map(({ id, aliases }) => [id, aliases])).toEqual([
        ['person/kim-yong-hyun', ['Kim', 'Minister Kim']],
      ]);
    });

    it('rename a tag for good', async () => {
      const id = await write();
      await made.archive.writes.correctTags(
        [{ do: 'rename-tag', tag: 'person/kim', name: 'Kim Yong-hyun' }],
        'ann',
      );
      expect((await read(id)).tags[1]).toMatchObject({ name: 'Kim Yong-hyun', slug: 'kim-yong-hyun' });
      expect(await made.archive.reads.tag('person', 'kim')).toEqual({ kind: 'moved', slug: 'kim-yong-hyun' });
      await made.archive.writes.writeTags([sampleEntry('person/kim')]);
      expect((await made.archive.reads.authority()).map(({ name }) => name)).toEqual(['Kim Yong-hyun']);
    });

    it('drop what is no person, wherever it stands or comes again', async () => {
      const id = await write();
      await made.archive.writes.correctTags([{ do: 'drop-tag', tag: 'person/kim' }], 'ann');
      await write({ key: 'again', headline: 'Again' });
      expect(await carried(id)).toEqual(['person/ada-birch']);
      expect(await carried('again')).toEqual(['person/ada-birch']);
      expect((await read(id)).quotes[0]?.speaker).toMatchObject({ tag: null, name: 'Kim' });
      expect(await made.archive.reads.tag('person', 'kim')).toEqual({ kind: 'absent' });
      expect((await made.archive.reads.tagCorrections()).map(({ editor }) => editor)).toEqual(['ann']);
    });

    it('give a merged tag back with its articles, quotes and names when the rule is taken back', async () => {
      const entries = [
        sampleEntry('person/kim', { aliases: ['Minister Kim'] }),
        sampleEntry('person/kim-yong-hyun'),
      ];
      await made.archive.writes.writeTags(entries);
      const id = await write();
      const before = await read(id);
      const authority = await made.archive.reads.authority();
      const merge = { do: 'merge-tags', tag: 'person/kim', into: 'person/kim-yong-hyun' } as const;
      await made.archive.writes.correctTags([merge], 'ann');
      await made.archive.writes.writeArticles([
        sampleArticle({ headline: 'Kim again', tags: ['person/kim'] }),
      ]);
      const [rule] = await made.archive.reads.tagCorrections();
      expect(await made.archive.writes.withdrawTagCorrection(rule?.number ?? 0)).toBe(true);
      expect(await made.archive.writes.withdrawTagCorrection(rule?.number ?? 0)).toBe(false);
      expect(await read(id)).toEqual(before);
      expect(await carried('kim-again')).toEqual(['person/kim']);
      expect(await made.archive.reads.authority()).toEqual(authority);
      expect(await made.archive.reads.tagCorrections()).toEqual([]);
      const kim = await made.archive.reads.tag('person', 'kim');
      expect(kim.kind === 'found' && JSON.parse(kim.value)).toMatchObject({ articleCount: 2, quoteCount: 1 });
      const other = await made.archive.reads.tag('person', 'kim-yong-hyun');
      expect(other.kind === 'found' && JSON.parse(other.value)).toMatchObject({ articleCount: 0 });
    });

    it('give a merged tag back that nobody had described', async () => {
      const id = await write();
      const before = await read(id);
      await made.archive.writes.correctTags(
        [{ do: 'merge-tags', tag: 'person/kim', into: 'person/ada-birch' }],
        'ann',
      );
      expect(await carried(id)).toEqual(['person/ada-birch']);
      const [rule] = await made.archive.reads.tagCorrections();
      await made.archive.writes.withdrawTagCorrection(rule?.number ?? 0);
      expect(await read(id)).toEqual(before);
      expect(await made.archive.reads.tag('person', 'kim')).toMatchObject({ kind: 'found' });
    });

    it('give a dropped tag back, and a renamed one its name and slug', async () => {
      const id = await write();
      const before = await read(id);
      await made.archive.writes.correctTags(
        [
          { do: 'rename-tag', tag: 'person/ada-birch', name: 'Ada Byrch' },
          { do: 'drop-tag', tag: 'person/kim' },
        ],
        'ann',
      );
      expect((await read(id)).tags.map(({ name }) => name)).toEqual(['Ada Byrch']);
      for (const { number } of await made.archive.reads.tagCorrections())
        await made.archive.writes.withdrawTagCorrection(number);
      expect(await read(id)).toEqual(before);
      expect(await made.archive.reads.authority()).toEqual([]);
    });

    it('keep one of two renames when the other is taken back', async () => {
      await write();
      for (const name of ['Kim Two', 'Kim Three'])
        await made.archive.writes.correctTags([{ do: 'rename-tag', tag: 'person/kim', name }], 'ann');
      const [first, second] = await made.archive.reads.tagCorrections();
      await made.archive.writes.withdrawTagCorrection(first?.number ?? 0);
      expect((await made.archive.reads.authority()).map(({ name }) => name)).toEqual(['Kim Three']);
      await made.archive.writes.withdrawTagCorrection(second?.number ?? 0);
      expect(await made.archive.reads.authority()).toEqual([]);
      const kim = await made.archive.reads.tag('person', 'kim');
      expect(kim.kind === 'found' && JSON.parse(kim.value)).toMatchObject({ name: 'Kim', discovered: true });
    });

    it('hold for what was found when articles are read again', async () => {
      const id = await write();
      await correct(id, { do: 'remove-mention', field: 'body', exact: 'Kim' });
      const [uncorrected] = await made.archive.reads.uncorrected([id, 'nothing']);
      if (!uncorrected) throw new Error('there is no reading');
      expect(uncorrected.reading.mentions.map(({ exact }) => exact)).toEqual(['Ada Birch', 'Kim']);
      expect(await made.archive.writes.rewrite([uncorrected])).toEqual([{ id, outcome: 'same' }]);
      const fewer = uncorrected.reading.mentions.slice(1);
      const reading = { ...uncorrected.reading, mentions: fewer };
      expect(await made.archive.writes.rewrite([{ id, reading }])).toEqual([{ id, outcome: 'changed' }]);
      expect((await read(id)).mentions).toEqual([]);
      expect((await read(id)).revision).toBe(1);
    });
  });

  describe(`keys (${engine.name})`, () => {
    const made = archiveForEachTest(engine);

    it('are known by their hash, and revoked by their id', async () => {
      const hash = hashOfKey(newKey());
      const key = await made.archive.keys.add({ name: 'desk', scope: 'write', hash });
      expect(await made.archive.keys.find(hash)).toEqual(key);
      expect(await made.archive.keys.find(hashOfKey('another'))).toBeUndefined();
      expect(await made.archive.keys.revoke(key.id)).toBe(true);
      expect(await made.archive.keys.revoke(key.id)).toBe(false);
      expect((await made.archive.keys.list())[0]?.revokedAt).not.toBeNull();
    });

    it('keep their limits and the latest of their uses', async () => {
      const { keys } = made.archive;
      const limits = { source: 'the-post', feed: '/v1/articles.rss', expiresAt: '2999-01-31T00:00:00Z' };
      const key = await keys.add({ name: 'wire', scope: 'admin', hash: 'hash', ...limits });
      expect(key).toMatchObject({ ...limits, lastUsedAt: null });
      await keys.recordUse(
        new Map([
          [key.id, '2026-01-02T00:00:00Z'],
          ['another', '2026-01-02T00:00:00Z'],
        ]),
      );
      await keys.recordUse(new Map([[key.id, '2026-01-01T00:00:00Z']]));
      expect(await keys.list()).toEqual([{ ...key, lastUsedAt: '2026-01-02T00:00:00Z' }]);
    });
  });
}
