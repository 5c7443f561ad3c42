import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildWordFilter } from '../../../../bench/training/build-word-filter.ts';
import { filterHas, hashWord } from '../../../../src/reading/mentions/discovery/word-filter.ts';

describe('a word filter', () => {
  it('has every word it was built from', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { maxLength: 200 }), (words) => {
        const filter = buildWordFilter(new Set(words));
        return words.every((word) => filterHas(filter, hashWord(word)));
      }),
    );
  });

  it('has a false positive rate of about one in a hundred', () => {
    const filter = buildWordFilter(new Set(Array.from({ length: 5000 }, (_, i) => `member${i}`)));
    const strangers = Array.from({ length: 10_000 }, (_, i) => hashWord(`stranger${i}`));
    const mistaken = strangers.filter((hash) => filterHas(filter, hash)).length;
    expect(mistaken).toBeLessThan(300);
  });
});
