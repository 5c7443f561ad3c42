import { describe, expect, it } from 'vitest';
import { koreanStem } from '../../../../../src/archive/core/words/stems/korean.ts';
import { stemOf } from '../../../../../src/archive/core/words/stems/stem-of.ts';

describe('stems by language', () => {
  it.each([
    ['de', 'besuchen besucht'],
    ['de', 'regierung regierungen'],
    ['ru', 'москва москве москвы'],
    ['fr', 'gouvernement gouvernements'],
    ['es', 'gobierno gobiernos'],
    ['es', 'ciudad ciudades'],
    ['pt', 'eleicao eleicoes'],
    ['nb', 'regjering regjeringen'],
    ['pt-BR', 'governo governos'],
    ['ko', '서울 서울에서 서울의 서울에서는'],
    ['en-GB', 'harbour harbours'],
  ])('joins, in %s, %s', (language, words) => {
    expect(new Set(words.split(' ').map((word) => stemOf(word, language))).size).toBe(1);
  });

  it('is the word itself in a language without rules, and for terms with digits', () => {
    expect(stemOf('words', 'vo')).toBe('words');
    expect(stemOf('words', '__proto__')).toBe('words');
    expect(stemOf('2020s', 'en')).toBe('2020s');
  });

  it('keeps Korean nouns of two syllables that end like a particle', () => {
    for (const noun of ['도로', '회의', '사이']) expect(koreanStem(noun)).toBe(noun);
  });
});
