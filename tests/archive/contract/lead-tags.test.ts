import { describe, expect, it } from 'vitest';
import type { Archive } from '../../../src/archive/archive.ts';
import { CorrectionRefused } from '../../../src/archive/correction-refused.ts';
import type { ArticleCard } from '../../../src/model/article.ts';
import type { TagCorrection } from '../../../src/model/correction.ts';
import { engines } from '../engines.ts';
import { type Sample, sampleArticle } from '../sample-articles.ts';

const lead = { do: 'lead-tag', tag: 'keyword/open-data', into: 'topic/weather' } as const;

const store = (archive: Archive, ...samples: Sample[]) =>
  archive.writes.writeArticles(
    samples.map((sample) => sampleArticle({ headline: sample.key ?? '', ...sample })),
  );
const correct = (archive: Archive, ...corrections: TagCorrection[]) =>
  archive.writes.correctTags(corrections, 'ann');
const numberOf = async (archive: Archive, verb: TagCorrection['do']) =>
  (await archive.reads.tagCorrections()).find(({ correction }) => correction.do === verb)?.number ?? 0;

/** The topics of each article, by headline. */
async function topicsOf(archive: Archive): Promise<Record<string, string[]>> {
  const query = { filter: {}, sort: 'newest', form: 'card', limit: 100, count: 'none' } as const;
  const { items } = await archive.reads.articles(query);
  const cards: ArticleCard[] = items.map((item) => JSON.parse(item));
  return Object.fromEntries(cards.map(({ headline, tags }) => [headline, tags.map(({ id }) => id)]));
}

