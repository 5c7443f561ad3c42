import { expect, test } from 'vitest';
import type { Author } from '../../src/model/article.ts';
import { authorNames } from '../../src/model/author-names.ts';

const person = (name: string): Author => ({ name, kind: 'person', role: null, email: null });
const agency = (name: string): Author => ({ ...person(name), kind: 'agency' });
const of = (...authors: Author[]) => authorNames({ authors });

test('people and handles are authors, each once', () => {
  expect(of(person('Jacob Parcell'), person('melody'), person('Jacob Parcell'))).toEqual([
    'Jacob Parcell',
    'melody',
  ]);
});

test('agencies and desks are authors', () => {
  expect(of(agency('Reuters'), agency('AFP'), agency('News Desk'), agency('Staff reporters'))).toHaveLength(
    4,
  );
});

test.each([
  ...[
    'No Author',
    'Admin',
    'Staff',
    'Guest',
    'Unknown',
    'Editor',
    'guest-author',
    'author_name',
    'N/A',
    'null',
  ],
  ...['Redaktion', 'La rédaction', 'Redacción', 'Администратор', '编辑', '관리자', 'Anónimo', 'invité'],
])('the placeholder %s is no author', (name) => {
  expect(of(person(name), agency(name))).toEqual([]);
});

test.each(['A.B.', 'J. D.', 'cm', 'AB', 'J.-P. K.', 'X'])('the initials %s are no author', (name) => {
  expect(of(person(name))).toEqual([]);
});

test.each(['Bo', '李娜', 'J. Doe', 'E. B. White', 'bell hooks', 'Park S.'])('%s is a name', (name) => {
  expect(of(person(name))).toEqual([name]);
});

test.each([
  'user_42',
  'admin2',
  'wp-editor',
  '10492',
  'editor@example.org',
  'mailto:a%40b.example',
  '9a43d8fc-f4cf-44d9',
])('the account %s is no author', (name) => {
  expect(of(person(name))).toEqual([]);
});

test.each(['View my complete profile', 'NOVEMBER 20, 2019 10:43', 'Our best of the years that all loved so'])(
  'the text "%s" is no author',
  (name) => {
    expect(of(person(name))).toEqual([]);
  },
);

test('the outlet itself is no author, by its name, its slug or its address', () => {
  const source = { slug: 'the-korea-herald', name: 'The Korea Herald' };
  const authors = [agency('Korea Herald'), person('the-korea-herald'), agency('Yonhap')];
  expect(authorNames({ authors, source })).toEqual(['Yonhap']);
  expect(authorNames({ authors: [agency('Reuters')], url: 'https://www.reuters.com/a' })).toEqual([]);
  expect(authorNames({ authors: [person('Digital.gov')], url: 'https://digital.gov/a' })).toEqual([]);
});

test('the author of a site with the name of the author is an author', () => {
  const url = 'https://daniellemire.com/a';
  expect(authorNames({ authors: [person('Daniel Lemire')], url })).toEqual(['Daniel Lemire']);
});
