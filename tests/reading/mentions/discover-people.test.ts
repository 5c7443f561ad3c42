import { describe, expect, it, test } from 'vitest';
import { createLinker } from '../../../src/reading/mentions/create-linker.ts';
import { authority, draft, seeing } from './fixture.ts';

/** Who is discovered in a text in which the recogniser takes these names for people. */
function discoveredIn(body: string, ...names: string[]): string[] {
  const { discovered } = createLinker(authority, seeing(...names))(draft({ body }));
  return discovered.map(({ id, name }) => `${id} ${name}`);
}

describe('names of things, even if recognised as people', () => {
  test.each([
    ['anti-Trump', 'The anti-Trump protests went on.'],
    ['al-Qaeda', 'A group near al-Qaeda said so.'],
    ['R-Fla', 'The senator (R-Fla) said so.'],
    ['Drexel Burnham Lambert Inc', 'Shares of Drexel Burnham Lambert Inc fell.'],
    ['U.S. Dlrs', 'It paid in U.S. Dlrs for it.'],
    ['Urban Development', 'The Department of Housing and Urban Development said so.'],
    ['Hurricane Ivan', 'People fled from Hurricane Ivan on Monday.'],
    ['Brown RJ', 'See Brown RJ, 2019.'],
    ['Dean (Jensen Ackles', 'It was Dean (Jensen Ackles) again.'],
    ['12W Usb', 'It takes 12W Usb cables.'],
    ['Agence France-Presse', 'So reported Agence France-Presse on Monday.'],
    ['Fannie Mae', 'Loans of Fannie Mae rose.'],
    ['Florida Sen', 'They heard Florida Sen. Ek speak.'],
  ])('%s', (name, body) => {
    expect(discoveredIn(body, name)).toEqual([]);
  });

  test.each([
    'Merrill Lynch and Co said so. A report of Merrill Lynch followed.',
    'Shares of Merrill Lynch <MER> fell.',
    'So said an analyst with Merrill Lynch. Merrill Lynch was not alone.',
    'So said Ann Ek, an economist at Merrill Lynch.',
  ])('a company named after people: %s', (body) => {
    expect(discoveredIn(body, 'Merrill Lynch')).toEqual([]);
  });

  it('a founder whom the article also calls by surname is a person', () => {
    const body = 'Ralph Lauren Corp will go on. Ralph Lauren said so; Lauren is 80. Lauren left.';
    expect(discoveredIn(body, 'Ralph Lauren', 'Lauren')).toEqual(['person/ralph-lauren Ralph Lauren']);
  });
});

describe('a person across articles', () => {
  it('is the same with and without a middle initial', () => {
    expect(discoveredIn('So said James B. Comey.', 'James B. Comey')).toEqual([
      'person/james-comey James B. Comey',
    ]);
  });

  it('keeps two initials, which distinguish people', () => {
    expect(discoveredIn('So said George H.W. Ek.', 'George H.W. Ek')).toEqual([
      'person/george-h-w-ek George H.W. Ek',
    ]);
  });

  it('keeps the initial if two people in an article differ by it', () => {
    const body = 'Michael A. Smith met Michael B. Smith.';
    expect(discoveredIn(body, 'Michael A. Smith', 'Michael B. Smith')).toEqual([
      'person/michael-a-smith Michael A. Smith',
      'person/michael-b-smith Michael B. Smith',
    ]);
  });

  it('is written in ordinary case if the text has capitals', () => {
    expect(discoveredIn('YASSER Ek is in Paris.', 'YASSER Ek')).toEqual(['person/yasser-ek Yasser Ek']);
  });
});

describe('the name of an unknown person', () => {
  /** Whom each of these words is linked to. */
  function linksIn(body: string, ...names: string[]): string[] {
    const { mentions } = createLinker(authority, seeing(...names))(draft({ body }));
    return mentions.map(({ exact, name }) => `${exact} → ${name}`);
  }

  it('a surname with particles is not a full name', () => {
    expect(
      linksIn('Ludwig van der Berg left. Then van der Berg wrote.', 'Ludwig van der Berg', 'van der Berg'),
    ).toEqual(['Ludwig van der Berg → Ludwig van der Berg', 'van der Berg → Ludwig van der Berg']);
    expect(discoveredIn('Only van der Berg wrote.', 'van der Berg')).toEqual([]);
  });

  it('a person with two surnames is called by the first', () => {
    expect(linksIn('Ana Gómez Portillo left. Gómez wrote.', 'Ana Gómez Portillo')).toEqual([
      'Ana Gómez Portillo → Ana Gómez Portillo',
      'Gómez → Ana Gómez Portillo',
    ]);
  });

  it('the country of an office is not part of the name', () => {
    expect(linksIn('The envoy to Norway Kurt Ek said so.', 'Norway Kurt Ek')).toEqual(['Kurt Ek → Kurt Ek']);
    expect(linksIn('So said Chad Michael Ek.', 'Chad Michael Ek')).toEqual([
      'Chad Michael Ek → Chad Michael Ek',
    ]);
  });
});
