import { expect, test } from 'vitest';
import { onlyNamesake } from '../../src/model/namesake.ts';

const people = (...names: string[]) => names.map((name, index) => ({ id: `person/p-${index}`, name }));

test.each([
  ['Jacob Parcell', 'Jacob Parcell'],
  ['William A. Brantley', 'William Brantley'],
  ['William Brantley', 'William A. Brantley'],
  ['JOSE GARCIA', 'José García'],
  ['Jean-Pierre Léaud', 'Jean Pierre Leaud'],
])('the author %s is the person %s', (author, person) => {
  expect(onlyNamesake(author, people('Somebody Else', person))).toBe('person/p-1');
});

test.each([
  ['William A. Brantley', 'William B. Brantley'],
  ['Bill Brantley', 'William Brantley'],
  ['melody', 'Melody'],
  ['J. Parcell', 'Jacob Parcell'],
])('the author %s is not the person %s', (author, person) => {
  expect(onlyNamesake(author, people(person))).toBeUndefined();
});

test('an author is linked to nobody if two people have the name', () => {
  expect(onlyNamesake('Ann Lee', people('Ann Lee', 'Ann B. Lee'))).toBeUndefined();
});
