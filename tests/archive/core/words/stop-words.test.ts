import { describe, expect, it } from 'vitest';
import { isStopWord, stopWordPlaces } from '../../../../src/archive/core/words/stop-words.ts';

const kept = (text: string): string => {
  const words = text.split(' ');
  const places = stopWordPlaces(words);
  return words.filter((_, place) => !places.includes(place)).join(' ');
};

describe('stop words', () => {
  it.each([
    ['how can a government website be made easier', 'government website easier'],
    ["what's the weather", 'weather'],
    ['Wie wird das Klima geschützt?', 'Klima geschützt?'],
    ['¿cómo votan los españoles', 'votan españoles'],
    ['pourquoi les maires sont élus', 'maires élus'],
    ['что такое бюджет', 'такое бюджет'],
    ['Hvordan er været', 'været'],
    ['WHO on malaria', 'WHO malaria'],
    ['what US voters want', 'US voters want'],
  ])('are left out of %s', (text, rest) => {
    expect(kept(text)).toBe(rest);
  });

  it('are kept if there are no other words', () => {
    expect(kept('to be or not to be')).toBe('to be or not to be');
    expect(kept('the')).toBe('the');
  });

  it('are no words that mean something in another language', () => {
    const meaningful =
      'war die man son pour door may hat met sin men kim care fur uber sao van volt era dove hay bet han ali un us ma par comment';
    expect(meaningful.split(' ').filter(isStopWord)).toEqual([]);
  });
});
