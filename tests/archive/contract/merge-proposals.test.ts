import { describe, expect, it } from 'vitest';
import type { Archive } from '../../../src/archive/archive.ts';
import type { TagId } from '../../../src/model/tag.ts';
import { archiveForEachTest, engines } from '../engines.ts';
import { type Sample, sampleArticle } from '../sample-articles.ts';

/** Stores articles of an author: one for each year, in one outlet. */
async function sign(archive: Archive, author: string, years: number[], more: Partial<Sample> = {}) {
  const articles = years.map((year, index) =>
    sampleArticle({
      ...{ headline: `${author} ${year} ${index}`, authors: [author], source: 'digital-gov' },
      ...{ publishedAt: `${year}-03-01T10:00:00Z`, ...more },
    }),
  );
  await archive.writes.writeArticles(articles);
}

describe.each(engines)('merge proposals: $name', (engine) => {
  const made = archiveForEachTest(engine);
  const merges = async () =>
    (await made.archive.reads.mergeProposals(100)).items.map(({ tag, into, strength }) => [
      ...[tag.name, into.name, strength],
    ]);

  it('have evidence and the corrections that accept and reject them', async () => {
    const { archive } = made;
    await sign(archive, 'Bill Brantley', [2014, 2015, 2016]);
    await sign(archive, 'William A. Brantley', [2016, 2017]);
    const { items, total } = await archive.reads.mergeProposals(100);
    expect(total).toEqual({ value: 1, relation: 'eq' });
    expect(items).toMatchObject([
      {
        tag: { id: 'author/william-a-brantley', articleCount: 2, firstSeenAt: '2016-03-01T10:00:00Z' },
        into: { id: 'author/bill-brantley', articleCount: 3 },
        strength: 'strong',
        evidence: [
          { kind: 'short-form', words: ['william', 'bill'] },
          { kind: 'outlet', sources: ['digital-gov'] },
          { kind: 'years', years: ['2016'] },
        ],
        accept: { do: 'merge-tags', tag: 'author/william-a-brantley', into: 'author/bill-brantley' },
        reject: { do: 'keep-apart', tag: 'author/william-a-brantley', from: 'author/bill-brantley' },
      },
    ]);
  });

  it('can all be accepted in any order, after which there are none', async () => {
    const { archive } = made;
    await sign(archive, 'Bill Brantley', [2014, 2015, 2016]);
    await sign(archive, 'William Brantley', [2014, 2015]);
    await sign(archive, 'William A. Brantley', [2016]);
    const { items } = await archive.reads.mergeProposals(100);
    expect(items.map(({ into }) => into.id)).toEqual(['author/bill-brantley', 'author/bill-brantley']);
    await archive.writes.correctTags(items.map(({ accept }) => accept).toReversed(), 'desk');
    expect(await merges()).toEqual([]);
    expect(await archive.reads.tag('author', 'william-a-brantley')).toEqual({
      ...{ kind: 'moved', slug: 'bill-brantley' },
    });
  });

  it('that an editor rejected stay away until the correction is withdrawn', async () => {
    const { archive } = made;
    await sign(archive, 'Bill Brantley', [2014, 2015]);
    await sign(archive, 'William Brantley', [2014]);
    const { items } = await archive.reads.mergeProposals(100);
    await archive.writes.correctTags(
      items.map(({ reject }) => reject),
      'desk',
    );
    expect(await merges()).toEqual([]);
    const [rule] = await archive.reads.tagCorrections();
    expect(rule?.correction.do).toBe('keep-apart');
    const [proposal] = items;
    const { tag, from } = {
      tag: proposal?.into.id ?? 'author/none',
      from: proposal?.tag.id ?? 'author/none',
    };
    await archive.writes.correctTags([{ do: 'keep-apart', tag, from }], 'another desk');
    expect(await archive.reads.tagCorrections()).toEqual([rule]);
    await sign(archive, 'Bill Brantley', [2019]);
    expect(await merges()).toEqual([]);
    expect(await archive.writes.withdrawTagCorrection(rule?.number ?? 0)).toBe(true);
    expect(await merges()).toHaveLength(1);
  });

  it('lead from an account to the person whom its articles name', async () => {
    const { archive } = made;
    const tags: TagId[] = ['person/melody-kramer'];
    await sign(archive, 'melody', [2015, 2016], { source: '18f', tags });
    await sign(archive, 'Melody Kramer', [2016]);
    await sign(archive, 'Melody Mercer', [2016]);
    expect(await merges()).toEqual([['melody', 'Melody Kramer', 'fair']]);
    const [proposal] = (await archive.reads.mergeProposals(1)).items;
    expect(proposal?.evidence).toContainEqual({ kind: 'mention', articleCount: 2 });
  });

  it('lead from an account to the only author of the outlet whom it fits', async () => {
    const { archive } = made;
    await sign(archive, 'melody', [2015, 2016]);
    await sign(archive, 'Melody Kramer', [2016]);
    expect(await merges()).toEqual([['melody', 'Melody Kramer', 'fair']]);
    await sign(archive, 'Melody Mercer', [2016]);
    expect(await merges()).toEqual([]);
  });

  it('take a rare spelling in the same outlet and year for a slip, but no frequent one', async () => {
    const { archive } = made;
    await sign(archive, 'Ana Hernandez', [2015, 2015, 2015, 2016, 2016]);
    await sign(archive, 'Ana Hermandez', [2015]);
    expect(await merges()).toEqual([['Ana Hermandez', 'Ana Hernandez', 'fair']]);
    await sign(archive, 'Ana Hermandez', [2016]);
    expect(await merges()).toEqual([]);
  });

  it.each([
    ['of different outlets', 'Bill Brantley', { source: 'the-harbour-post' }, [2016]],
    ['long apart', 'Bill Brantley', {}, [2021]],
    ['who sign together', 'Bill Brantley', { authors: ['Bill Brantley', 'William Brantley'] }, [2016]],
  ])('leave out authors %s', async (_, author, more, years) => {
    await sign(made.archive, 'William Brantley', [2015, 2016]);
    await sign(made.archive, author, years, more);
    expect(await merges()).toEqual([]);
  });

  it('have keywords that differ in blanks', async () => {
    await sign(made.archive, 'Ann Lee', [2015, 2016], { keywords: ['Cyber Security', 'Art'] });
    await sign(made.archive, 'Ann Lee', [2017], { keywords: ['cybersecurity', 'arts', 'tart'] });
    expect(await merges()).toEqual([['cybersecurity', 'Cyber Security', 'strong']]);
  });

  it('are as many as the limit, with the number of all', async () => {
    for (const name of ['Ann Lee', 'Ann B. Lee', 'Bo Fox-Ek', 'Bo FoxEk'])
      await sign(made.archive, name, [2016]);
    const { items, total } = await made.archive.reads.mergeProposals(1);
    expect([items.length, total.value]).toEqual([1, 2]);
  });
});
