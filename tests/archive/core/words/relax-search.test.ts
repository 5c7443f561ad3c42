import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RelaxReads, relaxSearch } from '../../../../src/archive/core/words/relax-search.ts';
import { splitTerms } from '../../../../src/archive/core/words/split-terms.ts';
import type { SearchExpression } from '../../../../src/model/query.ts';
import { plainWords, type Relaxation, relaxedQuery } from '../../../../src/model/relaxed-search.ts';
import { isPlainSearch, parseSearch } from '../../../../src/model/search-syntax.ts';
import { searchFor } from '../../search-for.ts';

const nothing: Relaxation = { dropped: [], corrected: [], synonyms: [], anyWord: false };
const words = ['the', 'goverment', 'of', 'Korea?'];

/** Reads that count by the number of searches before. */
function counting(
  counts: number[],
  reads: Partial<RelaxReads> = {},
): RelaxReads & { searches: SearchExpression[] } {
  const searches: SearchExpression[] = [];
  return {
    searches,
    count(search) {
      searches.push(search);
      return counts[searches.length - 1] ?? 0;
    },
    correct: (word) => (word === 'goverment' ? { to: 'government', occurs: true } : undefined),
    synonyms: () => [{ start: 3, end: 4, names: ['Republic of Korea'] }],
    ...reads,
  };
}

const relaxed = (counts: number[]) => relaxSearch(searchFor(words.join(' ')), counting(counts));

describe('a search', () => {
  it('that finds three articles is not relaxed', () => {
    expect(relaxed([3])).toBeUndefined();
  });

  it('stops at the first step that finds three', () => {
    const dropped = { ...nothing, dropped: [0, 2] };
    const corrected = { ...dropped, corrected: [{ at: 1, to: 'government', kept: true }] };
    const synonyms = { ...corrected, synonyms: [{ start: 3, end: 4, names: ['Republic of Korea'] }] };
    expect(relaxed([0, 3])).toEqual(dropped);
    expect(relaxed([0, 0, 3])).toEqual(corrected);
    expect(relaxed([0, 0, 1, 3])).toEqual(synonyms);
    expect(relaxed([0, 0, 1, 1, 3])).toEqual({ ...synonyms, anyWord: true });
  });

  it('takes the step that finds most if none finds three, and none that finds no more', () => {
    expect(relaxed([0, 1, 2, 2, 2])).toMatchObject({ anyWord: false, synonyms: [] });
    expect(relaxed([1, 1, 1, 1, 1])).toBeUndefined();
  });

  it.each(['"goverment"', '=goverment', 'a -goverment', 'a OR goverment', 'govern*', 'body:goverment'])(
    'with operators is not relaxed: %s',
    (text) => {
      expect(relaxSearch(searchFor(text), counting([]))).toBeUndefined();
      expect(isPlainSearch(text)).toBe(false);
    },
  );

  it.each(['(a b)', 'a AND b'])('with other operators is not plain: %s', (text) => {
    expect(isPlainSearch(text)).toBe(false);
  });
});

describe('a relaxed search', () => {
  const all: Relaxation = {
    dropped: [0, 2],
    corrected: [{ at: 1, to: 'government', kept: true }],
    synonyms: [{ start: 3, end: 4, names: ['Republic of "Korea"'] }],
    anyWord: false,
  };

  it('is written as people type searches', () => {
    expect(relaxedQuery(words, all)).toEqual({
      q: '(goverment OR government) (Korea OR "Republic of  Korea ")',
      steps: [
        {
          step: 'stop-words',
          words: [
            { word: 'the', searched: [] },
            { word: 'of', searched: [] },
          ],
        },
        { step: 'spelling', words: [{ word: 'goverment', searched: ['goverment', 'government'] }] },
        { step: 'synonyms', words: [{ word: 'Korea', searched: ['Korea', 'Republic of "Korea"'] }] },
      ],
    });
    expect(relaxedQuery(words, { ...all, anyWord: true })?.q).toBe(
      'goverment OR government OR Korea OR "Republic of  Korea "',
    );
  });

  it('needs all words of a name, or another name', () => {
    const names = { ...nothing, dropped: [1], synonyms: [{ start: 0, end: 3, names: ['Foggy Bottom'] }] };
    expect(relaxedQuery(['department', 'of', 'state', 'budget'], names)?.q).toBe(
      '(department state OR "Foggy Bottom") budget',
    );
  });

  it('is none if it breaks a limit of searches', () => {
    const many = Array.from({ length: 31 }, (_, index) => `w${index}`);
    const synonyms = [{ start: 0, end: 1, names: ['three more words'] }];
    expect(relaxedQuery(many, { ...nothing, synonyms })).toBeUndefined();
  });

  it('without changes has the terms of the words as typed', () => {
    const word = fc.oneof(
      fc.constantFrom('C++', '.NET', '#tag', '(', "'OR'", '–2020', '3.5', 'don’t', '¿#tag', '5”', 'foo:bar'),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (typed) => {
        const text = typed.join(' ');
        const parsed = parseSearch(text);
        if ('error' in parsed || !isPlainSearch(text)) return;
        const plain = plainWords(parsed.expression) ?? [];
        const query = relaxedQuery(plain, nothing);
        if (query === undefined) return;
        const formsOf = (each: string[]) => splitTerms(each.join(' ')).map(({ form }) => form);
        expect(formsOf(plainWords(searchFor(query.q)) ?? [])).toEqual(formsOf(plain));
      }),
      { numRuns: 2_000 },
    );
  });
});
