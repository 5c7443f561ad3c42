import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { searchWords } from '../../../../src/archive/core/words/search-words.ts';

const database = new Database(':memory:');
database.exec(`
  CREATE VIRTUAL TABLE texts USING fts5 (text, content = '', tokenize = "porter unicode61 remove_diacritics 2");
  CREATE VIRTUAL TABLE instances USING fts5vocab (texts, 'instance')`);
const insert = database.prepare<{ text: string }>('INSERT INTO texts (rowid, text) VALUES (1, :text)');
const select = database.prepare<[], string>('SELECT term FROM instances ORDER BY offset').pluck();
afterAll(() => database.close());

/** The tokens that FTS5 itself makes of a text. */
function tokensOf(text: string): string[] {
  database.exec("INSERT INTO texts (texts) VALUES ('delete-all')");
  insert.run({ text });
  return select.all();
}

const stemsOf = (text: string) => searchWords(text).map(({ stem }) => stem);

const beginnings = fc.stringMatching(/^[a-z]{1,6}$/);
const endings = fc.constantFrom(
  ...'s es ies sses ed eed ing ated bled izing y ational tional enci izer logi bli alli entli eli ousli'.split(
    ' ',
  ),
  ...'ization ator alism iveness fulness ousness aliti iviti biliti icate ative alize iciti ical ful'.split(
    ' ',
  ),
  ...'ness al ance ence er ic able ible ant ement ment ent sion tion ou ism ate iti ous ive ize ll e'.split(
    ' ',
  ),
);
const english = fc.tuple(beginnings, fc.array(endings, { maxLength: 3 })).map(([a, b]) => a + b.join(''));
/** Letters of Europe and Asia, marks that combine, and what stands between words. */
const letter = fc.oneof(
  fc.constantFrom(..."aZ09 -.'’“”—_@\t\n"),
  fc.integer({ min: 0x20, max: 0x17f }).map((point) => String.fromCodePoint(point)),
  fc.constantFrom(...'ẞßŁøæœñüéçşğİıǅΣσςάёйЇქخהनि日本語한국어ﬁ①½²𝒳😀'),
  fc.constantFrom('\u0301', '\u0308', '\u0327'),
);

describe('searchWords', () => {
  it('stems words as FTS5 does', () => {
    fc.assert(
      fc.property(fc.array(english, { maxLength: 20 }), (words) => {
        expect(stemsOf(words.join(' '))).toEqual(tokensOf(words.join(' ')));
      }),
      { numRuns: 2_000 },
    );
  });

  it('parts and folds words of many scripts as FTS5 does', () => {
    fc.assert(
      fc.property(
        fc.array(letter, { maxLength: 40 }).map((letters) => letters.join('')),
        (text) => {
          expect(stemsOf(text)).toEqual(tokensOf(text));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('says where each word stands', () => {
    expect(searchWords('🙂 Cafés, 2024')).toEqual([
      { stem: 'cafe', start: 3, end: 8 },
      { stem: '2024', start: 10, end: 14 },
    ]);
  });
});
