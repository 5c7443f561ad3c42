import { describe, expect, it } from 'vitest';
import type { Archive } from '../../../src/archive/archive.ts';
import type { SourceId } from '../../../src/model/source-id.ts';
import type { TagId } from '../../../src/model/tag.ts';
import type { TagIdentity } from '../../../src/model/tag-identity.ts';
import type { TagSummary } from '../../../src/model/tag-summary.ts';
import { archiveForEachTest, engines } from '../engines.ts';
import { nameOf, sampleArticle, sampleEntry } from '../sample-articles.ts';

const idAt = (value: string, source: string | null = null): SourceId => ({
  source,
  scheme: 'https://a.example/people/',
  value,
});

/** Imports an article that states a tag. */
async function state(
  archive: Archive,
  key: string,
  tag: TagId,
  identity: Partial<TagIdentity> = {},
): Promise<string> {
  const stated = { tag, name: nameOf(tag), wikidata: null, sourceIds: [], geo: null, ...identity };
  const article = { ...sampleArticle({ key, headline: key, tags: [tag] }), identities: [stated] };
  await archive.writes.writeArticles([article]);
  const { items } = await archive.reads.articles({
    filter: { search: { kind: 'words', words: [key], field: 'headline', match: 'forms' } },
    ...{ sort: 'newest', form: 'card', limit: 1, count: 'none' },
  });
  return JSON.parse(items[0] ?? '{}').tags.map(({ id }: { id: string }) => id)[0];
}

async function tagOf(archive: Archive, id: TagId): Promise<TagSummary | undefined> {
  const [type = '', slug = ''] = id.split('/');
  const found = await archive.reads.tag(type as 'person', slug);
  return found.kind === 'found' ? JSON.parse(found.value) : undefined;
}

describe.each(engines)('stated tags in $name', (engine) => {
  const test = archiveForEachTest(engine);

  it('have the identifiers and coordinates of sources', async () => {
    const { archive } = test;
    const geo = { latitude: 52.5, longitude: 13.4 };
    await state(archive, 'one', 'place/berlin', { wikidata: 'Q64', sourceIds: [idAt('berlin')], geo });
    await state(archive, 'two', 'place/berlin', { wikidata: 'Q64', sourceIds: [idAt('9', 'the-post')] });
    expect(await tagOf(archive, 'place/berlin')).toMatchObject({
      externalIds: { wikidata: 'Q64' },
      geo,
      sourceIds: [idAt('berlin'), idAt('9', 'the-post')],
    });
  });

  it('with one identifier and several names are one tag', async () => {
    const { archive } = test;
    await state(archive, 'one', 'person/ann-lee', { sourceIds: [idAt('7')] });
    expect(await state(archive, 'two', 'person/annabel-lee', { sourceIds: [idAt('7')] })).toBe(
      'person/ann-lee',
    );
    expect(await state(archive, 'three', 'person/bo-ek', { sourceIds: [idAt('8')] })).toBe('person/bo-ek');
    expect(await state(archive, 'four', 'person/bo-ek', { wikidata: 'Q5' })).toBe('person/bo-ek');
    expect(await state(archive, 'five', 'person/robert-ek', { wikidata: 'Q5' })).toBe('person/bo-ek');
    expect(await tagOf(archive, 'person/ann-lee')).toMatchObject({ name: 'Ann Lee', articleCount: 2 });
    expect(await tagOf(archive, 'person/annabel-lee')).toBeUndefined();
  });

  it('with one identifier of different sources are two tags', async () => {
    const { archive } = test;
    await state(archive, 'one', 'person/ann-lee', { sourceIds: [idAt('7', 'the-post')] });
    const other = await state(archive, 'two', 'person/bo-ek', { sourceIds: [idAt('7', 'the-times')] });
    expect(other).toBe('person/bo-ek');
  });

  it('with one name and different Wikidata items are two tags', async () => {
    const { archive } = test;
    await state(archive, 'one', 'person/ann-lee', { wikidata: 'Q1' });
    expect(await state(archive, 'two', 'person/ann-lee', { wikidata: 'Q2' })).toBe('person/ann-lee-q2');
    expect(await state(archive, 'three', 'person/ann-lee', { wikidata: 'Q1' })).toBe('person/ann-lee');
    expect(await state(archive, 'four', 'person/ann-lee', { wikidata: 'Q2' })).toBe('person/ann-lee-q2');
    expect(await tagOf(archive, 'person/ann-lee-q2')).toMatchObject({
      name: 'Ann Lee',
      externalIds: { wikidata: 'Q2' },
      articleCount: 2,
    });
  });

  it('found in a text before get their Wikidata item later, and never another', async () => {
    const { archive } = test;
    await archive.writes.writeArticles([sampleArticle({ key: 'early', tags: ['person/ann-lee'] })]);
    expect(await state(archive, 'one', 'person/ann-lee', { wikidata: 'Q1' })).toBe('person/ann-lee');
    await state(archive, 'two', 'person/ann-lee', { wikidata: 'Q2' });
    expect(await tagOf(archive, 'person/ann-lee')).toMatchObject({
      externalIds: { wikidata: 'Q1' },
      articleCount: 2,
    });
    expect(await archive.reads.tag('person', 'Q1')).toEqual({ kind: 'moved', slug: 'ann-lee' });
    const { items } = await archive.reads.tags({
      ...{ type: 'person', wikidata: 'Q1', sort: 'name', limit: 10, count: 'none' },
    });
    expect(items.map((item) => JSON.parse(item).id)).toEqual(['person/ann-lee']);
  });

  it('of a name that two tags have do not guess which of them has a Wikidata item', async () => {
    const { archive } = test;
    await archive.writes.writeTags([sampleEntry('person/ann-lee-2', { name: 'Ann Lee' })]);
    await archive.writes.writeArticles([sampleArticle({ key: 'early', tags: ['person/ann-lee'] })]);
    expect(await state(archive, 'one', 'person/ann-lee', { wikidata: 'Q1' })).toBe('person/ann-lee-q1');
  });

  it('of an authority file stay as described there', async () => {
    const { archive } = test;
    await archive.writes.writeTags([sampleEntry('person/ann-lee')]);
    await state(archive, 'one', 'person/ann-lee', { wikidata: 'Q1', sourceIds: [idAt('7')] });
    expect(await tagOf(archive, 'person/ann-lee')).toMatchObject({
      externalIds: { wikidata: null },
      sourceIds: [],
      articleCount: 1,
    });
    expect(await state(archive, 'two', 'person/annabel-lee', { sourceIds: [idAt('7')] })).toBe(
      'person/ann-lee',
    );
  });

  it('keep their identifiers when an editor renames them, and lead to the tag they were merged into', async () => {
    const { archive } = test;
    await state(archive, 'one', 'person/ann-lee', { wikidata: 'Q1', sourceIds: [idAt('7')] });
    await archive.writes.correctTags(
      [{ do: 'rename-tag', tag: 'person/ann-lee', name: 'Dame Ann' }],
      'editor',
    );
    expect(await tagOf(archive, 'person/dame-ann')).toMatchObject({
      externalIds: { wikidata: 'Q1' },
      sourceIds: [idAt('7')],
    });
    await state(archive, 'two', 'person/bo-ek', { sourceIds: [idAt('8')] });
    const merged = { do: 'merge-tags', tag: 'person/bo-ek', into: 'person/ann-lee' } as const;
    await archive.writes.correctTags([merged], 'editor');
    expect(await state(archive, 'three', 'person/bob-ek', { sourceIds: [idAt('8')] })).toBe('person/ann-lee');
  });
});
