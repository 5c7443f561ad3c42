import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { mediaTopicBySlug } from '../../src/model/media-topics.ts';
import { builtInPlaces } from '../../src/model/places.ts';
import { SeedSettings } from '../../src/model/seed-settings.ts';
import { seedEntries } from './authority-files.ts';

const settings = SeedSettings.parse(JSON.parse(readFileSync('seeds/seed.json', 'utf8')));
const entries = settings.authority.flatMap(seedEntries);
const known = new Set([...entries, ...builtInPlaces()].map(({ id }) => id));
const isKnown = (tag: string) => known.has(tag) || mediaTopicBySlug(tag.replace('topic/', '')) !== undefined;

describe('the source document', () => {
  const [article = ''] = settings.files;
  const original = `../shared/source/${article.replace('articles/', '')}`;

  test('is the one that SHA256SUMS names', () => {
    const sum = createHash('sha256')
      .update(readFileSync(`seeds/${article}`))
      .digest('hex');
    expect(readFileSync('seeds/SHA256SUMS', 'utf8')).toBe(`${sum}  ${article}\n`);
    expect(sum).toBe('a4ca4bd4d05bd2056454d6d11b960686b844f95bf54c6caaf39cdcc47fd3ea82');
  });

  test.skipIf(!existsSync(original))('is a byte for byte copy of the original', () => {
    expect(readFileSync(`seeds/${article}`).equals(readFileSync(original))).toBe(true);
  });
});

describe('the authority files', () => {
  test('give each tag once, with the id that type and slug make', () => {
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    for (const { id, type, slug } of entries) expect(id).toBe(`${type}/${slug}`);
  });

  test('refer to nothing that neither they nor the built-in vocabulary know', () => {
    for (const entry of entries) {
      const members = entry.rules
        .flatMap(({ all }) => all.flat())
        .filter((member) => !member.startsWith('~'));
      for (const tag of [...entry.broader, ...entry.distinctFrom, ...members]) {
        expect(isKnown(tag), `${entry.id} refers to ${tag}`).toBe(true);
      }
    }
  });

  test('have no alias that two entries claim', () => {
    const claims = entries.flatMap(({ id, name, aliases }) =>
      [name, ...aliases].map((text) => ({ text, id })),
    );
    const owners = Map.groupBy(claims, ({ text }) => text.toLowerCase());
    for (const [text, claimed] of owners) expect(claimed.length, text).toBe(1);
  });

  test('agree with the built-in places on country, wider places and Wikidata item', () => {
    for (const place of builtInPlaces()) {
      const entry = entries.find(({ id }) => id === place.id);
      if (entry) expect([entry.country, entry.broader]).toEqual([place.country, place.broader]);
      if (entry && place.externalIds.wikidata) expect(entry.externalIds).toEqual(place.externalIds);
    }
  });
});

test('settings with an unknown time zone, a path outside the folder or an unknown key are refused', () => {
  const fault = (change: object) => SeedSettings.safeParse({ ...settings, ...change }).error?.issues[0]?.path;
  expect(fault({ timeZone: 'Asia/Atlantis' })).toEqual(['timeZone']);
  expect(fault({ files: ['../secret'] })).toEqual(['files', 0]);
  expect(fault({ files: ['/etc/passwd'] })).toEqual(['files', 0]);
  expect(SeedSettings.safeParse({ ...settings, zone: 'UTC' }).success).toBe(false);
});
