import { expect, test } from 'vitest';
import { contentHash } from '../../src/reading/content-hash.ts';
import type { ArticleFields } from '../../src/reading/formats/compose-draft.ts';
import { composeDraft } from '../../src/reading/formats/compose-draft.ts';

const settings = { source: null, timeZone: 'UTC', language: 'en', map: {} };
const plain: ArticleFields = {
  ...{ format: 'json', path: 'a.json', line: null, key: 'a', ordinal: 0, url: null },
  ...{ headline: 'Harbour opens', standfirst: null, bylines: [], published: ['2024-11-03T10:00:00Z'] },
  ...{ updated: [], language: 'en', keywords: [], summaryOnly: false },
  images: [{ url: 'https://a.example/1.jpg', caption: 'The harbour.', credit: null }],
  pieces: [{ kind: 'paragraph', level: null, text: 'The harbour opened on Sunday.' }],
};

const hashOf = (stated: Partial<ArticleFields>): string => {
  const reading = composeDraft({ ...plain, ...stated }, settings);
  if (reading.kind !== 'draft') throw new Error('no draft');
  return contentHash(reading.draft);
};

test('the hash of an article without optional fields is that of earlier versions', () => {
  expect(hashOf({})).toBe('5dcd24451159455ed1261746cb7dd1db650d81c9480881c078ebf841bc9cd263');
});

test.each<Partial<ArticleFields>>([
  { rights: { holder: 'Yonhap', notice: null, usageTerms: null } },
  { rights: { holder: null, notice: null, usageTerms: 'No archive.' } },
  { urgency: 4 },
  { slugline: 'HARBOUR' },
  { editorsNote: 'HARBOUR' },
  { location: 'HARBOUR' },
  { images: [{ url: 'https://a.example/1.jpg', caption: 'The harbour.', credit: null, alt: 'Boats' }] },
])('an optional field changes the hash: %j', (stated) => {
  const others = [{}, { slugline: 'HARBOUR' }, { editorsNote: 'HARBOUR' }, { location: 'HARBOUR' }];
  const different = others.filter((other) => JSON.stringify(other) !== JSON.stringify(stated));
  for (const other of different) expect(hashOf(stated)).not.toBe(hashOf(other));
});

test('the size of an image does not change the hash', () => {
  const [image] = plain.images;
  if (!image) throw new Error('no image');
  expect(hashOf({ images: [{ ...image, width: 1200, height: 800, type: 'image/jpeg' }] })).toBe(hashOf({}));
});

test('a location that repeats the dateline is left out', () => {
  const text = 'SEOUL, Nov. 3 (Yonhap) — The harbour opened on Sunday.';
  const pieces = [{ kind: 'paragraph' as const, level: null, text }];
  expect(hashOf({ pieces, location: 'Seoul' })).toBe(hashOf({ pieces }));
});
