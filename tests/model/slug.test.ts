import { describe, expect, it } from 'vitest';
import { slugOf } from '../../src/model/slug.ts';

describe('a slug', () => {
  it.each([
    ["EU's Borrell vows ties with S. Korea", 'eus-borrell-vows-ties-with-s-korea'],
    ['São Tomé & Łódź — Straße', 'sao-tome-lodz-strasse'],
    ['المرفأ', ''],
    ['  --  ', ''],
  ])('of %s is "%s"', (headline, slug) => {
    expect(slugOf(headline)).toBe(slug);
  });

  it('ends at a word, within 80 characters', () => {
    const slug = slugOf('harbour '.repeat(30));
    expect(slug).toBe(`harbour${'-harbour'.repeat(9)}`);
    expect(slugOf('x'.repeat(200))).toHaveLength(80);
  });
});
