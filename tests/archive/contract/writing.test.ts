import { describe, expect, it } from 'vitest';
import { Article, ArticleCard } from '../../../src/model/article.ts';
import { archiveForEachTest, engines } from '../engines.ts';
import { allHeadlines } from '../pages.ts';
import { sampleArticle, sampleEntry } from '../sample-articles.ts';
import { searchFor } from '../search-for.ts';

for (const engine of engines) {
  describe(`writing articles (${engine.name})`, () => {
    const made = archiveForEachTest(engine);

    const readArticle = async (reference: string): Promise<Article> => {
      const found = await made.archive.reads.article(reference);
      if (found.kind !== 'found') throw new Error(`${reference} is ${found.kind}`);
      return JSON.parse(found.value);
    };

    it('renders card and full form in the order of the schema', async () => {
      const tags = ['person/ada-birch', 'place/quay'];
      const quotes = [{ exact: 'The tide is high', speaker: 'person/ada-birch' }];
      await made.archive.writes.writeArticles([
        sampleArticle({ headline: 'High tide', tags, quotes, caption: 'A quay' }),
      ]);
      const full = await readArticle('high-tide');
      expect(JSON.stringify(Article.parse(full))).toBe(JSON.stringify(full));
      const { items } = await made.archive.reads.articles({
        filter: {},
        sort: 'newest',
        form: 'card',
        limit: 1,
        count: 'none',
      });
      const card = JSON.parse(items[0] ?? '');
      expect(JSON.stringify(ArticleCard.parse(card))).toBe(JSON.stringify(card));
      expect(full.body.text.slice(full.quotes[0]?.start, full.quotes[0]?.end)).toBe('The tide is high');
    });

    it('says which mention names each tag first, and that none does where a topic is inferred', async () => {
      const tags = ['person/ada-birch', 'place/quay'];
      await made.archive.writes.writeArticles([
        sampleArticle({ headline: 'High tide', tags, inferred: ['topic/tides'] }),
      ]);
      const full = await readArticle('high-tide');
      const named = full.tags.map(({ id, firstMention }) => [
        id,
        firstMention === null ? null : full.mentions[firstMention]?.tag,
      ]);
      expect(named).toEqual([...tags.map((tag) => [tag, tag]), ['topic/tides', null]]);
    });

    it('changes nothing for the same content again, not even the revision of the archive', async () => {
      const [first] = await made.archive.writes.writeArticles([sampleArticle({ headline: 'One' })]);
      const revision = (await made.archive.state()).revision;
      const [again] = await made.archive.writes.writeArticles([sampleArticle({ headline: 'One' })]);
      expect(again).toEqual({ ...first, outcome: 'same' });
      expect((await made.archive.state()).revision).toBe(revision);
    });

    it('makes a new revision of a corrected document; the former slug leads to the new one', async () => {
      const [first] = await made.archive.writes.writeArticles([
        sampleArticle({ key: 'a', headline: 'Old words' }),
      ]);
      const [second] = await made.archive.writes.writeArticles([
        sampleArticle({ key: 'a', headline: 'New words' }),
      ]);
      expect(second).toEqual({ id: first?.id, slug: 'new-words', outcome: 'changed', revision: 2 });
      expect(await made.archive.reads.article('old-words')).toEqual({ kind: 'moved', slug: 'new-words' });
      expect((await readArticle('new-words')).revision).toBe(2);
      expect(await allHeadlines(made.archive)).toEqual(['New words']);
      const old = searchFor('old');
      expect(await allHeadlines(made.archive, { filter: { search: old } })).toEqual([]);
    });

    it('keeps a document and its correction in order within one batch', async () => {
      const outcomes = await made.archive.writes.writeArticles([
        sampleArticle({ key: 'a', headline: 'First', publishedAt: '2024-02-02T00:00:00Z' }),
        sampleArticle({ key: 'a', headline: 'Second', publishedAt: '2024-01-01T00:00:00Z' }),
      ]);
      expect(outcomes.map(({ outcome }) => outcome)).toEqual(['new', 'changed']);
      expect(await allHeadlines(made.archive)).toEqual(['Second']);
    });

    it('takes identical content under another key for the same article, and goes on doing so', async () => {
      const [first] = await made.archive.writes.writeArticles([sampleArticle({ key: 'a', headline: 'One' })]);
      const [copy] = await made.archive.writes.writeArticles([sampleArticle({ key: 'b', headline: 'One' })]);
      expect(copy).toEqual({ ...first, outcome: 'same' });
      await made.archive.writes.writeArticles([sampleArticle({ key: 'a', headline: 'One, corrected' })]);
      const [later] = await made.archive.writes.writeArticles([sampleArticle({ key: 'b', headline: 'One' })]);
      expect(later?.outcome).toBe('same');
      expect(await allHeadlines(made.archive)).toEqual(['One, corrected']);
    });

    it('numbers slugs that are taken, and uses the id for a headline without letters', async () => {
      const written = await made.archive.writes.writeArticles(
        ['a', 'b', 'c', 'd'].map((key) => sampleArticle({ key, headline: 'Same words', body: key })),
      );
      expect(written.map(({ slug }) => slug)).toEqual([
        'same-words',
        'same-words-2',
        'same-words-3',
        'same-words-4',
      ]);
      const [wordless] = await made.archive.writes.writeArticles([sampleArticle({ headline: '«…»' })]);
      expect(wordless?.slug).toBe(wordless?.id);
    });

    it('writes all of a batch or nothing', async () => {
      const broken = {
        ...sampleArticle({ headline: 'Two' }),
        mentions: sampleArticle({ tags: ['person/x'] }).mentions,
      };
      for (const mention of broken.mentions) mention.tag = 'no tag';
      await expect(
        made.archive.writes.writeArticles([sampleArticle({ headline: 'One', tags: ['person/y'] }), broken]),
      ).rejects.toThrow();
      expect(await allHeadlines(made.archive)).toEqual([]);
      await made.archive.writes.writeArticles([sampleArticle({ headline: 'Three' })]);
      expect(await made.archive.reads.summary()).toMatchObject({ articles: 1, people: 0 });
    });

    it('takes a withdrawn article out of every list and does not let an import bring it back', async () => {
      const sample = sampleArticle({
        headline: 'Gone',
        tags: ['person/ada-birch'],
        quotes: [{ exact: 'Not for long', speaker: 'person/ada-birch' }],
      });
      const [written] = await made.archive.writes.writeArticles([sample]);
      const withdraw = async () => {
        const [change] = await made.archive.writes.withdraw([written?.id ?? '']);
        return change;
      };
      expect(await withdraw()).toMatchObject({ slug: 'gone', before: 'published', after: 'withdrawn' });
      expect(await withdraw()).toMatchObject({ slug: 'gone', before: 'withdrawn', after: 'withdrawn' });
      expect(await made.archive.reads.article('gone')).toEqual({ kind: 'absent' });
      await made.archive.writes.writeArticles([sample]);
      expect(await allHeadlines(made.archive)).toEqual([]);
      expect(await made.archive.reads.summary()).toMatchObject({
        articles: 0,
        people: 0,
        quotes: 0,
        sources: 0,
      });
      expect((await made.archive.reads.quotes({ limit: 5, count: 'none' })).items).toEqual([]);
    });

    it('logs each change once, in order and without gaps', async () => {
      const [one] = await made.archive.writes.writeArticles([sampleArticle({ key: 'a', headline: 'One' })]);
      await made.archive.writes.writeArticles([sampleArticle({ key: 'a', headline: 'One' })]);
      await made.archive.writes.writeArticles([sampleArticle({ key: 'a', headline: 'Two' })]);
      await made.archive.writes.withdraw([one?.id ?? '']);
      const changes = await made.archive.changes.since(0, 10);
      expect(changes.map(({ seq, kind, revision }) => [seq, kind, revision])).toEqual([
        [1, 'new', 1],
        [2, 'changed', 2],
        [3, 'deleted', 2],
      ]);
      expect(await made.archive.changes.since(2, 10)).toEqual(changes.slice(2));
    });

    it('lets another process see each revision', async () => {
      const other = await made.again({ readOnly: true });
      const before = (await other.state()).revision;
      await made.archive.writes.writeArticles([sampleArticle()]);
      expect((await other.state()).revision).toBeGreaterThan(before);
      expect((await other.state()).revision).toBe((await made.archive.state()).revision);
      await made.archive.writes.writeTags([sampleEntry('person/ada-birch')]);
      expect((await other.state()).revision).toBe((await made.archive.state()).revision);
      expect(await other.state()).toEqual(await made.archive.state());
    });
  });
}
