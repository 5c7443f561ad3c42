import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordSlug } from '../../src/model/word-slug.ts';

describe('the slug of a printed word', () => {
  it.each([
    ['Open Data', 'open-data'],
    ['open-data', 'open-data'],
    ['  OPEN   data ', 'open-data'],
    ['Économie', 'economie'],
    ['TCP/IP', 'tcp-ip'],
    ['Выборы', 'vybory'],
    ['经济', 'jingji'],
    ['AI 政策', 'ai-zhengce'],
    ['—', ''],
  ])('of %s is "%s"', (word, slug) => {
    expect(wordSlug(word)).toBe(slug);
  });

  it('is its own slug, so that a filter takes slugs and words alike', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (word) => {
        const slug = wordSlug(word);
        expect(slug).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/);
        expect(wordSlug(slug)).toBe(slug);
      }),
    );
  });
});