for (const engine of engines) {
  describe(`a keyword that leads to a topic (${engine.name})`, () => {
    it('is refused if the topic does not exist', async () => {
      const { archive, remove } = await engine.create();
      await expect(correct(archive, { ...lead, into: 'topic/wether' })).rejects.toThrow(
        'topic/wether is no topic of this archive or of the IPTC Media Topics',
      );
      expect(await archive.reads.tagCorrections()).toEqual([]);
      await remove();
    });

    it('adds the topic to articles stored before and after, until the rule is withdrawn', async () => {
      const { archive, remove } = await engine.create();
      await store(archive, { key: 'a', keywords: ['Open Data'] }, { key: 'b', keywords: ['News'] });
      await correct(archive, lead);
      await store(archive, { key: 'c', sections: ['Open Data'] }, { key: 'd', keywords: ['open-data'] });
      expect(await topicsOf(archive)).toEqual({
        a: ['topic/weather'],
        b: [],
        c: [],
        d: ['topic/weather'],
      });
      await archive.writes.withdrawTagCorrection(await numberOf(archive, 'lead-tag'));
      expect(await topicsOf(archive)).toEqual({ a: [], b: [], c: [], d: [] });
      await remove();
    });

    it('takes the topic away again from an article whose keyword an editor added', async () => {
      const { archive, remove } = await engine.create();
      const [stored] = await store(archive, { key: 'a' });
      const added = { do: 'add-tag', tag: 'keyword/open-data' } as const;
      await archive.writes.correct(stored?.id ?? '', [added], 'ann');
      await correct(archive, lead, { do: 'drop-tag', tag: 'keyword/open-data' });
      expect(await topicsOf(archive)).toEqual({ a: ['topic/weather'] });
      await archive.writes.withdrawTagCorrection(await numberOf(archive, 'lead-tag'));
      expect(await topicsOf(archive)).toEqual({ a: [] });
      await remove();
    });

    it('leaves the topic where the article has it anyway when the rule is withdrawn', async () => {
      const { archive, remove } = await engine.create();
      await store(archive, { key: 'a', keywords: ['Open Data'], tags: ['topic/weather'] });
      await correct(archive, lead);
      await archive.writes.withdrawTagCorrection(await numberOf(archive, 'lead-tag'));
      expect(await topicsOf(archive)).toEqual({ a: ['topic/weather'] });
      await remove();
    });

    it('adds a Media Topic with its name and broader topics', async () => {
      const { archive, remove } = await engine.create();
      await store(archive, { key: 'a', sections: ['Skies'] });
      await correct(archive, { do: 'lead-tag', tag: 'section/skies', into: 'topic/weather-forecast' });
      const found = await archive.reads.tag('topic', 'weather-forecast');
      expect(found.kind === 'found' && JSON.parse(found.value)).toMatchObject({
        name: 'Weather forecast',
        broader: ['topic/weather'],
        discovered: false,
        articleCount: 1,
      });
      await remove();
    });

    it('adds the topic by way of merged and hidden keywords, whatever the order of the rules', async () => {
      const rules: TagCorrection[] = [
        { do: 'merge-tags', tag: 'keyword/ogd', into: 'keyword/open-data' },
        { do: 'drop-tag', tag: 'keyword/open-data' },
        lead,
      ];
      for (const order of [rules, rules.toReversed()]) {
        const { archive, remove } = await engine.create();
        await store(archive, { key: 'a', keywords: ['OGD'] }, { key: 'b', keywords: ['Open Data'] });
        await correct(archive, ...order);
        expect(await topicsOf(archive)).toEqual({ a: ['topic/weather'], b: ['topic/weather'] });
        await remove();
      }
    });

    it('adds no topic to an article from which an editor removed it', async () => {
      const { archive, remove } = await engine.create();
      const [stored] = await store(archive, { key: 'a', keywords: ['Open Data'] });
      await archive.writes.correct(stored?.id ?? '', [{ do: 'remove-tag', tag: 'topic/weather' }], 'ann');
      await correct(archive, lead);
      expect(await topicsOf(archive)).toEqual({ a: [] });
      await remove();
    });

    it('changes nothing when the rule is added again', async () => {
      const { archive, remove } = await engine.create();
      await store(archive, { key: 'a', keywords: ['Open Data', 'News'] });
      const rename = { do: 'rename-tag', tag: 'keyword/news', name: 'Tidings' } as const;
      await correct(archive, lead, rename);
      const before = await archive.reads.tagCorrections();
      await correct(archive, lead, rename);
      expect(await archive.reads.tagCorrections()).toEqual(before);
      await remove();
    });
  });

  describe(`a rename that contradicts other corrections (${engine.name})`, () => {
    it('is refused if another tag has the name', async () => {
      const { archive, remove } = await engine.create();
      await store(archive, { key: 'a', authors: ['Ann Lee', 'Bo Ek'] });
      const renamed = correct(archive, { do: 'rename-tag', tag: 'author/bo-ek', name: 'Ann Lee' });
      await expect(renamed).rejects.toThrow(
        'author/bo-ek cannot be renamed to "Ann Lee", because author/ann-lee has this name: merge them instead',
      );
      expect(await archive.reads.tagCorrections()).toEqual([]);
      await remove();
    });

    it('is refused if the words of the name belong to another tag by an earlier rename', async () => {
      const { archive, remove } = await engine.create();
      await store(archive, { key: 'a', keywords: ['tax', 'bus'] });
      await correct(archive, { do: 'rename-tag', tag: 'keyword/tax', name: 'Levy' });
      await correct(archive, { do: 'rename-tag', tag: 'keyword/tax', name: 'Duty' });
      const renamed = correct(archive, { do: 'rename-tag', tag: 'keyword/bus', name: 'Levy' });
      await expect(renamed).rejects.toThrow(CorrectionRefused);
      await remove();
    });

    it('is refused if a keyword that was renamed prints the name in its other number', async () => {
      const { archive, remove } = await engine.create();
      await store(archive, { key: 'a', keywords: ['Grants', 'bus'] });
      await correct(archive, { do: 'rename-tag', tag: 'keyword/grants', name: 'Fresh' });
      const renamed = correct(archive, { do: 'rename-tag', tag: 'keyword/bus', name: 'Grant' });
      await expect(renamed).rejects.toThrow(CorrectionRefused);
      await remove();
    });

    it('stops the withdrawal of the merge that made it possible', async () => {
      const { archive, remove } = await engine.create();
      await store(archive, { key: 'a', keywords: ['tax', 'bus'] });
      await correct(
        archive,
        { do: 'rename-tag', tag: 'keyword/tax', name: 'Levy' },
        { do: 'merge-tags', tag: 'keyword/tax', into: 'keyword/bus' },
        { do: 'rename-tag', tag: 'keyword/bus', name: 'Levy' },
      );
      const number = await numberOf(archive, 'merge-tags');
      await expect(archive.writes.withdrawTagCorrection(number)).rejects.toThrow(
        'keyword/bus cannot be called "Levy" (correction 3), because these words belong to keyword/tax',
      );
      await remove();
    });
  });
}
