import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createFingerprintTable } from '../../../src/archive/core/fingerprint-table.ts';

interface Fingerprint {
  key: number;
  bands: number[];
}

/** What the table has to say, read off a plain list of fingerprints, oldest first. */
function counted(articles: Fingerprint[], bands: number[]): Map<number, number> {
  const shared = new Map<number, number>();
  for (const [band, value] of bands.entries()) {
    for (const { key } of articles.filter((article) => article.bands[band] === value).slice(-20)) {
      if (!Number.isNaN(key)) shared.set(key, (shared.get(key) ?? 0) + 1);
    }
  }
  return shared;
}

// Few values make many articles share a band; the largest ones make different bands hash alike.
const bandsOfText = fc.array(fc.oneof(fc.nat(3), fc.constantFrom(255, 256, 65_535), fc.nat(65_535)), {
  minLength: 8,
  maxLength: 8,
});
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ put: bandsOfText }) },
  { weight: 1, arbitrary: fc.record({ rename: fc.nat(), gone: fc.boolean() }) },
);

it('counts shared bands as a plain list of fingerprints does, however many come, move and go', () => {
  fc.assert(
    fc.property(fc.array(step, { size: 'large', maxLength: 400 }), fc.array(bandsOfText), (steps, asked) => {
      const table = createFingerprintTable();
      const plain: Fingerprint[] = [];
      for (const [index, each] of steps.entries()) {
        if ('put' in each) {
          table.put(-index, each.put);
          plain.push({ key: -index, bands: each.put });
          continue;
        }
        const article = plain[each.rename % plain.length];
        if (!article || Number.isNaN(article.key)) continue;
        const to = each.gone ? Number.NaN : 2 ** 40 + index;
        table.rename(article.key, to);
        article.key = to;
      }
      expect(table.size()).toBe(plain.length);
      for (const bands of [...asked, ...plain.slice(0, 20).map((article) => article.bands)]) {
        const shared = new Map<number, number>();
        table.count(bands, shared);
        expect(shared).toEqual(counted(plain, bands));
      }
    }),
  );
});

it('counts the newest twenty of a band that thousands have', () => {
  const table = createFingerprintTable();
  for (let key = 0; key < 5_000; key++) table.put(key, [7, key, key + 1, key + 2, key + 3, 1, 2, 3]);
  const shared = new Map<number, number>();
  table.count([7, 4_000, 0, 0, 0, 0, 0, 0], shared);
  expect([...shared.keys()].sort((a, b) => a - b)).toEqual([
    4_000,
    ...Array.from({ length: 20 }, (_, index) => 4_980 + index),
  ]);
});
