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
    ['C', 'c'],
    ['C++', 'c-plus-plus'],
    ['C#', 'c-sharp'],
    ['F# 8', 'f-sharp-8'],
    ['.NET', 'dot-net'],
    ['ASP.NET', 'asp-net'],
    ['#MeToo', 'metoo'],
    ['LGBTQ+', 'lgbtq-plus'],
    ['Disney+', 'disney-plus'],
    ['A+B', 'a-b'],
    ['Н+', 'n-plus'],
    ['...', ''],
  ])('of %s is "%s"', (word, slug) => {
    expect(wordSlug(word)).toBe(slug);
  });

  it('tells apart words that differ in a mark of their name', () => {
    const letters = fc.stringMatching(/^[a-zA-Zа-щ]{1,8}$/);
    fc.assert(
      fc.property(letters, (word) => {
        const spelled = [word, `${word}+`, `${word}++`, `${word}#`, `.${word}`].map(wordSlug);
        expect(new Set(spelled).size).toBe(spelled.length);
      }),
    );
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
