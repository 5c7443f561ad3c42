import { describe, expect, it } from 'vitest';
import { acronymOf, findSynonyms, type NamedTag } from '../../../../src/archive/core/words/find-synonyms.ts';
import { foldedWords } from '../../../../src/model/fold.ts';

const tags: NamedTag[] = [
  { names: ['General Services Administration', 'GSA'], articles: 700 },
  { names: ['Geological Society of America', 'GSA'], articles: 2 },
  { names: ['Department of State', 'State Department', 'Foggy Bottom'], articles: 5 },
  { names: ['Josep Borrell', 'Borrell', 'Josep Borrell Fontelles'], articles: 9 },
  { names: ['United Nations', 'UN'], articles: 50 },
];
const tagsWith = (word: string) =>
  tags.filter(({ names }) => names.some((name) => foldedWords(name).includes(word)));
const found = (text: string) => findSynonyms(text.split(' '), tagsWith);

describe('synonyms', () => {
  it('are the long form of an acronym, of the tag with most articles, and the reverse', () => {
    const long = { start: 0, end: 1, names: ['General Services Administration'] };
    expect(found('GSA guidance')).toEqual([long]);
    expect(found("gsa's guidance")).toEqual([long]);
    expect(found('the general services administration')).toEqual([{ start: 1, end: 4, names: ['GSA'] }]);
  });

  it('are other names, of the longest name that is there', () => {
    expect(found('department of state budget')).toEqual([{ start: 0, end: 3, names: ['Foggy Bottom'] }]);
    expect(found('foggy bottom and un')).toEqual([
      { start: 0, end: 2, names: ['Department of State', 'State Department'] },
      { start: 3, end: 4, names: ['United Nations'] },
    ]);
  });

  it('are no names whose articles have the words anyway, and none for part of a name', () => {
    expect(found('borrell')).toEqual([]);
    expect(found('general services')).toEqual([]);
  });
});

describe('the acronym of a name', () => {
  it.each([
    ['General Services Administration', 'GSA'],
    ['Federal Bureau of Investigation', 'FBI'],
    ['National Institute of Standards and Technology', 'NIST'],
  ])('of %s is %s', (name, acronym) => {
    expect(acronymOf(name)).toBe(acronym);
  });
  it.each(['European Union', 'GSA Open Data', 'the new public library'])('is none of %s', (name) => {
    expect(acronymOf(name)).toBeUndefined();
  });
});
