import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { findNameVariants } from '../../src/model/name-variants.ts';

const find = (...names: string[]) =>
  findNameVariants(names.map((name, id) => ({ id, name, isAgency: false })));
const reasons = (...names: string[]) => find(...names).map(({ reason }) => reason);

describe('names that may be one author', () => {
  it.each([
    ['Bill Brantley', 'William Brantley', 'short-form'],
    ['Bill Brantley', 'William A. Brantley', 'short-form'],
    ['William Brantley', 'William A. Brantley', 'middle-initial'],
    ['William A. Brantley', 'William Allen Brantley', 'middle-initial'],
    ['Kim Min-jun', 'Kim Minjun', 'spacing'],
    ['Kim Min-jun', 'Min-jun Kim', 'word-order'],
    ['Nguyễn Văn Anh', 'Anh Nguyen Van', 'word-order'],
    ['Jürgen Müller', 'Juergen Mueller', 'transliteration'],
    ['Søren Kjær', 'Soeren Kjaer', 'transliteration'],
    ['Ludwig van der Berg', 'Ludwig Berg', 'particle'],
    ['Dr. Kaeli Yuen', 'Kaeli Yuen', 'title'],
    ['Gil Alterovitz, PhD', 'Gil Alterovitz', 'title'],
    ['W. Brantley', 'Wilma Brantley', 'initial'],
    ['Joanna Karpinski-Widzer', 'Joanna Widzer', 'double-surname'],
    ['Isabel (Izzy) Metzger', 'Izzy Metzger', 'short-form'],
    ['Ana Hernandez', 'Ana Hermandez', 'spelling'],
    ['Oleksandr Shevchenko', 'Oleksandr Shevchnko', 'spelling'],
    ['melody', 'Melody Kramer', 'part-of-name'],
    ['kramer', 'Melody Kramer', 'part-of-name'],
    ['melodykramer', 'Melody Kramer', 'handle'],
    ['mkramer', 'Melody Kramer', 'handle'],
    ['melodyk', 'Melody Kramer', 'handle'],
    ['uvonderleyen', 'Ursula von der Leyen', 'handle'],
  ])('%s, %s: %s', (one, other, reason) => {
    expect(reasons(one, other)).toEqual([reason]);
  });
});

describe('different authors', () => {
  it.each([
    ['John A. Smith', 'John B. Smith'],
    ['John Smith Jr.', 'John Smith Sr.'],
    ['John Smith Jr.', 'John Smith'],
    ['Maria López', 'Mario López'],
    ['Daniel Weber', 'Daniela Weber'],
    ['Christian Weber', 'Christina Weber'],
    ['Alexander Petrov', 'Alexandra Petrov'],
    ['Christopher Lane', 'Christine Lane'],
    ['Iwan Petrow', 'Iwan Petrowa'],
    ['María López García', 'María López'],
    ['José Luis García', 'José García'],
    ['Nguyễn Văn Anh', 'Nguyễn Thị Anh'],
    ['Kim Min-jun', 'Kim Jun'],
    ['Lee Ji-won', 'Lee Ji-woo'],
    ['Aleksandra Nowak', 'Aleksandar Nowak'],
    ['J.R. Smith', 'J. R. R. Smith'],
    ['Ann Lee', 'Anna Lee'],
    ['Jón Sigurðsson', 'Jón Sigurðardóttir'],
  ])('%s and %s', (one, other) => {
    expect(reasons(one, other)).toEqual([]);
  });
});

it('leaves out what a name without an initial could be twice', () => {
  expect(reasons('John Smith', 'John A. Smith', 'John B. Smith')).toEqual([]);
  expect(reasons('W. Lee', 'Walter Lee', 'Wanda Lee')).toEqual([]);
});

it('compares agencies only with agencies', () => {
  const names = ['The Associated Press', 'Associated Press', 'associated'].map((name, id) => ({
    ...{ id, name, isAgency: id < 2 },
  }));
  expect(findNameVariants(names)).toMatchObject([{ ids: [0, 1], reason: 'spacing' }]);
});

test('any names are compared without an error, each pair once', () => {
  const word = fc.constantFrom(
    'Ann',
    'A.',
    'Lee',
    'van',
    'der',
    'Jr.',
    '(Bo)',
    '李娜',
    'Ray-Fox',
    'dr',
    '-',
    'Müller',
  );
  const name = fc.oneof(
    fc.string(),
    fc.array(word, { maxLength: 5 }).map((words) => words.join(' ')),
  );
  fc.assert(
    fc.property(fc.array(name, { maxLength: 12 }), (names) => {
      const pairs = find(...names).map(({ ids }) => ids.join(' '));
      expect(new Set(pairs).size).toBe(pairs.length);
      for (const { ids } of find(...names)) expect(ids[0]).toBeLessThan(ids[1]);
    }),
  );
});
