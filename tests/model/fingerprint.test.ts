import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bandsOf } from '../../src/model/fingerprint.ts';
import { resemblance, shinglesOf } from '../../src/model/shingles.ts';

const words = fc.array(fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 1, maxLength: 6 }), {
  minLength: 150,
  maxLength: 300,
});

/** How many bands two fingerprints have in common, place by place. */
function shared(one: number[], other: number[]): number {
  return one.filter((band, place) => band === other[place]).length;
}

/** The share of texts that share a band with a copy of themselves in which every `nth` word is another. */
function shareFound(every: number): number {
  let found = 0;
  const texts = fc.sample(words, { numRuns: 200, seed: 7 });
  for (const text of texts) {
    const later = text.map((word, index) => (index % every === 0 ? `${word}x` : word));
    if (shared(bandsOf(text.join(' ')), bandsOf(later.join(' '))) > 0) found++;
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

test('bands are numbers of 16 bits', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      for (const band of bandsOf(text)) {
        expect(Number.isInteger(band)).toBe(true);
        expect(band).toBeGreaterThanOrEqual(0);
        expect(band).toBeLessThan(2 ** 16);
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

test('texts that have no run of words in common never share two bands, and hardly ever one', () => {
  const texts = fc.sample(words, { numRuns: 100, seed: 11 }).map((text) => bandsOf(text.join(' ')));
  const counts = texts.flatMap((bands, index) => texts.slice(index + 1).map((other) => shared(bands, other)));
  expect(Math.max(...counts)).toBeLessThan(2);
  expect(counts.filter((count) => count > 0).length).toBeLessThanOrEqual(3);
});

test('letters outside of ASCII and the basic plane are letters', () => {
  expect(shinglesOf('Größe München çok').size).toBe(1);
  expect(resemblance(shinglesOf('GRÖSSE über 𝒜𝒷 alles'), shinglesOf('grösse, ÜBER “𝒜𝒷” alles'))).toBe(1);
});
