import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyCorrections } from '../../src/model/apply-corrections.ts';
import { ArticleCorrection, TagCorrection } from '../../src/model/correction.ts';
import { occurrencesOf } from '../../src/model/occurrences.ts';
import { sampleArticle } from '../archive/sample-articles.ts';

const article = sampleArticle({
  headline: 'Ada Birch and Kim meet',
  body: 'Kim came late. Kimchi was served.',
  tags: ['person/ada-birch', 'person/kim', 'topic/food'],
  caption: 'Kim at the quay.',
  quotes: [
    { exact: 'We are late', speaker: 'person/kim' },
    { exact: 'We are not', speaker: 'person/ada-birch' },
  ],
});

/** The mentions of the corrected article as `tag exact@start`. */
function mentions(...corrections: (ArticleCorrection | TagCorrection)[]): string[] {
  return applyCorrections(article, corrections).mentions.map(
    ({ tag, field, exact, start, method }) => `${field}:${start} ${exact} ${tag} ${method}`,
  );
}

test('occurrences are whole words', () => {
  expect(occurrencesOf('Kim', 'Kim and Kimchi, Kim. ÉKim')).toEqual([0, 16]);
  expect(occurrencesOf('', 'Kim')).toEqual([]);
  expect(occurrencesOf('aa', 'aa aa')).toEqual([0, 3]);
});

test('nothing to correct leaves the article as it is', () => {
  expect(applyCorrections(article, [])).toBe(article);
  expect(applyCorrections(article, [{ do: 'remove-tag', tag: 'person/nobody' }])).toBe(article);
});

describe('a mention', () => {
  test("is added where its words stand, as the editor's", () => {
    expect(mentions({ do: 'put-mention', tag: 'person/kim', field: 'body', exact: 'Kim' })).toContain(
      'body:0 Kim person/kim editor',
    );
    expect(mentions({ do: 'put-mention', tag: 'person/kim', field: 'caption', exact: 'Kim' })).toContain(
      'caption:0 Kim person/kim editor',
    );
  });

  test('is given to somebody else, in place of the one that overlaps', () => {
    const given = mentions({ do: 'put-mention', tag: 'person/ann-lee', field: 'body', exact: 'Ada Birch' });
    expect(given.filter((mention) => mention.includes('Ada Birch'))).toEqual([
      expect.stringMatching(/^body:\d+ Ada Birch person\/ann-lee editor$/),
    ]);
  });

  test('is left out where the words are gone', () => {
    expect(
      mentions({ do: 'put-mention', tag: 'person/kim', field: 'body', exact: 'Kim', occurrence: 9 }),
    ).toEqual(mentions());
  });

  test('is taken away by its words, or all of a tag', () => {
    expect(mentions({ do: 'remove-mention', field: 'body', exact: 'Kim' }).join()).not.toContain(
      'person/kim',
    );
    expect(mentions({ do: 'remove-tag', tag: 'person/kim' }).join()).not.toContain('person/kim');
    expect(mentions({ do: 'remove-mention', field: 'body', exact: 'Kim', tag: 'person/other' })).toEqual(
      mentions(),
    );
  });
});

test('of several corrections of one thing the last is right', () => {
  const corrected = applyCorrections(article, [
    { do: 'set', headline: 'One' },
    { do: 'set', headline: 'Two', standfirst: 'More' },
  ]);
  expect(corrected).toMatchObject({ headline: 'Two', standfirst: 'More' });
});

test('a byline loses the authors who are hidden, and its mentions move', () => {
  const person = (name: string) => ({ name, kind: 'person' as const, role: null, email: null });
  const mention = {
    tag: 'person/bo-ek',
    name: 'Bo Ek',
    field: 'byline',
    image: null,
    exact: 'Bo Ek',
  } as const;
  const signed = (byline: string, ...names: string[]) => {
    const start = byline.indexOf('Bo Ek');
    const found = { ...mention, start, end: start + 5, role: null, method: 'byline', confidence: 1 };
    const mentions = start < 0 ? [] : [found];
    return { ...article, byline, authors: names.map(person), mentions };
  };
  const hide = { do: 'drop-tag', tag: 'author/ann-lee' } as const;
  const hidden = applyCorrections(signed('Ann Lee and Bo Ek', 'Ann Lee', 'Bo Ek'), [hide]);
  expect(hidden.byline).toBe('Bo Ek');
  expect(hidden.mentions.map(({ start }) => start)).toEqual([0]);
  expect(applyCorrections(signed('Ann Lee in Oslo', 'Ann Lee'), [hide]).byline).toBeNull();
  expect(applyCorrections(signed('Lee, Ann', 'Ann Lee'), [hide]).byline).toBeNull();
  const unnamed = signed('By the news desk', 'Ann Lee');
  expect(applyCorrections(unnamed, [{ do: 'remove-tag', tag: 'author/ann-lee' }]).byline).toBe(
    unnamed.byline,
  );
});

