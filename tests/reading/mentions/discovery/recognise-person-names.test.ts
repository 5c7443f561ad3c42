import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recognisePersonNames } from '../../../../src/reading/mentions/discovery/recognise-person-names.ts';

const names = (text: string) => recognisePersonNames(text).map(({ exact }) => exact);

describe('recognisePersonNames', () => {
  it('gives the bare name without the title before it', () => {
    expect(names('Foreign Office Minister Tobias Ellwood said the talks would go on.')).toEqual([
      'Tobias Ellwood',
    ]);
  });

  it('finds a bare surname if the full name is elsewhere in the article', () => {
    const text = 'Maria Olsen, a lawyer, opened the meeting.\n\nLater Olsen left. The plan was dropped.';
    expect(names(text)).toEqual(['Maria Olsen', 'Olsen']);
  });

  it('finds a surname next to a speech verb', () => {
    expect(names('"This cannot go on," Borrell said on Monday.')).toEqual(['Borrell']);
  });

  it('keeps Korean, Arabic and hyphenated names whole', () => {
    expect(
      names('South Korean Foreign Minister Cho Tae-yul met Prime Minister Haider al-Abadi in Seoul.'),
    ).toEqual(['Cho Tae-yul', 'Haider al-Abadi']);
  });

  it('leaves the possessive out of the name', () => {
    expect(names("Minister Anna Keller's speech was short.")).toEqual(['Anna Keller']);
  });

  it('does not take a place or organization for a person', () => {
    expect(
      names('The World Bank opened an office in Paris on Tuesday, the Ministry of Finance said.'),
    ).toEqual([]);
  });

  it('leaves an abbreviated rank out of the name', () => {
    expect(names('Lt. Gen. Paul Brenner visited the base, officials said.')).toEqual(['Paul Brenner']);
  });

  it('is surer of a full name with a title than of a single capitalised word', () => {
    const [full] = recognisePersonNames('Prime Minister John Carter said he would resign.');
    expect(full?.confidence).toBeGreaterThan(0.8);
  });

  it('finds nothing in a text without capitals, and nothing in an empty one', () => {
    expect(names('no names here, only words.')).toEqual([]);
    expect(names('')).toEqual([]);
  });

  it('returns the same for the same text', () => {
    const text = 'Ana Lee met Bo Ek in Oslo. Lee smiled.';
    expect(recognisePersonNames(text)).toEqual(recognisePersonNames(text));
  });

  it('returns ordered, disjoint spans that match the text, for any text', () => {
    const words = fc.constantFrom(
      'Ana',
      'Lee',
      'said',
      '.',
      '\n\n',
      'Mr',
      '’s',
      '김',
      '👩‍🚀',
      'al-Abadi',
      '“',
      'J.',
      '\u0301',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(words).map((list) => list.join(' ')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        let at = 0;
        for (const { start, end, exact, confidence } of recognisePersonNames(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(exact);
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
          at = end;
        }
      }),
    );
  });
});
