import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readByline } from '../../../src/reading/fields/read-byline.ts';

const names = (text: string) => readByline(text)?.authors.map(({ name }) => name);
const agencies = (text: string) =>
  readByline(text)
    ?.authors.filter(({ kind }) => kind === 'agency')
    .map(({ name }) => name);

describe('a byline names', () => {
  it('one person, without "By"', () => {
    expect(readByline('By Ann Lee')).toEqual({
      byline: 'Ann Lee',
      authors: [{ name: 'Ann Lee', kind: 'person', role: null, email: null }],
    });
  });
  it.each([
    ['By Ann Lee and Bo Ek', ['Ann Lee', 'Bo Ek']],
    ['By Ann Lee, Bo Ek & Cy Dow', ['Ann Lee', 'Bo Ek', 'Cy Dow']],
    ['Von Hans Meier und Eva Groß', ['Hans Meier', 'Eva Groß']],
    ['Par Jean-Pierre Léaud et Anne Roux', ['Jean-Pierre Léaud', 'Anne Roux']],
    ['By Jose da Silva | Nov. 3, 2024', ['Jose da Silva']],
    ['By Ann Lee, MS, RDN', ['Ann Lee']],
    ['By Ludwig van der Berg, Jr.', ['Ludwig van der Berg, Jr.']],
  ])('several persons: %s', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });
  it.each([
    ['By Yonhap', ['Yonhap']],
    ['The Associated Press', ['The Associated Press']],
    ['By Staff', ['Staff']],
    ['By Breitbart News', ['Breitbart News']],
    ['By Michael Connor, Reuters', ['Reuters']],
    ['By Ann Lee (AFP)', ['AFP']],
    ['Staff reporters', ['Staff reporters']],
    ['By Our Foreign Staff', ['Our Foreign Staff']],
    ['Office of Information Policy', ['Office of Information Policy']],
    ['U.S. Department of Homeland Security', ['U.S. Department of Homeland Security']],
    ['Data.gov', ['Data.gov']],
    ['Federal Depository Library Program', ['Federal Depository Library Program']],
  ])('an agency or desk: %s', (text, expected) => {
    expect(agencies(text)).toEqual(expected);
  });
});

it.each([
  ['By ANN LEE and BO EK, Associated Press Writers', ['Ann Lee', 'Bo Ek'], 'Associated Press Writers'],
  ['By Ann Lee, Bo Ek and Cy Dow, Staff Reporters', ['Ann Lee', 'Bo Ek', 'Cy Dow'], 'Staff Reporters'],
  ['By Ann Lee, Political Editor, and Bo Ek', ['Ann Lee', 'Bo Ek'], 'Political Editor'],
  ['Por Ana Ruiz, corresponsal en Madrid', ['Ana Ruiz'], 'corresponsal'],
  ['By Ann Lee Special to the Post', ['Ann Lee'], 'Special to the Post'],
])('a role after names is theirs: %s', (text, people, role) => {
  expect(names(text)).toEqual(people);
  expect(readByline(text)?.authors[0]?.role).toBe(role);
});

it('keeps the particles of a surname, which are words for "by" too', () => {
  expect(names('von der Leyen')).toEqual(['von der Leyen']);
  expect(names('Von der Redaktion')).toEqual(['der Redaktion']);
  expect(names('Von Hans Meier')).toEqual(['Hans Meier']);
});

it('leaves out whom somebody wrote for', () => {
  expect(names('By Ann Lee for The Post')).toEqual(['Ann Lee']);
});

it('takes what was written with an agency for both', () => {
  expect(names('Par Jean Dupont avec AFP')).toEqual(['Jean Dupont', 'AFP']);
  expect(agencies('By AFP - Agence France Presse')).toEqual(['AFP', 'Agence France Presse']);
});

it('keeps roles and addresses with the person before them', () => {
  expect(readByline('BY ANN LEE, STAFF WRITER')?.authors).toEqual([
    { name: 'Ann Lee', kind: 'person', role: 'STAFF WRITER', email: null },
  ]);
  expect(readByline('By Kim Soo-yeon (sooyeon@example.com)')?.authors[0]).toMatchObject({
    name: 'Kim Soo-yeon',
    email: 'sooyeon@example.com',
  });
  expect(readByline('By Staff Writer Ann Lee')?.authors[0]).toMatchObject({
    name: 'Ann Lee',
    role: 'Staff Writer',
  });
  expect(readByline('홍길동 기자')?.authors[0]).toMatchObject({
    name: '홍길동',
    kind: 'person',
    role: '기자',
  });
});

it('tells where from who, and authors from contributors', () => {
  expect(readByline('By Ann Lee in Seoul, with contributions from Cy Dow')?.authors).toMatchObject([
    { name: 'Ann Lee', role: null },
    { name: 'Cy Dow', role: 'with contributions from' },
  ]);
});

it.each([
  ["By MARY JO O'NEIL", "Mary Jo O'Neil"],
  ['By J.R. SMITH III', 'J.R. Smith III'],
  ['By ANN McDONALD', 'Ann McDonald'],
  ['By LUDWIG VAN DER BERG', 'Ludwig van der Berg'],
])('restores names in capitals: %s', (text, name) => {
  expect(names(text)).toEqual([name]);
});

it.each([
  '',
  'By',
  'By far the largest storm',
  'By surprise the minister resigned on Monday.',
  'By 1991, earnings may double',
  'By Monday',
])('takes no sentence for a byline: %s', (text) => {
  expect(readByline(text)).toBeUndefined();
});

it('never throws, and names somebody whenever it gives a byline', () => {
  const words = fc.constantFrom(
    'By ',
    'and ',
    ', ',
    'Ann ',
    'LEE ',
    'a@b.co ',
    '(',
    ')',
    'Jr. ',
    'AP ',
    'van ',
    '기자',
    '|',
    'with reporting by ',
  );
  const texts = fc.oneof(
    fc.string(),
    fc.array(words).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const read = readByline(text);
      expect(read === undefined || read.authors.every(({ name }) => name.trim() !== '')).toBe(true);
    }),
  );
});
