import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bandsOf } from '../../src/news/fingerprint.ts';
import { resemblance, shinglesOf } from '../../src/news/shingles.ts';

const words = fc.array(fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 1, maxLength: 6 }), {
  minLength: 150,
  maxLength: 300,
});

/** The share of texts that share a band with a copy of themselves in which every `nth` word is another. */
function shareFound(every: number): number {
  let found = 0;
  const texts = fc.sample(words, { numRuns: 200, seed: 7 });
  for (const text of texts) {
    const later = text.map((word, index) => (index % every === 0 ? `${word}x` : word));
    const bands = new Set(bandsOf(text.join(' ')));
    if (bandsOf(later.join(' ')).some((band) => bands.has(band))) found++;
  }
  return found / texts.length;
}

test('a text is wholly like itself, whatever its case and punctuation', () => {
  const one = shinglesOf('The minister said on Sunday: "No."');
  expect(resemblance(one, shinglesOf('the minister said — on Sunday, “no”'))).toBe(1);
});

test('resemblance is the share of three-word runs that both texts have', () => {
  expect(resemblance(shinglesOf('a b c d'), shinglesOf('a b c e'))).toBeCloseTo(1 / 3);
  expect(resemblance(shinglesOf('a b c'), shinglesOf('d e f'))).toBe(0);
  expect(resemblance(shinglesOf(''), shinglesOf(''))).toBe(0);
});

test('the same text has the same eight bands, a text without words none', () => {
  expect(bandsOf('The minister said no.')).toEqual(bandsOf('The minister said no.'));
  expect(bandsOf('One two three four.')).toHaveLength(8);
  expect(bandsOf('…')).toEqual([]);
});

test('bands are whole numbers that a database can hold', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      for (const band of bandsOf(text)) {
        expect(Number.isSafeInteger(band)).toBe(true);
        expect(band).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});

test('a later take with one word in forty changed shares a band nearly always', () => {
  expect(shareFound(40)).toBeGreaterThan(0.98);
});

test('a later take with one word in twelve changed shares a band mostly', () => {
  expect(shareFound(12)).toBeGreaterThan(0.8);
});

test('texts that have no run of words in common share no band', () => {
  const texts = fc.sample(words, { numRuns: 100, seed: 11 }).map((text) => bandsOf(text.join(' ')));
  const shared = texts.filter((bands, index) =>
    texts.some((other, at) => at !== index && other.some((band) => bands.includes(band))),
  );
  expect(shared.length).toBeLessThanOrEqual(2);
});
