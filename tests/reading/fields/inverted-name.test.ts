import { expect, it } from 'vitest';
import { withGivenNameFirst } from '../../../src/reading/fields/inverted-name.ts';

it.each([
  ['von der Leyen, Ursula', 'Ursula von der Leyen'],
  ['Hartwell, John, Jr.', 'John Hartwell Jr.'],
  ['Hartwell Jr., John', 'John Hartwell Jr.'],
  ['di Maio, Luigi', 'Luigi di Maio'],
  ['de la Cruz García, José Luis', 'José Luis de la Cruz García'],
  ['Van Gogh, Vincent', 'Vincent Van Gogh'],
  ['Leyen, Ursula von der', 'Ursula von der Leyen'],
  ['Parcell, Jacob', 'Jacob Parcell'],
  ['Brantley, William A.', 'William A. Brantley'],
  ['Tolkien, J. R. R.', 'J. R. R. Tolkien'],
  ['O’Brien, Mary Ann', 'Mary Ann O’Brien'],
  ['Nguyễn, Thị Hoa', 'Thị Hoa Nguyễn'],
  ['Kim, Soo-yeon', 'Soo-yeon Kim'],
  ['Lee, Ann; Ray, Bob C.', 'Ann Lee; Bob C. Ray'],
])('a surname before its given name is turned: %s', (text, expected) => {
  expect(withGivenNameFirst(text)).toBe(expected);
});

it.each([
  'Ann Lee, Bob Ray',
  'Van Morrison, Bob Dylan',
  'Ann Lee, Washington',
  'Ann Lee, Bob Ray, Cy Dow',
  'Amando E. Gavino, Jr.',
  'Gil Alterovitz, PhD',
  'Lee, Reuters',
  'Scott Gottlieb, M.D.',
  'melody, aaron',
  'Ann Lee; Ray, Bob',
  'Office of Information Policy, DOJ',
  'Ursula von der Leyen',
  '',
])('other commas stay: %s', (text) => {
  expect(withGivenNameFirst(text)).toBe(text);
});