test('a byline names its authors, unless they are given', () => {
  const authors = (byline: string) =>
    applyCorrections(article, [{ do: 'set', byline }]).authors.map(({ name }) => name);
  expect(authors('Ann Lee, Bo Ek and Cy Fir')).toEqual(['Ann Lee', 'Bo Ek', 'Cy Fir']);
  const agency = { name: 'Wire', kind: 'agency' as const, role: null, email: null };
  expect(applyCorrections(article, [{ do: 'set', byline: 'Wire', authors: [agency] }]).authors).toEqual([
    agency,
  ]);
});

test('mentions in a new headline stand where their words stand now, or nowhere', () => {
  const read = applyCorrections(article, [
    { do: 'put-mention', tag: 'person/kim', field: 'headline', exact: 'Kim' },
    { do: 'put-mention', tag: 'person/ada-birch', field: 'headline', exact: 'Ada Birch' },
  ]);
  const { mentions: moved } = applyCorrections(read, [{ do: 'set', headline: 'Late again: Kim' }]);
  expect(moved.filter(({ field }) => field === 'headline')).toMatchObject([
    { exact: 'Kim', start: 12, end: 15 },
  ]);
});

test('a quote gets its speaker or goes, by its beginning and number', () => {
  const { quotes } = applyCorrections(article, [
    { do: 'set-speaker', exact: 'We are', occurrence: 2, speaker: 'person/kim', name: 'Kim Y.' },
    { do: 'remove-quote', exact: 'We are late' },
  ]);
  expect(quotes).toMatchObject([
    { exact: 'We are not', speaker: { tag: 'person/kim', name: 'Kim Y.' }, method: 'editor', confidence: 1 },
  ]);
});

test('a merged tag is the other one in mentions, quotes and topics', () => {
  const merged = applyCorrections(article, [
    { do: 'merge-tags', tag: 'person/kim', into: 'person/kim-yong' },
  ]);
  expect(JSON.stringify(merged)).not.toContain('"person/kim"');
  expect(merged.quotes[0]?.speaker?.tag).toBe('person/kim-yong');
});

test('whatever is put where, every mention slices to its words and no two names overlap', () => {
  const words = fc.constantFrom('Kim', 'Kim came', 'Ada Birch', 'Ada Birch was', 'late', 'Birch');
  const put = fc.record({
    do: fc.constant('put-mention' as const),
    tag: fc.constantFrom('person/kim', 'person/ann-lee', 'place/quay'),
    field: fc.constant('body' as const),
    exact: words,
    occurrence: fc.integer({ min: 1, max: 3 }),
  });
  fc.assert(
    fc.property(fc.array(put, { maxLength: 8 }), (corrections) => {
      const names = applyCorrections(article, corrections).mentions.filter(
        ({ tag }) => !tag.startsWith('topic/'),
      );
      for (const [at, { start, end, exact }] of names.entries()) {
        expect(article.body.text.slice(start, end)).toBe(exact);
        expect(start).toBeGreaterThanOrEqual(names[at - 1]?.end ?? 0);
      }
    }),
  );
});

test('what is no correction is refused', () => {
  for (const wrong of [
    { do: 'set' },
    { do: 'set', headline: '' },
    { do: 'add-tag', tag: 'Kim' },
    { do: 'burn' },
  ]) {
    expect(ArticleCorrection.safeParse(wrong).success).toBe(false);
  }
  const merge = { do: 'merge-tags', tag: 'person/a', into: 'person/a' };
  expect(TagCorrection.safeParse(merge).success).toBe(false);
  expect(TagCorrection.safeParse({ ...merge, into: 'place/a' }).success).toBe(false);
});
