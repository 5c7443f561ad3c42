import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { mediaTopicRows } from '../../scripts/media-topic-rows.ts';
import { placeRows } from '../../scripts/place-rows.ts';
import { mediaTopic, mediaTopicBySlug, mediaTopics } from '../../src/model/media-topics.ts';
import { builtInPlaces } from '../../src/model/places.ts';
import { TagId } from '../../src/model/tag.ts';
import { builtInEntries, withBuiltInPlaces } from '../../src/model/vocabulary.ts';

const original = '../shared/standards/mediatopics/mediatopics.jsonl';
const linesOf = (path: string): unknown[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('IPTC Media Topics', () => {
  test('are found by code, bare code, URL and slug', () => {
    expect(mediaTopic('medtop:20000062')?.name).toBe('war');
    expect(mediaTopic('20000062')?.slug).toBe('war');
    expect(mediaTopic('http://cv.iptc.org/newscodes/mediatopic/20000062')?.slug).toBe('war');
    expect(mediaTopicBySlug('war')?.code).toBe('medtop:20000062');
    expect(mediaTopic('medtop:99999999')).toBeUndefined();
    expect(mediaTopic('2000006')).toBeUndefined();
  });

  test('have slugs that make tag ids, each once', () => {
    const slugs = mediaTopics().map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(slugs.length);
    for (const slug of slugs) expect(TagId.safeParse(`topic/${slug}`).success, slug).toBe(true);
  });

  test('keep retired concepts, with the plain slug for the one in use', () => {
    expect(mediaTopic('medtop:20000905')?.retired).toBe('2017-07-04');
    expect(mediaTopicBySlug('road-cycling')?.retired).toBeUndefined();
  });

  test.skipIf(!existsSync(original))('are what the generator makes of the IPTC list', async () => {
    expect(linesOf('seeds/vocabulary/mediatopics.jsonl')).toEqual(await mediaTopicRows(original));
  });
});

describe('built-in places', () => {
  const byId = new Map(builtInPlaces().map((place) => [place.id, place]));

  test('are what the generator makes of its packages', () => {
    expect(linesOf('seeds/vocabulary/places.jsonl')).toEqual(placeRows());
  });

  test('lie in places that come before them', () => {
    const before = new Set<string>();
    for (const { id, broader } of builtInPlaces()) {
      for (const wider of broader) expect(before.has(wider), `${id} in ${wider}`).toBe(true);
      expect(TagId.safeParse(id).success, id).toBe(true);
      expect(before.has(id), id).toBe(false);
      before.add(id);
    }
  });

  test('know countries by code and Wikidata item, and capitals by country', () => {
    expect(byId.get('place/netherlands')).toMatchObject({ country: 'NL', externalIds: { wikidata: 'Q55' } });
    expect(byId.get('place/paris')).toMatchObject({ country: 'FR', broader: ['place/france'] });
    expect(byId.get('place/hong-kong')).toMatchObject({ country: 'HK', broader: ['place/china'] });
  });

  test('have no name that is a word or a person more often', () => {
    const names = new Set([...byId.values()].flatMap(({ name, aliases }) => [name, ...aliases]));
    for (const name of ['Georgia', 'Jersey', 'Victoria', 'Malé', 'America', 'Holland', 'Kingston']) {
      expect(names.has(name), name).toBe(false);
    }
  });

  test('give way to an entry of the archive with the same id', () => {
    const japan = byId.get('place/japan');
    const own = japan ? [{ ...japan, aliases: ['Nippon'] }] : [];
    const all = withBuiltInPlaces(own);
    expect(all).toHaveLength(byId.size);
    expect(all.find(({ id }) => id === 'place/japan')?.aliases).toEqual(['Nippon']);
  });
});

test('an archive takes in the tags it needs and those wider than them, nothing else', () => {
  const tags = ['topic/war', 'place/paris', 'person/nobody', 'topic/unheard-of', 'topic/war'];
  expect(builtInEntries(tags, new Set()).map(({ id }) => id)).toEqual([
    'topic/conflict-war-and-peace',
    'topic/armed-conflict',
    'topic/war',
    'place/europe',
    'place/france',
    'place/paris',
  ]);
});

test('an archive keeps its own description of a tag', () => {
  const known = new Set(['place/france', 'topic/war']);
  expect(builtInEntries(['topic/war', 'place/paris'], known).map(({ id }) => id)).toEqual(['place/paris']);
});
