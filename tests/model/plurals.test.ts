import { describe, expect, it } from 'vitest';
import { isSameKeyword, otherNumbers } from '../../src/model/plurals.ts';

describe('the plural of a keyword', () => {
  it.each([
    ['grant', 'grants'],
    ['federal-agency', 'federal-agencies'],
    ['tax', 'taxes'],
    ['movie', 'movies'],
    ['house', 'houses'],
    ['wish', 'wishes'],
    ['api', 'apis'],
  ])('of %s is %s', (singular, plural) => {
    expect(isSameKeyword(singular, plural)).toBe(true);
    expect(isSameKeyword(plural, singular)).toBe(true);
    expect(otherNumbers(plural)).toContain(singular);
    expect(otherNumbers(singular)).toContain(plural);
  });

  it.each([
    ['new', 'news'],
    ['custom', 'customs'],
    ['good', 'goods'],
    ['mean', 'means'],
    ['clas', 'class'],
    ['politic', 'politics'],
    ['ad', 'ads'],
    ['grants-office', 'grant-office'],
    ['open-data', 'open-date'],
  ])('is not what %s and %s are', (one, other) => {
    expect(isSameKeyword(one, other)).toBe(false);
    expect(otherNumbers(other)).not.toContain(one);
  });
});
