import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AuthorityEntry } from '../../../src/model/authority.ts';
import type { Mention } from '../../../src/model/mention.ts';
import { createLinker } from '../../../src/reading/mentions/create-linker.ts';
import { authority, seeing } from './fixture.ts';
import { sourceDocument } from './source-document.ts';

const seeds = ['people', 'organizations', 'places'].flatMap((name) => {
  const file = new URL(`../../../seeds/${name}.json`, import.meta.url);
  return existsSync(file) ? z.array(AuthorityEntry).parse(JSON.parse(readFileSync(file, 'utf8'))) : [];
});

describe.each([
  ['a small authority', authority],
  ['the seeds', seeds],
])('the source document against %s', (_name, entries) => {
  const { mentions, discovered } = createLinker(entries, seeing())(sourceDocument());
  const of = (tag: string): Mention[] => mentions.filter((mention) => mention.tag === tag);
  const written = (tag: string): string[] => of(tag).map(({ field, exact }) => `${field}: ${exact}`);

  it('knows Josep Borrell from headline to caption', () => {
    expect(written('person/josep-borrell')).toEqual([
      'headline: Borrell',
      'body: Josep Borrell',
      'body: Borrell',
      'body: Borrell',
      'body: Borrell',
      'body: Borrell',
      'body: Borrell',
      'caption: Josep Borrell',
    ]);
  });

  it('gives Borrell his roles as written', () => {
    expect(of('person/josep-borrell').map(({ role }) => role)).toEqual([
      null,
      'European Union foreign policy chief',
      "EU's high representative for foreign affairs and security policy",
      null,
      null,
      null,
      null,
      'EU High Representative for Foreign Affairs and Security Policy',
    ]);
  });

  it.each([
    ['person/cho-tae-yul', 'body', 'Cho Tae-yul', 'Foreign Minister'],
    ['person/kim-yong-hyun', 'body', 'Kim Yong-hyun', 'Defense Minister'],
    ['person/gen-nakatani', 'caption', 'Gen Nakatani', "Japan's Defence Minister"],
  ])('knows %s once, with role', (tag, field, exact, role) => {
    expect(of(tag)).toMatchObject([{ field, exact, role }]);
  });

  it('knows nobody else', () => {
    expect(new Set(mentions.map(({ tag }) => tag).filter((tag) => tag.startsWith('person/')))).toHaveLength(
      4,
    );
    expect(discovered).toEqual([]);
  });

  it('knows the organizations', () => {
    expect(written('organization/european-union').slice(0, 2)).toEqual([
      'headline: EU',
      'body: European Union',
    ]);
    expect(written('organization/european-external-action-service')).toEqual([
      'body: European External Action Service',
    ]);
  });

  it('knows South Korea by all its names, including the shared one', () => {
    expect(written('place/south-korea')).toEqual([
      'headline: S. Korea',
      'body: South Korea',
      'body: Republic of Korea',
      'body: South',
    ]);
    expect(of('place/south-korea').at(-1)).toMatchObject({ method: 'shared-head' });
  });

  it('knows the other places', () => {
    expect(written('place/north-korea')).toEqual([
      'body: North Korea',
      'body: DPRK',
      'body: North Korea',
      'body: North Korea',
    ]);
    expect(of('place/seoul')).toHaveLength(3);
    expect(written('place/tokyo')).toEqual(['caption: Tokyo']);
    expect(of('place/russia')).toHaveLength(2);
    expect(of('place/ukraine')).toHaveLength(1);
    expect(written('place/japan')).toEqual(['caption: Japan']);
    const zone = mentions.filter(({ tag }) => /zone|dmz/.test(tag));
    expect(zone.map(({ exact }) => exact)).toEqual(['Demilitarized Zone', 'Demilitarised Zone', 'DMZ']);
  });
});
